package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.question.AnswerField;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;

/** One question: how far one is, the question, its field, back and on. */
class QuestionStep extends Composite<Div> {

    private static final int SECONDS = 60;

    /**
     * @param number of the question, from 1
     * @param keep around the field
     * @param go to another step, by its place in the address
     */
    QuestionStep(Sheet sheet, int number, Keep keep, FilesDoor files, ZoneId zone, Consumer<String> go) {
        var questions = sheet.questions();
        var question = questions.get(number - 1);
        var held = sheet.answers().get(question.id());
        var heading = StepButtons.heading(question.title().in(getLocale()));
        var home = Kit.link(
                SurveyNavigation.answerHref(sheet.campaign()),
                sheet.intro().title().in(getLocale()));
        var last = number == questions.size();
        keep.add(Kit.div("answer-head", home, keep.state(held == null ? "" : keep.savedAt(held.savedAt(), zone))));
        keep.add(progress(questions, number), heading);
        var help = question.help().in(getLocale());
        if (!help.isBlank()) {
            keep.add(new Paragraph(help));
        }
        keep.add(AnswerField.of(
                question,
                held == null ? question.blank() : held.answer(),
                files,
                getLocale(),
                sheet.id().value()));
        keep.add(new StepButtons()
                .other(getTranslation("answer.back"), () -> go.accept(number == 1 ? "" : String.valueOf(number - 1)))
                .onward(
                        getTranslation(last ? "answer.next.review" : "answer.next"),
                        () -> go.accept(last ? AnswerView.REVIEW : String.valueOf(number + 1))));
        keep.add(note(sheet, zone));
        getContent().add(keep);
    }

    private Component progress(List<Question> questions, int number) {
        var seconds =
                questions.stream().skip(number - 1L).mapToInt(Question::seconds).sum();
        var text = getTranslation("answer.step", number, questions.size()) + " · "
                + getTranslation("answer.minutes.left", Math.ceilDiv(seconds, SECONDS));
        var bar = new HtmlContainer("progress");
        bar.getElement().setAttribute("max", String.valueOf(questions.size()));
        bar.getElement().setAttribute("value", String.valueOf(number - 1));
        bar.getElement().setAttribute("aria-hidden", "true");
        return Kit.div("answer-progress", Kit.dim(text), bar);
    }

    private Component note(Sheet sheet, ZoneId zone) {
        var closes = sheet.intro().closesAt();
        var text = closes == null
                ? getTranslation("answer.seen")
                : getTranslation(
                        "answer.note",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(closes.atZone(zone)));
        var note = Kit.dim(text);
        note.addClassName("answer-note");
        return note;
    }
}
