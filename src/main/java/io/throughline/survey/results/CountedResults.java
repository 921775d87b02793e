package io.throughline.survey.results;

import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.Voices;
import io.throughline.survey.count.CountedCells;
import io.throughline.survey.count.DueResponse;
import io.throughline.survey.count.HeldAnswers;
import io.throughline.survey.count.KnownCells;
import io.throughline.survey.count.UncountedResponses;
import io.throughline.survey.count.WantedCells;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a campaign's questions, from its cells as far as they tell. The last ones computed are kept. */
@Component
public class CountedResults {

    private static final int KEPT = 2000;

    private final WantedCells cells;
    private final WeightSets weights;
    private final KeptResults kept;
    private final LinkedHashMap<Key, Result> recent = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Result> eldest) {
            return size() > KEPT;
        }
    };

    CountedResults(WantedCells cells, WeightSets weights, KeptResults kept) {
        this.cells = cells;
        this.weights = weights;
        this.kept = kept;
    }

    /** @param counted and what is uncounted: state of the campaign, of which the same question has the same figures */
    private record Key(
            WantedResults wanted, long counted, List<DueResponse> uncounted, Voices voices, QuestionId question) {}

    /** @param progress of counting, or of looking through answers */
    public List<Result> of(WantedResults wanted, List<Question> questions, Progress progress) {
        var state = wanted.kept() == null ? cells.of(wanted.campaign(), wanted.filter(), progress) : KnownCells.NOTHING;
        return of(wanted, questions, state);
    }

    /** @param state of the cells wanted */
    public List<Result> of(WantedResults wanted, List<Question> questions, KnownCells state) {
        var kind = wanted.kept();
        if (kind != null) {
            return kept.of(wanted.campaign(), kind, wanted.filter().segment(), questions);
        }
        if (!wanted.isBesideOthers()) {
            return of(wanted, questions, state, missing -> List.of());
        }
        // What may be told of a segment depends on the others: both as they are at one moment.
        var everybody = cells.of(wanted.campaign(), ResultsFilter.NONE, Progress.UNWATCHED);
        return of(wanted, questions, everybody.of(wanted.filter()), missing -> untold(wanted, missing, everybody));
    }

    /** @param untold those of some questions whose figures would tell, with others that are told, of too few */
    private List<Result> of(
            WantedResults wanted, List<Question> questions, KnownCells state, UnaryOperator<List<Question>> untold) {
        var voices = weights.voices(wanted.campaign());
        var found = new ConcurrentHashMap<QuestionId, Result>();
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
            var tallies = tallies(wanted.campaign(), wanted.filter(), missing, state, voices);
            untold.apply(missing).forEach(question -> tallies.put(question.id(), nobody(question)));
            missing.parallelStream().forEach(question -> {
                var tally = Objects.requireNonNull(tallies.get(question.id()));
                var told = wanted.least() > 1 ? large(wanted, question, tally, state) : tally;
                var result = question.result(told.telling(wanted.detail()));
                keep(new Key(wanted, state.counted(), state.uncounted(), voices, question.id()), result);
                found.put(question.id(), result);
            });
        }
        return questions.stream()
                .map(question -> Objects.requireNonNull(found.get(question.id())))
                .toList();
    }

    /**
     * Nothing of too few people. Organisations weigh, and are told, apart only where each is large; of an anonymous campaign,
     * where that and looking at a segment alone was found to tell of nobody when it closed.
     */
    private static Tally large(WantedResults wanted, Question question, Tally tally, KnownCells state) {
        if (!wanted.anonymous()) {
            return tally.ofAtLeast(wanted.least(), true);
        }
        var groups = state.groups().getOrDefault(question.id(), HeldAnswers.Groups.NONE);
        var segment = wanted.filter().segment();
        return segment == null || groups.segments().contains(segment)
                ? tally.ofAtLeast(wanted.least(), groups.apart())
                : nobody(question);
    }

    private static Tally nobody(Question question) {
        return new Tally(question.layout(), Settings.STANDARD);
    }

    /** Of which the segment wanted can't be told beside the others that can: fewer answered a question than the survey. */
    private List<Question> untold(WantedResults wanted, List<Question> questions, KnownCells everybody) {
        var uncounted = cells.uncounted(wanted.campaign(), ResultsFilter.NONE, everybody, questions);
        return questions.stream()
                .filter(question -> !ConfidentialResults.APART
                        .of(answered(question.id(), everybody, uncounted))
                        .contains(Objects.requireNonNull(wanted.filter().segment())))
                .toList();
    }

    private static List<SegmentsApart.Answered> answered(
            QuestionId question, KnownCells everybody, List<UncountedResponses.Entry> uncounted) {
        var people = new HashMap<Group, Integer>();
        for (var part : everybody.cells().getOrDefault(question, List.of())) {
            people.merge(part.group(), Cell.people(part.content()), Integer::sum);
        }
        for (var entry : uncounted) {
            if (entry.said().containsKey(question)) {
                people.merge(entry.as().group(), entry.taken() ? -1 : 1, Integer::sum);
            }
        }
        return people.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> new SegmentsApart.Answered(
                        one.getKey().segment(), one.getKey().organisation(), one.getValue()))
                .toList();
    }

    private Map<QuestionId, Tally> tallies(
            CampaignId campaign, ResultsFilter filter, List<Question> questions, KnownCells state, Voices voices) {
        var uncounted = cells.uncounted(campaign, filter, state, questions);
        return questions.parallelStream().collect(Collectors.toMap(Question::id, question -> {
            var tally = tally(question, state.cells().getOrDefault(question.id(), List.of()), voices);
            for (var entry : uncounted) {
                var group = entry.as().group();
                var measure = entry.said().get(question.id());
                if (measure != null) {
                    tally.change(group.voice(), voices.weight(group), cell -> entry.applyTo(cell, measure));
                }
            }
            state.held().stream()
                    .filter(held -> held.question().equals(question.id()) && filter.admits(held.group(), held.week()))
                    .forEach(held -> held.takeBack(question, voices.weight(held.group()), tally));
            return tally;
        }));
    }

    private static Tally tally(Question question, List<CountedCells.Part> parts, Voices voices) {
        var tally = nobody(question);
        for (var part : parts) {
            tally.add(part.group().voice(), voices.weight(part.group()), part.content());
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
