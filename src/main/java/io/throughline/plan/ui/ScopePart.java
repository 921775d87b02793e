package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.backlog.NeedId;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.plan.ui.parts.Behind.Voice;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The requirements of a plan: what is in, the needs each serves and how many stand behind these; what is out, and why. */
class ScopePart extends Composite<Div> {

    /** What stands behind the requirements, read once for all of them. */
    private record Said(Map<RequirementRef, Set<NeedId>> needsOf, Map<NeedId, Voice> voices, Map<UUID, String> hrefs) {

        static Said about(List<ScopeItem> items, Behind behind) {
            var refs = items.stream().map(ScopeItem::requirement).toList();
            var needsOf = behind.needsOf(refs);
            var voices = new HashMap<NeedId, Voice>();
            behind.voices(
                            needsOf.values().stream()
                                    .flatMap(Set::stream)
                                    .distinct()
                                    .toList(),
                            0)
                    .forEach(voice -> voices.put(voice.id(), voice));
            return new Said(needsOf, voices, behind.requirementHrefs(refs));
        }

        List<Voice> behind(ScopeItem item) {
            return needsOf.getOrDefault(item.requirement(), Set.of()).stream()
                    .map(voices::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private final transient Behind behind;

    ScopePart(PlanFigures plan, Behind behind) {
        this.behind = behind;
        var in = plan.plan().scope().stream().filter(ScopeItem::inScope).toList();
        getContent().addClassName("tl-stack");
        getContent().add(inScope(plan, in));
        if (in.size() < plan.plan().scope().size()) {
            getContent().add(leftOut(plan, plan.plan().scope().size() - in.size()));
        }
    }

    /** Whole, however long it is: it is what people sign, and print. */
    private LongTable inScope(PlanFigures plan, List<ScopeItem> in) {
        var said = Said.about(in, behind);
        return LongTable.of(
                getTranslation("project.scope.in", in.size()),
                List.of(
                        Column.text(getTranslation("project.requirement")),
                        Column.text(getTranslation("project.obligation")),
                        Column.text(getTranslation("project.needs")),
                        Column.text(getTranslation("project.ready"))),
                in.stream().map(item -> in(item, plan, said)).toList());
    }

    /** A page at a time: it may be all the rest of a backlog. */
    private LongTable leftOut(PlanFigures plan, int total) {
        return new LongTable(
                        getTranslation("project.scope.out", total),
                        List.of(
                                Column.text(getTranslation("project.requirement")),
                                Column.text(getTranslation("project.needs")),
                                Column.text(getTranslation("project.why"))),
                        (offset, limit) -> {
                            var page = plan.plan().scope().stream()
                                    .filter(item -> !item.inScope())
                                    .skip(offset)
                                    .limit(limit)
                                    .toList();
                            var said = Said.about(page, behind);
                            return new LongTable.Page(
                                    page.stream().map(item -> out(item, said)).toList(), total);
                        })
                .refresh();
    }

    private LongTable.Row in(ScopeItem item, PlanFigures plan, Said said) {
        var ready = plan.servedIn(item.requirement()).finish();
        return LongTable.Row.of(
                item.requirement().value(),
                title(item, said),
                Cell.of(Labels.of(this, item.obligation())),
                needs(said.behind(item)),
                Cell.of(Written.date(ready, getLocale())));
    }

    private LongTable.Row out(ScopeItem item, Said said) {
        var reason = item.reason();
        var choice = item.choice();
        var why = reason != null && !TypedText.showsNothing(reason)
                ? reason
                : choice == null ? Written.NONE : Labels.of(this, choice);
        return LongTable.Row.of(item.requirement().value(), title(item, said), needs(said.behind(item)), Cell.of(why));
    }

    private static Cell title(ScopeItem item, Said said) {
        return Cell.link(said.hrefs().getOrDefault(item.requirement().value(), ""), item.title(), "");
    }

    private Cell needs(List<Voice> voices) {
        return voices.isEmpty()
                ? Cell.badge(Tone.WARN, "!", getTranslation("project.needs.none"), "")
                : Cell.lines(voices.stream().map(this::need).toList());
    }

    private Cell need(Voice voice) {
        var href = voice.href();
        return Cell.link(href == null ? "" : href, voice.title(), getTranslation("need.answers", voice.answers()));
    }
}
