package io.throughline.survey.logic;

import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way through a survey for who has answered so: which questions are asked, page by page. Answers to questions that are
 * not asked don't count, neither for conditions nor in the end; they are kept, and count again when the question is asked
 * again. Conditions look back only, so that one walk from the first question to the last decides everything.
 */
public final class Course {

    private final List<Step> steps;
    private final Map<QuestionId, Integer> places;

    private Course(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.places = new HashMap<>();
        for (int place = 0; place < steps.size(); place++) {
            for (var entry : steps.get(place).entries()) {
                places.put(entry.id(), place);
            }
        }
    }

    /**
     * One page.
     *
     * @param opens whether it is the section's first page, so that its heading stands above
     * @param entries at least one
     */
    public record Step(Section section, boolean opens, List<Entry> entries) {

        public Step {
            entries = List.copyOf(entries);
        }
    }

    /** @param answers those given so far, in any state; of questions that are no longer asked, too */
    public static Course of(SurveyContent content, Map<QuestionId, Answer> answers) {
        var asked = new HashMap<QuestionId, Question>();
        Function<QuestionId, Facts> facts = id -> {
            var question = asked.get(id);
            var answer = question == null ? null : answers.get(id);
            return question == null || answer == null ? Facts.NONE : Facts.of(question, answer);
        };
        var steps = new ArrayList<Step>();
        for (var section : content.sections()) {
            if (!section.shownIf().holds(facts)) {
                continue;
            }
            var shown = new ArrayList<Entry>();
            for (var entry : section.entries()) {
                if (entry.shownIf().holds(facts)) {
                    shown.add(entry);
                    asked.put(entry.id(), entry.question());
                }
            }
            steps.addAll(paged(content.paging(), section, shown));
        }
        return new Course(steps);
    }

    private static List<Step> paged(Paging paging, Section section, List<Entry> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        return switch (paging) {
            case SECTION -> List.of(new Step(section, true, shown));
            case QUESTION ->
                IntStream.range(0, shown.size())
                        .mapToObj(place -> new Step(section, place == 0, List.of(shown.get(place))))
                        .toList();
        };
    }

    /** The pages, in their order; none if nothing is asked. */
    public List<Step> steps() {
        return steps;
    }

    /** The questions that are asked, in their order. */
    public List<Entry> entries() {
        return steps.stream().flatMap(step -> step.entries().stream()).toList();
    }

    public boolean shows(QuestionId question) {
        return places.containsKey(question);
    }

    /** The questions that are not asked. @param content that this is a way through */
    public Set<QuestionId> hidden(SurveyContent content) {
        return content.questions().stream()
                .map(Question::id)
                .filter(question -> !shows(question))
                .collect(Collectors.toSet());
    }

    /** The page a question stands on, from 1; 0 if it is not asked. */
    public int stepOf(QuestionId question) {
        return places.getOrDefault(question, -1) + 1;
    }

    /** Those of the answers that count. */
    public <A> Map<QuestionId, A> counted(Map<QuestionId, A> answers) {
        return answers.entrySet().stream()
                .filter(entry -> shows(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }
}
