package io.throughline.shared.ui;

import com.vaadin.flow.component.HtmlContainer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A date in the reader's zone and language, with the exact time on hover. */
public class Moment extends HtmlContainer {

    public Moment(Instant instant, ZoneId zone) {
        super("time");
        var local = instant.atZone(zone);
        setText(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(local));
        getElement().setAttribute("datetime", instant.toString());
        setTitle(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(local));
    }
}
