package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a draft asks, at a glance, each line leading to where it is designed: a draft of many questions is a long page. */
class DesignContents extends Composite<NativeDetails> {

    /** So few are in sight anyway. */
    private static final int FEWEST = 4;

    private final transient Consumer<String> go;
    private final Div lines = Kit.div("design-contents-lines");
    private List<Line> shown = List.of();

    /** @param go gets the anchor of what is to be looked at */
    DesignContents(Consumer<String> go) {
        this.go = go;
        getContent().addClassName("design-contents");
        getContent().setContent(lines);
    }

    /** @param divided whether its sections have headings */
    void show(SurveyContent content, boolean divided) {
        int questions = content.entries().size();
        setVisible(questions >= FEWEST);
        getContent().setSummaryText(getTranslation("surveys.design.contents", questions));
        var now = lines(content, divided);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        lines.removeAll();
        for (var line : now) {
            var button = new Button(line.text(), click -> go.accept(line.anchor()));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.addClassName(line.section() ? "design-contents-section" : "design-contents-line");
            lines.add(button);
        }
    }

    private List<Line> lines(SurveyContent content, boolean divided) {
        var made = new ArrayList<Line>();
        int section = 0;
        int question = 0;
        for (var part : content.sections()) {
            section++;
            if (divided) {
                var name = getTranslation("surveys.section", section);
                var title = Quotes.unanswered(part.title());
                made.add(new Line(
                        title.isBlank() ? name : name + ": " + title.in(getLocale()),
                        CheckPanel.anchor(part.id()),
                        true));
            }
            for (var entry : part.entries()) {
                question++;
                var title = Quotes.unanswered(entry.question().title());
                var type = getTranslation(QuestionEditor.key(entry.question()));
                made.add(new Line(
                        getTranslation(
                                "surveys.design.question", question, title.isBlank() ? type : title.in(getLocale())),
                        CheckPanel.anchor(entry.id()),
                        false));
            }
        }
        made.add(new Line(getTranslation("surveys.design.add"), QuestionTypes.ANCHOR, true));
        made.add(new Line(getTranslation("surveys.check"), CheckPanel.ANCHOR, true));
        return made;
    }

    private record Line(String text, String anchor, boolean section) {}
}
