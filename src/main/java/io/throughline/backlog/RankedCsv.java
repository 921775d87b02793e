package io.throughline.backlog;

import io.throughline.shared.SafeCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The ranked list as a file, row by row in rank order. */
final class RankedCsv {

    private static final String[] HEADER = {
        "rank",
        "computed_rank",
        "pinned",
        "key",
        "title",
        "state",
        "score",
        "score_low_95",
        "score_high_95",
        "too_few_to_rank",
        "evidence",
        "evidence_low_95",
        "evidence_high_95",
        "n_people",
        "effort_hours",
        "must"
    };

    private final StringBuilder out = new StringBuilder();
    private final CSVPrinter printer;
    private final Set<Integer> pinned;
    private final Locale locale;
    private int lastComputed;

    /** @param pinned the ranks that those moved by hand would have by their score */
    RankedCsv(Set<Integer> pinned, Locale locale) {
        this.pinned = pinned;
        this.locale = locale;
        try {
            printer = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(RequirementRow row) {
        try {
            print(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return out.toString();
    }

    /** Those that follow their score stand in computed order, with gaps where the pinned ones would be. */
    private int computedRank(RequirementRow row) {
        if (row.computedRank() instanceof Integer rank) {
            return rank;
        }
        do {
            lastComputed++;
        } while (pinned.contains(lastComputed));
        return lastComputed;
    }

    private void print(RequirementRow row) throws IOException {
        var bar = row.evidence();
        printer.printRecord(
                row.ranked() ? row.rank() : null,
                computedRank(row),
                row.pinned(),
                row.key(),
                SafeCell.of(row.title().in(locale)),
                row.state(),
                row.score(),
                row.scoreLow(),
                row.scoreHigh(),
                row.tooFew(),
                bar == null ? null : bar.value(),
                bar == null ? null : bar.low(),
                bar == null ? null : bar.high(),
                bar == null ? null : bar.people(),
                row.effort(),
                row.must());
    }
}
