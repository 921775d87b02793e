package io.throughline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as bars over time, with its twin as a table. Drawn in the browser from one message: the server keeps one
 * node, however many rows there are (made for up to some two hundred).
 */
@Tag("tl-gantt")
@JsModule("context://frontend/gantt.js")
public class Gantt extends Component {

    /** What a row stands for, which is also how it is drawn. */
    public enum Kind {
        TASK,
        MILESTONE,
        /** A stage: heads the rows that follow it. */
        GROUP
    }

    /** Which ends a link joins, as in a plan: the earlier activity's end first. */
    public enum Joint {
        FS,
        SS,
        FF,
        SF
    }

    /** A span of days, both inclusive. */
    public record Days(LocalDate start, LocalDate finish) {}

    /**
     * One row.
     *
     * @param id unique in the chart, given back when the row is chosen
     * @param now where it stands, null if it is gone
     * @param before where it stood in what is compared with, null if it is new or nothing is compared
     * @param note short text behind the bar, empty for none
     */
    public record Row(
            String id,
            String label,
            Kind kind,
            boolean critical,
            @Nullable Days now,
            @Nullable Days before,
            String note) {}

    public record Link(String from, String to, Joint joint) {}

    /**
     * Everything a chart shows.
     *
     * @param rows in the order they are shown
     * @param workingDays days of the week that are not shaded
     * @param holidays single days that are
     * @param compared whether rows without a place before are new
     * @param today marked by a line; null for none
     */
    public record Chart(
            List<Row> rows,
            List<Link> links,
            Set<DayOfWeek> workingDays,
            Set<LocalDate> holidays,
            boolean compared,
            @Nullable LocalDate today) {}

    /** A person chose a row, by pointer or keyboard. */
    @DomEvent("gantt-row")
    public static class RowChosen extends ComponentEvent<Gantt> {

        private final String id;

        public RowChosen(Gantt source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    private static final List<String> TEXTS = Stream.of(
                    "zoomIn",
                    "zoomOut",
                    "fit",
                    "asTable",
                    "asChart",
                    "item",
                    "start",
                    "finish",
                    "startBefore",
                    "finishBefore",
                    "critical",
                    "milestone",
                    "stage",
                    "before",
                    "now",
                    "added",
                    "removed",
                    "to",
                    "was",
                    "today",
                    "week",
                    "hint",
                    "remark",
                    "empty")
            .toList();

    private final String label;

    /** @param label what the chart shows, read out */
    public Gantt(String label) {
        this.label = label;
    }

    /** Draws this, in place of what was drawn before; zoom, place and chosen row stay. */
    public Gantt show(Chart chart) {
        // Sent once and not kept: a view that comes back is built anew.
        var data = new Sent(
                label,
                getLocale().toLanguageTag(),
                chart.rows().stream().map(SentRow::of).toList(),
                chart.links().stream()
                        .map(link ->
                                List.of(link.from(), link.to(), link.joint().name()))
                        .toList(),
                chart.workingDays().stream().map(DayOfWeek::getValue).sorted().toList(),
                chart.holidays().stream().map(LocalDate::toString).sorted().toList(),
                chart.compared(),
                chart.today() == null ? "" : chart.today().toString(),
                texts());
        Drawing.call(getElement(), "show", data);
        return this;
    }

    /** Marks a row as chosen and brings it into sight; tells nobody. */
    public void choose(String id) {
        Drawing.call(getElement(), "choose", id);
    }

    public Registration addRowChosenListener(ComponentEventListener<RowChosen> listener) {
        return addListener(RowChosen.class, listener);
    }

    private Map<String, String> texts() {
        return TEXTS.stream().collect(Collectors.toMap(key -> key, key -> getTranslation("gantt." + key)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    private record Sent(
            String label,
            String language,
            List<SentRow> rows,
            List<List<String>> links,
            List<Integer> workingDays,
            List<String> holidays,
            boolean compared,
            String today,
            Map<String, String> texts) {}

    /** A row with its days as ISO texts, empty where there are none. */
    private record SentRow(
            String id,
            String label,
            String kind,
            boolean critical,
            String start,
            String finish,
            String startBefore,
            String finishBefore,
            String note) {

        static SentRow of(Row row) {
            var now = row.now();
            var before = row.before();
            return new SentRow(
                    row.id(),
                    row.label(),
                    row.kind().name(),
                    row.critical(),
                    now == null ? "" : now.start().toString(),
                    now == null ? "" : now.finish().toString(),
                    before == null ? "" : before.start().toString(),
                    before == null ? "" : before.finish().toString(),
                    row.note());
        }
    }
}
