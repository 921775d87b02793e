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

        static Said about(List<RequirementRef> refs, Behind behind) {
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

    ScopePart(PlanFigures plan, Behind behind) {
        var scope = plan.plan().scope();
        var said = Said.about(scope.stream().map(ScopeItem::requirement).toList(), behind);
        var in = scope.stream()
                .filter(ScopeItem::inScope)
                .map(item -> in(item, plan, said))
                .toList();
        var out = scope.stream()
                .filter(item -> !item.inScope())
                .map(item -> out(item, said))
                .toList();
        getContent().addClassName("tl-stack");
        getContent()
                .add(LongTable.of(
                        getTranslation("project.scope.in", in.size()),
                        List.of(
                                Column.text(getTranslation("project.requirement")),
                                Column.text(getTranslation("project.obligation")),
                                Column.text(getTranslation("project.needs")),
                                Column.text(getTranslation("project.ready"))),
                        in));
        if (!out.isEmpty()) {
            getContent()
                    .add(LongTable.of(
                            getTranslation("project.scope.out", out.size()),
                            List.of(
                                    Column.text(getTranslation("project.requirement")),
                                    Column.text(getTranslation("project.needs")),
                                    Column.text(getTranslation("project.why"))),
                            out));
        }
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
