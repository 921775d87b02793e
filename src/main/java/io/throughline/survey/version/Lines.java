package io.throughline.survey.version;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What decisions about edits amount to. */
public final class Lines {

    private Lines() {}

    /**
     * For each question that both versions ask, how the later answers stand to the earlier ones. What is not decided, or
     * decided as it can't be, is taken as archived: nothing is compared that nobody said is comparable.
     *
     * @param decisions by {@link Edit#key}
     */
    public static Map<QuestionId, Continuation> of(
            SurveyContent before, SurveyContent after, List<Edit> edits, Map<String, Decision> decisions) {
        var later = after.questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
        var lines = new LinkedHashMap<QuestionId, Continuation>();
        for (var question : before.questions()) {
            var now = later.get(question.id());
            if (now != null) {
                lines.put(question.id(), line(question, now, touching(edits, question.id()), decisions));
            }
        }
        return lines;
    }

    private static List<Edit> touching(List<Edit> edits, QuestionId question) {
        return edits.stream().filter(edit -> edit.touches().contains(question)).toList();
    }

    private static Continuation line(
            Question before, Question after, List<Edit> edits, Map<String, Decision> decisions) {
        var now = new HashSet<>(Bearing.keys(after));
        var items = new LinkedHashMap<String, String>();
        Bearing.keys(before).stream().filter(now::contains).forEach(key -> items.put(key, key));
        Set<String> taken = new HashSet<>();
        for (var edit : edits) {
            var decision = decided(edit, decisions.get(edit.key()));
            if (decision == null) {
                continue;
            }
            switch (decision.choice()) {
                case KEEP -> {}
                case SET_ASIDE -> items.remove(edit.item());
                case MAP -> {
                    if (Bearing.mergeable(after) || taken.add(decision.target())) {
                        items.put(edit.item(), decision.target());
                    }
                }
                case ARCHIVE -> {
                    return Continuation.NONE;
                }
            }
        }
        return new Continuation(true, items);
    }

    /** What counts as decided about an edit; null where there is nothing to decide. */
    public static @Nullable Decision decided(Edit edit, @Nullable Decision decision) {
        var offer = edit.offer();
        if (offer.possible().isEmpty()) {
            return null;
        }
        if (!offer.isOpen()) {
            return Decision.of(offer.possible().getFirst());
        }
        return decision != null && offer.allows(decision) ? decision : Decision.of(Choice.ARCHIVE);
    }

    /** The edits somebody still has to decide about. @param decisions by {@link Edit#key} */
    public static List<Edit> undecided(List<Edit> edits, Map<String, Decision> decisions) {
        return edits.stream()
                .filter(edit -> edit.offer().isOpen())
                .filter(edit -> {
                    var decision = decisions.get(edit.key());
                    return decision == null || !edit.offer().allows(decision);
                })
                .toList();
    }

    /**
     * The edits whose items are mapped to one that another item is mapped to already, where two can't stand for one.
     *
     * @param decisions by {@link Edit#key}
     */
    public static List<Edit> colliding(SurveyContent after, List<Edit> edits, Map<String, Decision> decisions) {
        var taken = new HashSet<List<Object>>();
        return edits.stream()
                .filter(edit -> {
                    var decision = decisions.get(edit.key());
                    var question = edit.question();
                    return question != null
                            && decision != null
                            && decision.choice() == Choice.MAP
                            && edit.offer().allows(decision)
                            && !Bearing.mergeable(after.question(question))
                            && !taken.add(List.of(question, decision.target()));
                })
                .toList();
    }
}
