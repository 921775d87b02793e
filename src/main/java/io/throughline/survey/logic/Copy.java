package io.throughline.survey.logic;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Rewording;
import java.util.Map;
import java.util.stream.Collectors;

/** The same survey anew: every question and section under an id of its own, so that no answer to one is taken for the other's. */
public final class Copy {

    private final Map<QuestionId, QuestionId> questions;

    private Copy(SurveyContent content) {
        questions = content.entries().stream()
                .map(Entry::id)
                .distinct()
                .collect(Collectors.toMap(id -> id, _ -> QuestionId.next()));
    }

    /** Conditions look at the copied questions; codes stay, and with them what quotes an answer. */
    public static SurveyContent of(SurveyContent content) {
        var copy = new Copy(content);
        return content.with(content.sections().stream()
                .map(section -> new Section(
                        section.id().equals(SectionId.ONLY) ? SectionId.ONLY : SectionId.next(),
                        section.title(),
                        section.help(),
                        copy.of(section.shownIf()),
                        section.entries().stream().map(copy::of).toList()))
                .toList());
    }

    private Entry of(Entry entry) {
        return entry.with(Rewording.of(entry.question(), of(entry.id()))).with(of(entry.shownIf()));
    }

    /** What looks at a question that is gone goes on doing so: the check names it, as it did before. */
    private Condition of(Condition condition) {
        return new Condition(
                condition.match(),
                condition.comparisons().stream()
                        .map(one -> new Comparison(of(one.question()), one.claim()))
                        .toList());
    }

    private QuestionId of(QuestionId id) {
        return questions.getOrDefault(id, id);
    }
}
