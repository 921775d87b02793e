package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Component;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.ui.BacklogNavigation;
import io.throughline.plan.Choosable;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeChoice;
import io.throughline.plan.content.ScopeItem;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Act;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requirements as rows: what each is worth and takes, what was decided, what was computed, and why, in words. */
final class ScopeRows {

    private final Component reader;
    private final Locale locale;
    private final DraftDetail view;
    private final Choosable choosable;
    private final @Nullable ScopeChoice computed;
    private final AreaId area;
    private final Map<RequirementId, String> keys;
    private final Map<RequirementId, Integer> ranks = new HashMap<>();
    private final Map<RequirementRef, ScopeItem> decided;

    /**
     * @param reader whose texts and language the rows are in
     * @param computed null where nothing was
     */
    ScopeRows(
            Component reader,
            Locale locale,
            DraftDetail view,
            Choosable choosable,
            @Nullable ScopeChoice computed,
            DraftServices services) {
        this.reader = reader;
        this.locale = locale;
        this.view = view;
        this.choosable = choosable;
        this.computed = computed;
        keys = keys(choosable, computed, services.backlog());
        area = services.projects().project(view.project()).area();
        choosable.requirements().forEach(one -> ranks.put(one.id(), ranks.size() + 1));
        decided = view.content().scope().stream().collect(Collectors.toMap(ScopeItem::requirement, item -> item));
    }

    LongTable.Row row(PlannableRequirement one) {
        var item = decided.get(new RequirementRef(one.id().value()));
        var score = one.score();
        var cells = new ArrayList<>(List.of(
                title(one),
                Cell.of(String.valueOf(ranks.get(one.id()))),
                Cell.of(score == null ? "–" : number(score)),
                Cell.of(Written.number(one.effort().days(), locale)),
                Cell.of(Written.money(
                        choosable.cost(one), view.content().header().currency(), locale)),
                decision(item)));
        if (computed != null) {
            cells.add(
                    computed(computed.reasons().get(new RequirementRef(one.id().value()))));
        }
        return new LongTable.Row(one.id().value().toString(), cells, acts(one, item));
    }

    private List<Act> acts(PlannableRequirement one, @Nullable ScopeItem item) {
        if (!view.editable()) {
            return List.of();
        }
        if (item == null) {
            return List.of(take(one), leave(one));
        }
        return List.of(item.inScope() ? leave(one) : take(one));
    }

    private Cell title(PlannableRequirement one) {
        var title = one.key() + " " + one.title().in(locale);
        var notes = new ArrayList<String>();
        if (one.must()) {
            notes.add("★ " + reader.getTranslation("enum.Obligation.MUST"));
        }
        if (!one.prerequisites().isEmpty()) {
            notes.add(reader.getTranslation("draft.scope.needs", names(one.prerequisites())));
        }
        return Cell.link(BacklogNavigation.requirementHref(area, one.id()), title, String.join(" · ", notes));
    }

    private Cell decision(@Nullable ScopeItem item) {
        if (item == null) {
            return Cell.badge(Tone.NEUTRAL, "○", reader.getTranslation("draft.scope.open"), "");
        }
        var choice = item.choice();
        var why = item.reason() != null ? item.reason() : choice == null ? "" : Labels.of(reader, choice);
        return item.inScope()
                ? Cell.badge(Tone.OK, "✓", reader.getTranslation("draft.scope.isIn"), why)
                : Cell.badge(Tone.NEUTRAL, "–", reader.getTranslation("draft.scope.isOut"), why);
    }

    /** @param reason null for what came into the backlog since */
    private Cell computed(ScopeChoice.@Nullable Reason reason) {
        if (reason == null) {
            return Cell.of("–");
        }
        var of = names(
                reason.of().stream().map(ref -> new RequirementId(ref.value())).toList());
        var why = Labels.of(reader, reason.why()) + (of.isEmpty() ? "" : ": " + of);
        return reason.in()
                ? Cell.badge(Tone.OK, "✓", reader.getTranslation("draft.scope.isIn"), why)
                : Cell.badge(Tone.NEUTRAL, "–", reader.getTranslation("draft.scope.isOut"), why);
    }

    private Act take(PlannableRequirement one) {
        return act(ScopePart.TAKE, "draft.scope.takeIn", one);
    }

    private Act leave(PlannableRequirement one) {
        return act(ScopePart.LEAVE, "draft.scope.leaveOut", one);
    }

    private Act act(String name, String key, PlannableRequirement one) {
        var text = reader.getTranslation(key);
        return new Act(name, text, text + ": " + one.key());
    }

    private String number(BigDecimal score) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(score);
    }

    private String names(Collection<RequirementId> ids) {
        return ids.stream().map(id -> keys.getOrDefault(id, "?")).sorted().collect(Collectors.joining(", "));
    }

    /** Also of those that are named by others and are not in the list. */
    private static Map<RequirementId, String> keys(
            Choosable choosable, @Nullable ScopeChoice computed, BacklogForPlanning backlog) {
        var keys = new HashMap<RequirementId, String>();
        var named = new HashSet<RequirementId>();
        for (var one : choosable.requirements()) {
            keys.put(one.id(), one.key());
            named.addAll(one.prerequisites());
        }
        if (computed != null) {
            computed.reasons().values().stream()
                    .flatMap(reason -> reason.of().stream())
                    .forEach(ref -> named.add(new RequirementId(ref.value())));
        }
        named.removeAll(keys.keySet());
        backlog.byIds(List.copyOf(named)).forEach(one -> keys.put(one.id(), one.key()));
        return keys;
    }
}
