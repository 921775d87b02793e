package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.content.PlanDiff;
import io.throughline.plan.content.PlanDiff.FieldChange;
import io.throughline.plan.content.PlanDiff.Presence;
import io.throughline.plan.content.PlanField;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItemKind;
import io.throughline.shared.Id;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

    private DataTable<Line> table(String caption, List<Line> lines) {
        return new DataTable<Line>(caption)
                .column(getTranslation("difference.item"), Line::item)
                .column(getTranslation("difference.field"), Line::field)
                .column(getTranslation("difference.before"), Line::before)
                .components(getTranslation("difference.after"), this::after)
                .rows(lines);
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

    private Component after(Line line) {
        var text = new Span(line.after());
        text.addClassName("plan-after");
        return switch (line.sign()) {
            case NONE -> text;
            case ADDED -> Kit.row(new Badge(Tone.OK, "+", getTranslation("difference.added")), text);
            case REMOVED -> new Badge(Tone.BAD, "−", getTranslation("difference.removed"));
            case IN -> new Badge(Tone.OK, "+", line.after());
            case OUT -> new Badge(Tone.BAD, "−", line.after());
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
