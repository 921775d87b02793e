package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Sections with their questions under them, to be dragged. A survey that is not divided shows its questions only; one whose
 * first section says nothing has a line where that begins.
 */
class DesignOutline extends Composite<Div> {

    private final Map<QuestionId, QuestionEditor> questions = new LinkedHashMap<>();
    private final Map<SectionId, SectionEditor> sections = new LinkedHashMap<>();

    /** @param dropped gets the places before and after, from 0, counting each section's heading and each question */
    DesignOutline(SurveyContent content, Texts texts, DesignActs acts, BiConsumer<Integer, Integer> dropped) {
        boolean divided = acts.isDivided(content);
        int unseen = divided ? 0 : 1;
        var rows = new Reorder((from, to) -> dropped.accept(from + unseen, to + unseen));
        rows.addClassNames("tl-stack");
        for (int at = 0; at < content.sections().size(); at++) {
            var section = content.sections().get(at);
            if (divided && at == 0 && acts.isPlain(section)) {
                rows.add(new PlainSection(section.id(), acts));
            } else if (divided) {
                rows.add(kept(sections, section.id(), new SectionEditor(at + 1, section, content, acts)));
            }
            for (var entry : section.entries()) {
                rows.add(kept(
                        questions, entry.id(), new QuestionEditor(questions.size() + 1, entry, content, texts, acts)));
            }
        }
        getContent().add(rows);
    }

    private static <K, C extends Component> C kept(Map<K, C> by, K id, C editor) {
        by.put(id, editor);
        return editor;
    }

    Optional<QuestionEditor> question(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    Optional<SectionEditor> section(SectionId id) {
        return Optional.ofNullable(sections.get(id));
    }

    /** The place of a question, from 1; 0 if it is not there. */
    int numberOf(QuestionId id) {
        return questions.keySet().stream().toList().indexOf(id) + 1;
    }

    /** What conditions and texts call a question, wherever it stands; empty if it is not there. */
    String codeOf(QuestionId id) {
        return question(id).map(QuestionEditor::code).orElse("");
    }

    /** Brings a part of the page into sight, with the focus in its first field, else on what else can be done there. */
    void lookAt(String anchor) {
        getElement()
                .executeJs(
                        "requestAnimationFrame(() => { const at = document.getElementById($0);"
                                + " at?.scrollIntoView({ block: 'center' });"
                                + " (at?.querySelector('input') ?? at?.querySelector('vaadin-button, a'))?.focus(); })",
                        anchor);
    }

    /** Brings what a step was about into sight, with the focus on the whole of it: in a text, keys would mean that text. */
    void standAt(Undone step) {
        step.question()
                .map(CheckPanel::anchor)
                .or(() -> step.section().map(CheckPanel::anchor))
                .ifPresent(anchor -> getElement()
                        .executeJs(
                                "requestAnimationFrame(() => { const at = document.getElementById($0);"
                                        + " at?.setAttribute('tabindex', '-1'); at?.scrollIntoView({ block: 'center' });"
                                        + " at?.focus({ preventScroll: true }); })",
                                anchor));
    }

    /** Says beside each field what is still wrong with it. */
    void showDefects(SurveyContent content) {
        content.questions().forEach(one -> question(one.id()).ifPresent(editor -> editor.showDefects(one)));
    }
}
