package io.throughline.survey.count;

import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the answers to the questions of a campaign come to, group by group, up to the last one submitted. Where all that was
 * counted is at hand, one small query tells so, else only what changed is read again.
 */
@Component
public class CountedCells {

    static final int MOST_UNCOUNTED = 500;

    private final CellStore store;
    private final CellsAtHand atHand;
    private final UncountedResponses uncounted;
    private final HeldAnswers held;
    private final AnswerCounter counter;
    private final CampaignContents contents;
    private final TransactionTemplate reading;

    CountedCells(
            CellStore store,
            CellsAtHand atHand,
            UncountedResponses uncounted,
            HeldAnswers held,
            AnswerCounter counter,
            CampaignContents contents,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.atHand = atHand;
        this.uncounted = uncounted;
        this.held = held;
        this.counter = counter;
        this.contents = contents;
        this.reading = reading(transactions);
    }

    /** What was just counted is newer than what the caller's own transaction may see. */
    static TransactionTemplate reading(PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return reading;
    }

    /** What is kept of one group's answers to one question. */
    public record Part(Group group, byte[] content) {}

    /**
     * All there is. Few answers that are not counted yet are handed over beside the cells, so that nobody waits for
     * them to be written; many are counted first.
     *
     * @param filter without an answer to another question, of which no cell tells
     * @param progress of the counting, where there is much to count
     */
    KnownCells of(CampaignId campaign, ResultsFilter filter, Progress progress) {
        var state = counter.state(campaign, progress);
        var known = atHand.of(campaign);
        if (!state.uncounted() && state.counted() == known.counted()) {
            return known.of(filter, List.of());
        }
        var now = read(campaign, filter);
        if (now.uncounted().size() > MOST_UNCOUNTED) {
            counter.count(campaign, progress);
            now = read(campaign, filter);
        }
        return now;
    }

    /** Cells and what is missing in them are read as they were at one moment. */
    private KnownCells read(CampaignId campaign, ResultsFilter filter) {
        var known = atHand.of(campaign);
        return Objects.requireNonNull(reading.execute(_ -> {
            var now = newer(campaign, known);
            atHand.keep(campaign, now);
            return now.of(filter, uncounted.of(campaign, MOST_UNCOUNTED + 1));
        }));
    }

    private CellsAtHand.Kept newer(CampaignId campaign, CellsAtHand.Kept known) {
        var state = counter.state(campaign, Progress.UNWATCHED);
        var asked = contents.of(campaign);
        var waiting = asked.anonymous() ? held.of(campaign) : List.<HeldAnswers.Held>of();
        var groups = asked.anonymous() ? held.groups(campaign) : Map.<QuestionId, HeldAnswers.Groups>of();
        var before = known.counted() < state.anew() ? CellsAtHand.Kept.NOTHING : known;
        var cells = state.counted() == before.counted()
                ? before
                : before.with(state.counted(), store.since(campaign, before.counted()), asked.content());
        return cells.with(waiting, groups);
    }
}
