package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.NeedId;
import io.throughline.plan.content.Impact;
import io.throughline.plan.content.Impact.Effect;
import io.throughline.plan.content.Impact.NeedImpact;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.plan.ui.parts.Behind.Voice;
import io.throughline.plan.ui.parts.NeedList;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose need a change touches, and how: with the number of answers and some people's own words behind each. */
class TouchedNeeds extends Composite<Div> {

    private static final int WORDS = 2;

    /** @param before the baseline's plan, which knows the titles of what is lost */
    TouchedNeeds(Impact impact, PlanContent before, Behind behind) {
        if (impact.needs().isEmpty()) {
            getContent().add(new Paragraph(getTranslation("change.needs.untouched")));
            return;
        }
        var effects = new HashMap<NeedId, NeedImpact>();
        impact.needs().forEach(need -> effects.put(new NeedId(need.need().value()), need));
        var order = impact.needs().stream()
                .sorted(Comparator.comparing(need -> need.effects().iterator().next()))
                .map(need -> new NeedId(need.need().value()))
                .toList();
        var voices = behind.voices(effects.keySet(), WORDS).stream()
                .sorted(Comparator.comparingInt(voice -> order.indexOf(voice.id())))
                .toList();
        getContent().add(new NeedList(voices, voice -> about(voice, effects.get(voice.id()), before)));
    }

    private List<Component> about(Voice voice, @Nullable NeedImpact impact, PlanContent before) {
        var about = new ArrayList<Component>();
        if (impact == null) {
            return about;
        }
        impact.effects().forEach(effect -> about.add(badge(effect)));
        var was = impact.finishBefore();
        var is = impact.finishAfter();
        if (impact.effects().contains(Effect.DELAYED) && was != null && is != null) {
            about.add(Kit.dim(Written.dates(was, is, getLocale())));
        }
        if (!impact.lost().isEmpty()) {
            about.add(Kit.dim(getTranslation(
                    "change.lost",
                    impact.lost().stream()
                            .map(ref -> before.find(ref).map(PlanItem::title).orElse(""))
                            .collect(Collectors.joining(", ")))));
        }
        impact.criteria().forEach(text -> about.add(new Span(getTranslation("change.criterion", text))));
        return about;
    }

    private Badge badge(Effect effect) {
        var text = Labels.of(this, effect);
        return switch (effect) {
            case DROPS_OUT -> new Badge(Tone.BAD, "−", text);
            case WEAKENED -> new Badge(Tone.WARN, "!", text);
            case DELAYED -> new Badge(Tone.WARN, "◷", text);
            case JOINS -> new Badge(Tone.OK, "+", text);
        };
    }
}
