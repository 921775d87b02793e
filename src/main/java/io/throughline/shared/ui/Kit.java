package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Small pieces that need no class of their own. */
public final class Kit {

    private Kit() {}

    /** A link inside the application, followed without reloading the page. */
    public static Anchor link(String href, String text) {
        var link = new Anchor(href, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** A bordered part of a page, with its heading. */
    public static Section card(String heading, Component... content) {
        var card = new Section(new H2(heading));
        card.addClassName("tl-card");
        card.add(content);
        return card;
    }

    public static Section card(Component... content) {
        var card = new Section(content);
        card.addClassName("tl-card");
        return card;
    }

    public static Span dim(String text) {
        var span = new Span(text);
        span.addClassName("tl-dim");
        return span;
    }

    public static Div row(Component... content) {
        return div("tl-row", content);
    }

    public static Div stack(Component... content) {
        return div("tl-stack", content);
    }

    /** Two columns, three to two; one below the other where it is narrow. */
    public static Div columns(Component left, Component right) {
        return div("tl-columns", left, right);
    }

    public static Div div(String className, Component... content) {
        var div = new Div(content);
        div.addClassName(className);
        return div;
    }

    /** What a thing is, where there is none yet, and the one next action. */
    public static Div empty(String title, String text, Component... action) {
        var empty = div("tl-empty", new H2(title), new Paragraph(text));
        empty.add(action);
        return empty;
    }

    /** Somebody's own words, and whose. */
    public static HtmlContainer quote(String words, String source) {
        var quote = new HtmlContainer("blockquote");
        quote.addClassName("tl-quote");
        var footer = new HtmlContainer("footer");
        footer.setText(source);
        quote.add(new Span(words), footer);
        return quote;
    }

    /**
     * A share with its interval, as a bar; the figures stand beside it as text.
     *
     * @param value 0–1
     * @param low 0–1, the interval's lower end
     * @param high 0–1, the interval's upper end
     */
    public static Component bar(double value, double low, double high) {
        return new Html(String.format(
                Locale.ROOT,
                "<span class=\"tl-bar\" aria-hidden=\"true\"><i style=\"width:%.1f%%\"></i>"
                        + "<u style=\"left:%.1f%%;width:%.1f%%\"></u></span>",
                value * 100,
                low * 100,
                (high - low) * 100));
    }
}
