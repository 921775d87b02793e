package io.throughline.survey.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionReport;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Estimate.Interval;
import io.throughline.survey.question.stats.Size;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ItemSharesTest {

    private static final Item LAST = SurveyFixtures.CHOICE.items().getLast();

    /** The last of the items asked about is named most. */
    private static ItemShares shares(Size size) {
        var rows = List.of(row("a", 1, size), row("b", 0, size), row("c", 2, size));
        var result = new ImportanceSatisfaction.Result(size, 0, 0, rows);
        return new ItemShares(new QuestionReport(SurveyFixtures.CHOICE, result), Locale.ENGLISH, key -> key);
    }

    private static ImportanceSatisfaction.ItemResult row(String key, int quarters, Size size) {
        var share = new Estimate(quarters / 4.0, quarters / 8.0, .75, size.people(), Interval.WILSON);
        var figure = new ByWeighting(share, share, share);
        return new ImportanceSatisfaction.ItemResult(
                key, size.people() * quarters / 4, List.of(0, 0, 0, 0, 0), 0, figure, figure, figure, List.of(), null);
    }

    @Test
    void what_enough_people_said_is_put_in_order_and_told_with_its_interval() {
        var shares = shares(new Size(400, 30, false));

        assertThat(shares.isRanked()).isTrue();
        assertThat(shares.items()).extracting(Item::key).containsExactly("c", "a", "b");
        assertThat(shares.of(LAST)).isEqualTo("surveys.named 200 · 50.0% [25.0–75.0]");
    }

    @Test
    void what_too_few_said_stays_as_it_was_asked_and_is_drawn_together_without_decimals() {
        var shares = shares(new Size(4, 4, true));

        assertThat(shares.isRanked()).isFalse();
        assertThat(shares.items()).extracting(Item::key).containsExactly("a", "b", "c");
        assertThat(shares.of(LAST)).startsWith("surveys.named 2 · 38% [").doesNotContain("50%");
    }

    @Test
    void of_what_nobody_answered_nothing_is_told() {
        assertThat(shares(new Size(0, 0, true)).of(LAST)).isEqualTo("–");
    }
}
