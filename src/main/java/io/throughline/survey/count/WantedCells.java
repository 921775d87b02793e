package io.throughline.survey.count;

import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cells of those a filter leaves, and what is not in them yet, wherever they are kept. */
@Component
public class WantedCells {

    private final CountedCells cells;
    private final SaidCells said;
    private final UncountedResponses uncounted;
    private final CampaignContents contents;

    WantedCells(CountedCells cells, SaidCells said, UncountedResponses uncounted, CampaignContents contents) {
        this.cells = cells;
        this.said = said;
        this.uncounted = uncounted;
        this.contents = contents;
    }

    /** @param progress where it takes a while: much is to be counted, or looked through */
    public KnownCells of(CampaignId campaign, ResultsFilter filter, Progress progress) {
        return filter.said() == null ? cells.of(campaign, filter, progress) : said.of(campaign, filter, progress);
    }

    /** What those a filter leaves said that is not in the cells yet. */
    public List<UncountedResponses.Entry> uncounted(
            CampaignId campaign, ResultsFilter filter, KnownCells known, List<Question> questions) {
        if (known.uncounted().isEmpty()) {
            return List.of();
        }
        var column = column(campaign, filter);
        var read = new HashSet<>(questions);
        if (column != null) {
            read.add(column.question());
        }
        return uncounted.entries(known.uncounted(), read).stream()
                .filter(entry -> entry.isOf(filter, column))
                .toList();
    }

    private @Nullable SaidColumn column(CampaignId campaign, ResultsFilter filter) {
        return filter.said() == null
                ? null
                : SaidColumn.of(filter.said(), contents.of(campaign).content());
    }

    /** How many of each organisation have answered. */
    public Map<UUID, Integer> answered(CampaignId campaign, ResultsFilter filter, KnownCells known) {
        var people = new HashMap<UUID, Integer>();
        known.cells()
                .getOrDefault(UncountedResponses.EVERYBODY, List.of())
                .forEach(part -> people.merge(part.group().organisation(), Cell.people(part.content()), Integer::sum));
        uncounted(campaign, filter, known, List.of())
                .forEach(
                        entry -> people.merge(entry.as().group().organisation(), entry.taken() ? -1 : 1, Integer::sum));
        return people;
    }
}
