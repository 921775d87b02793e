package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.NeedId;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.plan.ui.parts.Behind.Voice;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The requirements of a plan: what is in, the needs each serves and how many stand behind these; what is out, and why. */
class ScopePart extends Composite<Div> {

    private record Line(String title, String href, String obligation, List<Voice> needs, String ready, String reason) {}

    ScopePart(PlanFigures plan, Behind behind) {
        var refs = plan.plan().scope().stream().map(ScopeItem::requirement).toList();
        var needsOf = behind.needsOf(refs);
        var voices = new HashMap<NeedId, Voice>();
        behind.voices(needsOf.values().stream().flatMap(Set::stream).distinct().toList(), 0)
                .forEach(voice -> voices.put(voice.id(), voice));
        var hrefs = behind.requirementHrefs(refs);
        var lines = plan.plan().scope().stream()
                .collect(java.util.stream.Collectors.partitioningBy(
                        ScopeItem::inScope,
                        java.util.stream.Collectors.mapping(
                                item -> line(item, plan, needsOf, voices, hrefs),
                                java.util.stream.Collectors.toList())));
        var in = lines.getOrDefault(true, List.of());
        var out = lines.getOrDefault(false, List.of());
        getContent().addClassName("tl-stack");
        getContent()
                .add(new DataTable<Line>(getTranslation("project.scope.in", in.size()))
                        .components(getTranslation("project.requirement"), ScopePart::title)
                        .column(getTranslation("project.obligation"), Line::obligation)
                        .components(getTranslation("project.needs"), this::needs)
                        .column(getTranslation("project.ready"), Line::ready)
                        .rows(in));
        if (!out.isEmpty()) {
            getContent()
                    .add(new DataTable<Line>(getTranslation("project.scope.out", out.size()))
                            .components(getTranslation("project.requirement"), ScopePart::title)
                            .components(getTranslation("project.needs"), this::needs)
                            .column(getTranslation("project.why"), Line::reason)
                            .rows(out));
        }
    }

    private Line line(
            ScopeItem item,
            PlanFigures plan,
            Map<RequirementRef, Set<NeedId>> needsOf,
            Map<NeedId, Voice> voices,
            Map<UUID, String> hrefs) {
        var reason = item.reason();
        var choice = item.choice();
        return new Line(
                item.title(),
                hrefs.getOrDefault(item.requirement().value(), ""),
                Labels.of(this, item.obligation()),
                needsOf.getOrDefault(item.requirement(), Set.of()).stream()
                        .map(voices::get)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                item.inScope() ? Written.date(plan.servedIn(item.requirement()).finish(), getLocale()) : "",
                reason != null && !reason.isBlank() ? reason : choice == null ? Written.NONE : Labels.of(this, choice));
    }

    private static Component title(Line line) {
        return line.href().isEmpty() ? new Span(line.title()) : Kit.link(line.href(), line.title());
    }

    private Component needs(Line line) {
        if (line.needs().isEmpty()) {
            return new Badge(Tone.WARN, "!", getTranslation("project.needs.none"));
        }
        var all = Kit.div("plan-served");
        line.needs().forEach(voice -> {
            var href = voice.href();
            all.add(new Div(
                    href == null ? new Span(voice.title()) : Kit.link(href, voice.title()),
                    Kit.dim(" " + getTranslation("need.answers", voice.answers()))));
        });
        return all;
    }
}
