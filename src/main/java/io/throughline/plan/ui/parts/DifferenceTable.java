package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.content.PlanDiff;
import io.throughline.plan.content.PlanDiff.FieldChange;
import io.throughline.plan.content.PlanDiff.Presence;
import io.throughline.plan.content.PlanField;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItemKind;
import io.throughline.shared.Id;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What differs between two plans: first what people set, then the dates and costs that follow from it. */
public class DifferenceTable extends Composite<Div> {

    private static final int OPEN_UP_TO = 6;
    private static final Set<PlanField> COMPUTED = EnumSet.of(PlanField.START, PlanField.FINISH, PlanField.COST);

    /** @param names of persons, for who is assigned */
    public DifferenceTable(PlanFigures before, PlanFigures after, Function<PersonId, String> names) {
        this(before, after, PlanDiff.between(before, after), names);
    }

    /** @param changes as they were kept */
    public DifferenceTable(
            PlanFigures before, PlanFigures after, List<FieldChange> changes, Function<PersonId, String> names) {
        var words = new FieldWords(this, getLocale(), before, after, names);
        var set = new ArrayList<Line>();
        var follows = new ArrayList<Line>();
        var whole = new HashSet<Id>();
        for (var change : changes) {
            var item = change.item();
            if (change.presence() != Presence.KEPT && item != null) {
                if (whole.add(item)) {
                    set.add(line(change, words));
                }
            } else if (moment(change)) {
                continue;
            } else if (COMPUTED.contains(change.field())) {
                follows.add(line(change, words));
            } else {
                set.add(line(change, words));
            }
        }
        getContent().addClassName("plan-difference");
        getContent()
                .add(
                        set.isEmpty()
                                ? Kit.dim(getTranslation("difference.none"))
                                : table(getTranslation("difference.set", set.size()), set));
        if (!follows.isEmpty()) {
            var details = new Details(
                    getTranslation("difference.follows", follows.size()),
                    table(getTranslation("difference.follows.caption"), follows));
            details.setOpened(follows.size() <= OPEN_UP_TO);
            getContent().add(details);
        }
    }

    /** A milestone, and what is ready with it, starts when it finishes: to say so once is enough. */
    private static boolean moment(FieldChange change) {
        return change.field() == PlanField.START
                && (change.kind() == PlanItemKind.MILESTONE || change.kind() == PlanItemKind.DELIVERABLE);
    }

    private LongTable table(String caption, List<Line> lines) {
        return LongTable.of(
                caption,
                List.of(
                        Column.text(getTranslation("difference.item")),
                        Column.text(getTranslation("difference.field")),
                        Column.text(getTranslation("difference.before")),
                        Column.text(getTranslation("difference.after"))),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> row(i, lines.get(i)))
                        .toList());
    }

    private LongTable.Row row(int number, Line line) {
        return new LongTable.Row(
                Integer.toString(number),
                List.of(Cell.of(line.item()), Cell.of(line.field()), Cell.of(line.before()), after(line)),
                List.of());
    }

    private Line line(FieldChange change, FieldWords words) {
        var item = change.item();
        var kind = getTranslation("difference.kind." + change.kind());
        var summary = item == null || change.presence() == Presence.KEPT ? "" : words.summary(item);
        return switch (change.presence()) {
            case ADDED -> new Line(change.title(), kind, Written.NONE, summary, Sign.ADDED);
            case REMOVED -> new Line(change.title(), kind, summary, "", Sign.REMOVED);
            case KEPT ->
                new Line(
                        change.title(),
                        Labels.of(this, change.field()),
                        words.of(change.field(), change.before()),
                        words.of(change.field(), change.after()),
                        change.field() != PlanField.IN_SCOPE
                                ? Sign.NONE
                                : Boolean.TRUE.equals(change.after()) ? Sign.IN : Sign.OUT);
        };
    }

    private Cell after(Line line) {
        return switch (line.sign()) {
            case NONE -> Cell.of(line.after());
            case ADDED -> Cell.badge(Tone.OK, "+", getTranslation("difference.added"), line.after());
            case REMOVED -> Cell.badge(Tone.BAD, "−", getTranslation("difference.removed"), "");
            case IN -> Cell.badge(Tone.OK, "+", line.after(), "");
            case OUT -> Cell.badge(Tone.BAD, "−", line.after(), "");
        };
    }

    /** One row, in words: what they were made of is not kept with the page. */
    private record Line(String item, String field, String before, String after, Sign sign) {}

    private enum Sign {
        NONE,
        ADDED,
        REMOVED,
        IN,
        OUT
    }
}
