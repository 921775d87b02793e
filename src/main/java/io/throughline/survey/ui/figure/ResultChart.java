package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares of items as bars with their intervals, and further weightings as marks on them. Drawn in the browser when it comes
 * into sight; a table beside it says the same.
 */
@Tag("tl-result-chart")
@JsModule("context://frontend/result-chart.js")
class ResultChart extends Component {

    /** How a series is drawn, and in which colour of the theme. */
    enum Look {
        BAR,
        THIN_BAR,
        DIAMOND,
        CIRCLE
    }

    /** @param values one an item, null where undefined */
    record Series(String name, Look look, List<@Nullable Value> values) {}

    /** Shares, 0–1. */
    record Value(double value, double low, double high) {

        static @Nullable Value of(@Nullable Estimate estimate) {
            return estimate == null ? null : new Value(estimate.value(), estimate.low(), estimate.high());
        }
    }

    private record Drawn(List<String> items, List<Series> series) {}

    /** @param name what is drawn, read out in place of the picture */
    ResultChart(String name, List<String> items, List<Series> series) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        getElement().getStyle().set("--items", String.valueOf(items.size()));
        getElement()
                .executeJs(
                        "customElements.whenDefined(this.localName).then(() => this.show($0))",
                        new Drawn(items, series));
    }
}
