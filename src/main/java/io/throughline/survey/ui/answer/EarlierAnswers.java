package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.answer.ResponseHistory.Change;
import io.throughline.survey.answer.ResponseHistory.Revision;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.question.AnswerSummary;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every time a response was submitted, newest first, with what was changed then: before and after. */
class EarlierAnswers extends Composite<Div> {

    private final transient FilesDoor files;
    private final List<Question> asked;

    /** @param asked in the order of the survey, @param files gives out those that were answers */
    EarlierAnswers(List<Revision> revisions, List<Question> asked, FilesDoor files, ZoneId zone) {
        this.files = files;
        this.asked = List.copyOf(asked);
        getContent().addClassName("answer-given");
        for (var revision : revisions) {
            getContent().add(part(revision, revision.equals(revisions.getFirst()), zone));
        }
    }

    private Component part(Revision revision, boolean counts, ZoneId zone) {
        var when = Kit.row(new H2(getTranslation("answer.revision", revision.number())));
        var at = revision.submittedAt();
        if (at != null) {
            when.add(new Moment(at, zone));
        }
        if (counts) {
            when.add(new Badge(Tone.OK, "✓", getTranslation("answer.revision.counts")));
        }
        var part = new Section(when);
        part.addClassName("tl-card");
        if (revision.number() == 1) {
            part.add(new Paragraph(getTranslation("answer.revision.first")));
        } else if (revision.changes().isEmpty()) {
            part.add(new Paragraph(getTranslation("answer.revision.same")));
        } else {
            part.add(new Paragraph(
                    getTranslation("answer.revision.changed", revision.changes().size())));
            asked.stream()
                    .filter(question -> revision.changes().containsKey(question.id()))
                    .forEach(question ->
                            part.add(change(question, revision.changes().get(question.id()))));
        }
        return part;
    }

    private Component change(Question question, @Nullable Change change) {
        if (change == null) {
            return new Span();
        }
        return new Details(
                question.title().in(getLocale()),
                Kit.columns(
                        side("answer.revision.before", question, change.before()),
                        side("answer.revision.after", question, change.after())));
    }

    private Component side(String title, Question question, @Nullable Answer answer) {
        return new Div(
                new H3(getTranslation(title)),
                new AnswerSummary(question, answer == null ? question.blank() : answer, files));
    }
}
