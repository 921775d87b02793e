package io.throughline.survey;

import io.throughline.shared.DomainException;
import io.throughline.shared.Progress;
import io.throughline.survey.lineage.Lineage;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.question.stats.PairedChange;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.results.AnsweredBoth;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.Figure;
import io.throughline.survey.results.ReadableResults;
import io.throughline.survey.results.ResultFigures;
import io.throughline.survey.results.ResultsAccess;
import io.throughline.survey.results.WantedResults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two campaigns of a survey side by side: what changed from one wave to the next, and what may be chance. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Waves {

    private final ResultsAccess reading;
    private final Lineage lineage;
    private final CountedResults counted;
    private final AnsweredBoth both;

    Waves(ResultsAccess reading, Lineage lineage, CountedResults counted, AnsweredBoth both) {
        this.reading = reading;
        this.lineage = lineage;
        this.counted = counted;
        this.both = both;
    }

    /**
     * @param people who answered both campaigns and are compared with themselves as well; null where the viewer is not to
     *     know who answered
     * @param incomplete whether more people answered both than are compared
     * @param strangers whether there may be more who can't be told, since both have answers brought in of people whom no
     *     account is linked with
     */
    public record Comparison(
            @Nullable Integer people, boolean incomplete, boolean strangers, List<QuestionChange> questions) {}

    /**
     * A question of the later campaign.
     *
     * @param asked whether it was asked in the earlier one so that answers may be compared; if not, nothing is
     * @param before size of the earlier result; null where it was not asked, or nothing is told of it
     * @param after size of the later result; null where nothing is told of it
     */
    public record QuestionChange(
            Question question,
            Asked asked,
            @Nullable Size before,
            @Nullable Size after,
            List<FigureChange> figures) {

        /** Whether one of the two rests on too few people. */
        public boolean tooFew() {
            return isBeforeWithheld()
                    || isAfterWithheld()
                    || before != null && before.tooFewToRank()
                    || after != null && after.tooFewToRank();
        }

        /** Whether nothing is told of the earlier result, too few having answered. */
        public boolean isBeforeWithheld() {
            return before == null && asked != Asked.NOT_ASKED;
        }

        /** Whether nothing is told of the later result, too few having answered. */
        public boolean isAfterWithheld() {
            return after == null;
        }
    }

    /** How a question was asked in the earlier campaign. */
    public enum Asked {
        /** In the same words about the same items, or so that its answers go on, as was decided with each edit. */
        SAME,
        /** Otherwise, so that its answers are archived. */
        CHANGED,
        NOT_ASKED
    }

    /**
     * @param item key of the item, empty for the question as a whole
     * @param figure its name, as in exports
     * @param before weighted
     * @param after weighted
     * @param corrected p of the difference corrected by Holm over the items of the question; null where there is no test
     * @param paired of those who answered both, everybody counted once, its p corrected likewise; null where fewer than two
     *     did
     */
    public record FigureChange(
            String item,
            String figure,
            double before,
            double after,
            Change change,
            @Nullable Double corrected,
            @Nullable PairedChange paired) {}

    /**
     * What changed under the campaign's own weights.
     *
     * @param filter the same for both campaigns
     * @param progress of looking through the answers of both
     * @throws DomainException NOT_FOUND, also for campaigns of two surveys; what the filter is refused for
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Comparison compare(CampaignId before, CampaignId after, ResultsFilter filter, Progress progress) {
        var earlier = reading.readable(before, filter);
        var later = reading.readable(after, filter);
        if (!earlier.survey().id().equals(later.survey().id())) {
            throw DomainException.notFound();
        }
        if (earlier.campaign().number() > later.campaign().number()) {
            return compare(after, before, filter, progress);
        }
        boolean names = earlier.names() && later.names();
        var asked = earlier.content().questions().stream().collect(Collectors.toMap(Question::id, one -> one));
        var unchanged = later.content().questions().stream()
                .filter(question -> isSame(asked.get(question.id()), question))
                .toList();
        var was = wave(before, filter, earlier, progress.step(0, 3));
        var is = wave(after, filter, later, progress.step(1, 3));
        var pairs = names ? both.of(before, after, filter, unchanged, progress.step(2, 3)) : AnsweredBoth.Pairs.NONE;
        return new Comparison(
                names ? pairs.people() : null,
                pairs.incomplete(),
                pairs.strangers(),
                later.content().questions().stream()
                        .map(question ->
                                change(question, lineage.between(before, after, question.id()), was, is, pairs))
                        .toList());
    }

    /** All results of one of the two. */
    private record Wave(ReadableResults readable, Map<QuestionId, Result> results) {

        /** Null where it was not asked. */
        @Nullable
        Result result(Question question) {
            return results.get(question.id());
        }

        /** Null where it was not asked, or nothing is told of it. */
        @Nullable
        Size size(Question question) {
            var result = result(question);
            return result == null || readable.isWithheld(result.size()) ? null : result.size();
        }
    }

    private Wave wave(CampaignId campaign, ResultsFilter filter, ReadableResults readable, Progress progress) {
        var questions = readable.content().questions();
        var results = counted.of(WantedResults.of(readable, filter), questions, progress);
        var found = new LinkedHashMap<QuestionId, Result>();
        for (int at = 0; at < questions.size(); at++) {
            found.put(questions.get(at).id(), results.get(at));
        }
        return new Wave(readable, found);
    }

    /** Whether the same person's answers to both say the same thing; having to answer changes nothing. */
    private static boolean isSame(@Nullable Question before, Question after) {
        return before != null && optional(before).equals(optional(after));
    }

    private static Question optional(Question question) {
        return Rewording.of(question, question.title(), question.help(), false, question.items());
    }

    /** @param items what the keys of the earlier items are now; nothing where the question may not be compared */
    private static QuestionChange change(
            Question question, Optional<Map<String, String>> items, Wave was, Wave is, AnsweredBoth.Pairs pairs) {
        var before = was.result(question);
        var after = Objects.requireNonNull(is.result(question));
        var asked = before == null ? Asked.NOT_ASKED : items.isPresent() ? Asked.SAME : Asked.CHANGED;
        var figures = before != null && items.isPresent()
                ? figures(question, earlier(question, ResultFigures.of(before), items.get()), after, pairs)
                : List.<FigureChange>of();
        return new QuestionChange(question, asked, was.size(question), is.size(question), figures);
    }

    /** Figures by what they are about now; of items put together there is none. */
    private static Map<AnsweredBoth.What, ByWeighting> earlier(
            Question question, List<Figure> figures, Map<String, String> items) {
        var found = new HashMap<AnsweredBoth.What, ByWeighting>();
        var twice = new HashSet<AnsweredBoth.What>();
        AnsweredBoth.estimated(figures).forEach((what, values) -> {
            var item = what.item().isEmpty() || question.items().isEmpty() ? what.item() : items.get(what.item());
            if (item != null && found.put(new AnsweredBoth.What(item, what.name()), values) != null) {
                twice.add(new AnsweredBoth.What(item, what.name()));
            }
        });
        found.keySet().removeAll(twice);
        return found;
    }

    private static List<FigureChange> figures(
            Question question, Map<AnsweredBoth.What, ByWeighting> earlier, Result after, AnsweredBoth.Pairs pairs) {
        var changes = new ArrayList<FigureChange>();
        AnsweredBoth.estimated(ResultFigures.of(after)).forEach((what, now) -> {
            var then = earlier.get(what);
            var is = now.weighted();
            var was = then == null ? null : then.weighted();
            if (is != null && was != null) {
                changes.add(new FigureChange(
                        what.item(),
                        what.name(),
                        was.value(),
                        is.value(),
                        Change.of(was, is),
                        null,
                        pairs.paired(question.id(), what)));
            }
        });
        return corrected(changes);
    }

    /** Figures of one name are looked at together. */
    private static List<FigureChange> corrected(List<FigureChange> changes) {
        var all = new ArrayList<FigureChange>();
        changes.stream()
                .collect(Collectors.groupingBy(FigureChange::figure, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(together -> {
                    var ps = new ArrayList<@Nullable Double>();
                    var pairedPs = new ArrayList<@Nullable Double>();
                    for (var one : together) {
                        var paired = one.paired();
                        ps.add(one.change().p());
                        pairedPs.add(paired == null ? null : paired.change().p());
                    }
                    var corrected = Change.holm(ps);
                    var pairedCorrected = Change.holm(pairedPs);
                    for (int at = 0; at < together.size(); at++) {
                        var one = together.get(at);
                        var paired = one.paired();
                        all.add(new FigureChange(
                                one.item(),
                                one.figure(),
                                one.before(),
                                one.after(),
                                one.change(),
                                corrected.get(at),
                                paired == null ? null : paired.corrected(pairedCorrected.get(at))));
                    }
                });
        return all;
    }
}
