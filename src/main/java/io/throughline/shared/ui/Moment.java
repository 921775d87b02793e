package io.throughline.shared.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * A point in time as people say it, in the reader's zone and language, with the exact time on hover and on paper: "3 hours
 * ago" for what was, "28 Nov 2026 · in 4 days" for what is due. Where scripts haven't run yet it is the date.
 */
@JsModule("context://frontend/moment.js")
public class Moment extends HtmlContainer {

    public Moment(Instant instant, ZoneId zone) {
        super("tl-moment");
        var local = instant.atZone(zone);
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(local);
        var exact = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(local);
        getElement().setAttribute("date", date);
        getElement()
                .setAttribute(
                        "exact",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .format(local));
        getElement().setAttribute("now", getTranslation("moment.now"));
        var time = new HtmlContainer("time");
        time.setText(date);
        time.setTitle(exact);
        time.getElement().setAttribute("datetime", instant.toString());
        add(time);
    }
}
