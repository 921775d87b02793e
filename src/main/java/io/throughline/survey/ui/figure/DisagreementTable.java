package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Spread;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far people disagree, between organisations and inside them: an equal mean can hide it. */
class DisagreementTable extends Composite<Div> {

    private static final Comparator<OrganisationFigure> BY_VALUE =
            Comparator.comparingDouble(OrganisationFigure::value);

    /**
     * @param organisations none where they are not told apart
     * @param inside pooled standard deviation inside organisations; null where no organisation has two people
     * @param spread of single people's points; null where the method has none
     */
    record Row(
            String item,
            List<OrganisationFigure> organisations,
            @Nullable Double inside,
            @Nullable Spread spread) {

        boolean tells() {
            return !organisations.isEmpty() || spread != null;
        }
    }

    private final transient Figures figures;
    private final transient Written written;
    private final transient Map<UUID, String> names;

    /** How figures are read. @param off a distance between two */
    record Written(DoubleFunction<String> figure, DoubleFunction<String> off) {}

    DisagreementTable(Figures figures, Map<UUID, String> names, List<Row> rows, Written written) {
        this.written = written;
        this.figures = figures;
        this.names = names;
        var table = new DataTable<Row>(getTranslation("surveys.spread.caption"))
                .column(getTranslation("surveys.item"), Row::item);
        if (rows.stream().anyMatch(row -> !row.organisations().isEmpty())) {
            table.column(getTranslation("surveys.spread.lowest"), row -> end(row, true))
                    .column(getTranslation("surveys.spread.highest"), row -> end(row, false))
                    .numbers(getTranslation("surveys.spread.inside"), row -> inside(row.inside()));
        }
        if (rows.stream().anyMatch(row -> row.spread() != null)) {
            table.numbers(getTranslation("surveys.spread.quartiles"), row -> quartiles(row.spread()))
                    .components(getTranslation("surveys.spread.people"), row -> histogram(row.spread()));
        }
        var details = new NativeDetails(getTranslation("surveys.spread"), table.rows(rows));
        // An equal mean can hide opposites: whoever reads the mean of points reads how they lie.
        details.setOpen(rows.stream().anyMatch(row -> row.spread() != null));
        getContent().add(details);
        getContent().addClassName("survey-spread");
    }

    private String end(Row row, boolean least) {
        if (row.organisations().isEmpty()) {
            return "";
        }
        var end =
                least ? Collections.min(row.organisations(), BY_VALUE) : Collections.max(row.organisations(), BY_VALUE);
        var name = names.getOrDefault(end.organisation(), "");
        return (name.isEmpty() ? "" : name + " · ") + written.figure().apply(end.value()) + " (n = "
                + figures.count(end.people()) + ")";
    }

    private String inside(@Nullable Double deviation) {
        return deviation == null
                ? getTranslation("surveys.undefined")
                : "± " + written.off().apply(deviation);
    }

    private String quartiles(@Nullable Spread spread) {
        return spread == null
                ? ""
                : String.join(
                        " · ",
                        figures.points(spread.min()),
                        figures.points(spread.lowerQuartile()),
                        figures.points(spread.median()),
                        figures.points(spread.upperQuartile()),
                        figures.points(spread.max()));
    }

    /** People giving 0–9, 10–19 … points, as ten little columns; the words say the same. */
    private Component histogram(@Nullable Spread spread) {
        var columns = Kit.div("survey-histogram");
        if (spread == null) {
            return columns;
        }
        int most = Math.max(1, Collections.max(spread.counts()));
        for (int count : spread.counts()) {
            var column = new Div();
            column.getStyle().set("height", Math.round(100.0 * count / most) + "%");
            columns.add(column);
        }
        columns.getElement().setAttribute("role", "img");
        var counts = spread.counts().stream().map(figures::count).toList();
        columns.getElement()
                .setAttribute("aria-label", getTranslation("surveys.spread.counts", String.join(", ", counts)));
        return columns;
    }
}
