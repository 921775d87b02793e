package io.throughline.survey.results;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.answer.Voices;
import io.throughline.survey.count.CountedCells;
import io.throughline.survey.count.UncountedResponses;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Detail;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a campaign's questions, from its cells as far as they tell. The last ones computed are kept. */
@Component
public class CountedResults {

    private static final int KEPT = 2000;

    private final CountedCells cells;
    private final UncountedResponses uncounted;
    private final SubmittedAnswers answers;
    private final WeightSets weights;
    private final KeptResults kept;
    private final LinkedHashMap<Key, Result> recent = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Result> eldest) {
            return size() > KEPT;
        }
    };

    CountedResults(
            CountedCells cells,
            UncountedResponses uncounted,
            SubmittedAnswers answers,
            WeightSets weights,
            KeptResults kept) {
        this.cells = cells;
        this.uncounted = uncounted;
        this.answers = answers;
        this.weights = weights;
        this.kept = kept;
    }

    /**
     * @param names whether organisations may be told from each other by their ids
     * @param least of fewer people nothing is told
     * @param removed whether the answers are no longer there, and figures are those that were kept
     */
    public record Wanted(
            CampaignId campaign, ResultsFilter filter, boolean names, int least, Detail detail, boolean removed) {

        public static Wanted of(ResultsAccess.Readable readable, ResultsFilter filter) {
            // Organisations that are kept of an anonymous campaign are told by name.
            return new Wanted(
                    readable.campaign().id(),
                    filter,
                    readable.names() || readable.campaign().isAnonymous(),
                    readable.least(),
                    Detail.EVERYTHING,
                    readable.campaign().removedAt() != null);
        }

        /** What all said together, and nothing narrower. @param least at least 2, so that organisations stay apart only where large */
        public static Wanted overall(CampaignId campaign, int least, boolean removed) {
            return new Wanted(campaign, ResultsFilter.NONE, false, least, Detail.OVERALL, removed);
        }
    }

    /** @param counted and what is uncounted: state of the campaign, of which the same question has the same figures */
    private record Key(
            Wanted wanted, long counted, List<UncountedResponses.Due> uncounted, Voices voices, QuestionId question) {}

    /** @param goOn asked, with how many responses were just looked through, where there is no other way; where it says no,
     *     figures are of some of the answers only */
    public List<Result> of(Wanted wanted, List<Question> questions, IntPredicate goOn) {
        var campaign = wanted.campaign();
        var filter = wanted.filter();
        if (wanted.removed()) {
            var kind = wanted.detail() == Detail.OVERALL ? KeptResults.Kind.SHARED : KeptResults.Kind.TEAM;
            return kept.of(campaign, kind, filter.segment(), questions);
        }
        var state = cells.whole(campaign);
        var voices = weights.voices(campaign);
        var found = new HashMap<QuestionId, Result>();
        var missing = new ArrayList<Question>();
        for (var question : questions) {
            var known = known(new Key(wanted, state.counted(), state.uncounted(), voices, question.id()));
            if (known == null) {
                missing.add(question);
            } else {
                found.put(question.id(), known);
            }
        }
        if (!missing.isEmpty()) {
            var tallies = filter.said() != null
                    ? answers.of(campaign, filter, missing, voices, goOn)
                    : tallies(missing, filter, parts(filter, state), state.uncounted(), voices);
            var masks = new HashMap<UUID, UUID>();
            for (var question : missing) {
                var tally = Objects.requireNonNull(tallies.get(question.id()));
                var told = wanted.least() > 1 ? large(wanted, question, tally, state, voices) : tally;
                var result = question.result((wanted.names() ? told : told.masked(masks)).telling(wanted.detail()));
                found.put(question.id(), result);
                if (goOn.test(0)) {
                    keep(new Key(wanted, state.counted(), state.uncounted(), voices, question.id()), result);
                }
            }
        }
        return questions.stream()
                .map(question -> Objects.requireNonNull(found.get(question.id())))
                .toList();
    }

    /** Nothing where those a filter leaves out would be too few. */
    private Tally large(Wanted wanted, Question question, Tally tally, CountedCells.Known state, Voices voices) {
        var none = ResultsFilter.NONE;
        var all = wanted.filter().isNone()
                ? tally
                : Objects.requireNonNull(tallies(List.of(question), none, parts(none, state), state.uncounted(), voices)
                        .get(question.id()));
        int left = all.people() - tally.people();
        return left > 0 && left < wanted.least()
                ? new Tally(question.layout(), tally.settings())
                : tally.ofAtLeast(wanted.least());
    }

    /** What is kept of one group's answers to one question in one week. */
    private record Part(Group group, byte[] content) {}

    private static Map<QuestionId, List<Part>> parts(ResultsFilter filter, CountedCells.Known state) {
        var parts = new HashMap<QuestionId, List<Part>>();
        state.cells().forEach((place, content) -> {
            if (filter.admits(place.group(), place.week())) {
                parts.computeIfAbsent(place.question(), _ -> new ArrayList<>()).add(new Part(place.group(), content));
            }
        });
        return parts;
    }

    private Map<QuestionId, Tally> tallies(
            List<Question> questions,
            ResultsFilter filter,
            Map<QuestionId, List<Part>> parts,
            List<UncountedResponses.Due> due,
            Voices voices) {
        var tallies = questions.stream()
                .collect(Collectors.toMap(
                        Question::id,
                        question -> tally(question, parts.getOrDefault(question.id(), List.of()), voices)));
        for (var change : uncounted.changes(due, questions)) {
            var group = change.as().group();
            var tally = tallies.get(change.question());
            if (tally != null && filter.admits(group, change.as().week())) {
                tally.change(group.voice(), voices.weight(group), change::applyTo);
            }
        }
        return tallies;
    }

    private static Tally tally(Question question, List<Part> parts, Voices voices) {
        var tally = new Tally(question.layout(), Settings.STANDARD);
        for (var part : parts) {
            tally.add(
                    part.group().voice(),
                    voices.weight(part.group()),
                    Cell.decoded(question.layout(), Settings.STANDARD.replicates(), part.content()));
        }
        return tally;
    }

    private @Nullable Result known(Key key) {
        synchronized (recent) {
            return recent.get(key);
        }
    }

    private void keep(Key key, Result result) {
        synchronized (recent) {
            recent.put(key, result);
        }
    }
}
