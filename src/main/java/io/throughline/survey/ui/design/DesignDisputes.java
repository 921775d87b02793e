package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.ui.Keep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Where this person and somebody else changed the same text. Which one stands is asked at the field itself, where it is
 * written; what is drawn here, above all fields, leads to those.
 */
class DesignDisputes extends Composite<Div> {

    private final transient Map<DesignPart, Keep.Value> mine = new LinkedHashMap<>();
    private final transient Map<DesignPart, DesignConflict> boxes = new LinkedHashMap<>();
    private final transient BiConsumer<DesignPart, Keep.Value> keepMine;
    private final transient BiConsumer<DesignPart, Keep.Value> keepTheirs;

    /**
     * @param keepMine stores what this person wrote last
     * @param keepTheirs lets stand what is stored
     */
    DesignDisputes(BiConsumer<DesignPart, Keep.Value> keepMine, BiConsumer<DesignPart, Keep.Value> keepTheirs) {
        this.keepMine = keepMine;
        this.keepTheirs = keepTheirs;
        getContent().addClassName("answer-told");
    }

    boolean isAbout(DesignPart part) {
        return mine.containsKey(part);
    }

    /** @param value what this person wrote last */
    void add(DesignPart part, Keep.Value value) {
        mine.put(part, value);
    }

    void settled(DesignPart part) {
        mine.remove(part);
        Optional.ofNullable(boxes.remove(part))
                .ifPresent(box -> box.getElement().removeFromParent());
    }

    /** The content with this person's words where it is not decided yet whose stand. */
    SurveyContent mineIn(SurveyContent content) {
        var shown = content;
        for (var one : mine.entrySet()) {
            shown = one.getKey().replaced(shown, one.getValue().value());
        }
        return shown;
    }

    /**
     * Asks at each field.
     *
     * @param page has the fields
     * @param outline numbers the questions
     * @param stored what stands there by now
     */
    void show(Component page, DesignOutline outline, SurveyContent stored) {
        getContent().removeAll();
        if (!mine.isEmpty()) {
            getContent().add(new Span("! " + getTranslation("surveys.design.conflict.open")));
        }
        for (var part : List.copyOf(mine.keySet())) {
            var field = DesignField.of(part, page);
            var name = field.map(one -> name(part, one, outline)).orElse("");
            var box = boxes.computeIfAbsent(part, _ -> new DesignConflict());
            box.ask(name, part.words(stored), () -> decide(keepMine, part), () -> decide(keepTheirs, part));
            field.ifPresentOrElse(
                    one -> putUnder(one, name, box), () -> getContent().add(box));
        }
    }

    private void putUnder(DesignField field, String name, DesignConflict box) {
        box.getElement().removeFromParent();
        var around = field.getElement().getParent();
        around.insertChild(around.indexOfChild(field.getElement()) + 1, box.getElement());
        var go = new Button(getTranslation("surveys.design.conflict.go", name), click -> field.begin());
        go.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().add(go);
    }

    private String name(DesignPart part, DesignField field, DesignOutline outline) {
        var question = part.question();
        return question == null
                ? getTranslation("surveys.design.field", field.title())
                : getTranslation(
                        "surveys.design.field.of", field.title(), outline.numberOf(question), outline.codeOf(question));
    }

    private void decide(BiConsumer<DesignPart, Keep.Value> decision, DesignPart part) {
        var value = mine.get(part);
        if (value != null) {
            decision.accept(part, value);
        }
    }
}
