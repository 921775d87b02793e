package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A response begun before: where it stands, and the one way on from there. */
class ResponseStart extends Composite<Div> {

    private final AnswerSheet sheet;
    private final transient FilesDoor files;
    private final boolean byLink;
    private final Component found;
    private final Consumer<String> go;

    /**
     * @param byLink whether whoever answers came by a personal link, which opens nothing else
     * @param found the way to the results, if there is one
     * @param go to a step, by its place in the address
     */
    ResponseStart(
            AnswerSheet sheet, FilesDoor files, ZoneId zone, boolean byLink, Component found, Consumer<String> go) {
        this.sheet = sheet;
        this.files = files;
        this.byLink = byLink;
        this.found = found;
        this.go = go;
        getContent().add(StepButtons.heading(sheet.intro().title().in(getLocale())));
        if (!sheet.open()) {
            showClosed();
            return;
        }
        switch (sheet.state()) {
            case SUBMITTED -> showSubmitted();
            case EDITED -> {
                getContent().add(new Paragraph("! " + getTranslation("answer.edited")));
                getContent()
                        .add(new StepButtons()
                                .onward(getTranslation("answer.review.again"), () -> go.accept(AnswerPages.REVIEW)));
            }
            case NOT_STARTED, IN_PROGRESS -> showBegun(zone);
        }
    }

    private void showClosed() {
        getContent()
                .add(
                        new Paragraph(closed()),
                        new GivenAnswers(sheet, files),
                        earlier(new StepButtons().other(toPrint()).other(found).other(becameOfThem())));
    }

    private String closed() {
        return switch (sheet.state()) {
            case NOT_STARTED, IN_PROGRESS -> getTranslation("answer.closed.unsubmitted");
            case SUBMITTED -> getTranslation("answer.closed");
            case EDITED -> getTranslation("answer.closed.edited");
        };
    }

    private void showSubmitted() {
        getContent()
                .add(
                        new Paragraph("✓ " + getTranslation("answer.submitted")),
                        new GivenAnswers(sheet, files),
                        earlier(new StepButtons()
                                .other(getTranslation("answer.change"), () -> go.accept("1"))
                                .other(toPrint())
                                .other(found)
                                .other(becameOfThem())));
    }

    /** Who submitted more than once may see what was submitted when. */
    private StepButtons earlier(StepButtons buttons) {
        return sheet.submittedRevision() > 1
                ? buttons.other(Kit.link(
                        SurveyNavigation.answerHref(sheet.campaign()) + "/" + AnswerPages.EARLIER,
                        getTranslation("answer.earlier.open")))
                : buttons;
    }

    private void showBegun(ZoneId zone) {
        getContent()
                .add(
                        new Paragraph(sheet.intro().why().in(getLocale())),
                        Kit.card(new SurveyFacts(sheet.intro(), zone)),
                        new StepButtons().onward(getTranslation("answer.continue"), () -> go.accept(leftOff())));
    }

    /** After the last answer: what was passed over before it may be left out on purpose, and the review names what may not. */
    private String leftOff() {
        var course = sheet.course();
        var asked = course.entries().stream().map(Entry::id).toList();
        int next = 1
                + IntStream.range(0, asked.size())
                        .filter(at -> sheet.answers().containsKey(asked.get(at)))
                        .max()
                        .orElse(-1);
        return next < asked.size() ? String.valueOf(course.stepOf(asked.get(next))) : AnswerPages.REVIEW;
    }

    private Component toPrint() {
        return Kit.link(
                SurveyNavigation.answerHref(sheet.campaign()) + "/" + AnswerPages.MINE,
                getTranslation("answer.print.open"));
    }

    private Component becameOfThem() {
        var mine = Kit.link("my-needs", getTranslation("answer.mine"));
        mine.setVisible(!byLink);
        return mine;
    }

    /** The step of the first of these questions; the review if there is none. */
    static String first(AnswerSheet sheet, Set<QuestionId> wanted) {
        var course = sheet.course();
        return course.entries().stream()
                .map(Entry::id)
                .filter(wanted::contains)
                .findFirst()
                .map(question -> String.valueOf(course.stepOf(question)))
                .orElse(AnswerPages.REVIEW);
    }
}
