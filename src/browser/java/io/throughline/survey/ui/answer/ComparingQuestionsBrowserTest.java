package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Ids;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The types that compare items: by keyboard alone on a phone, and by mouse on a large screen, in both themes. */
class ComparingQuestionsBrowserTest extends QuestionsInBrowser {

    private static final List<Item> ITEMS = items(
            "See a repair through to the end",
            "Report with a photo",
            "A map of planned works",
            "An answer within one day");

    private final BestWorst sets = new BestWorst(
                    new QuestionId(Ids.next()),
                    SurveyFixtures.text("Which of these matters most to you, and which least?"),
                    SurveyFixtures.text("Choose one on each side."),
                    true,
                    3,
                    3,
                    ITEMS,
                    List.of())
            .designed();
    private final Kano pairs = new Kano(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("How would you feel with it, and how without it?"),
            SurveyFixtures.text(""),
            true,
            ITEMS.subList(0, 2));
    private final Ranking order = new Ranking(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("What should come first?"),
            SurveyFixtures.text("Equal ranks are fine, and so is leaving some out."),
            true,
            ITEMS);
    private final Pairwise each = new Pairwise(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("Which of the two counts more?"),
            SurveyFixtures.text(""),
            true,
            ITEMS.subList(0, 3));

    @BeforeEach
    void ask() {
        publish(sets, pairs, order, each);
    }

    @Test
    void each_type_is_answered_by_keyboard_alone_on_a_phone() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        mostAndLeastByKeyboard(page);
        withAndWithoutByKeyboard(page);
        orderByKeyboard(page);
        pairsByKeyboard(page);
    }

    private void mostAndLeastByKeyboard(Page page) {
        open(page, 1, "tl-best-worst");
        focus(page, ".answer-set:nth-of-type(1) .answer-best input");
        press(page, "Space", "ArrowDown", "Tab", "Space", "ArrowDown");
        var first = page.locator(".answer-set").first();
        assertThat(first.locator(".answer-best input").nth(1)).isChecked();
        assertThat(first.locator(".answer-worst input").nth(2)).isChecked();
        assertThat(page.locator(".answer-bar")).containsText("1 of 4 sets complete");
        press(page, "Shift+Tab", "ArrowDown");
        assertThat(first.locator(".answer-best input").first()).isChecked();
        assertThat(first.locator(".answer-worst input").nth(2)).isChecked();
        saved(page);
        var shown = sets.shownTo(sheet().id().value()).getFirst();
        assertThat(answer(sets))
                .isEqualTo(new BestWorst.Answer(Map.of(
                        shown.number(),
                        new BestWorst.Pick(
                                shown.items().getFirst(), shown.items().get(2)))));
        look(page, "types-best-worst-phone-dark");
        page.reload();
        page.locator(".answer-set").first().waitFor();
        assertThat(page.locator(".answer-set")
                        .first()
                        .locator(".answer-best input")
                        .first())
                .isChecked();
    }

    private void withAndWithoutByKeyboard(Page page) {
        open(page, 2, "tl-kano");
        focus(page, ".answer-set:nth-of-type(1) .answer-feelings input");
        press(page, "Space", "Tab", "Space");
        assertThat(page.locator(".answer-hint").first()).containsText("both with and without");
        look(page, "types-kano-phone-dark");
        press(page, "ArrowLeft");
        assertThat(page.locator(".answer-hint").first()).isEmpty();
        saved(page);
        assertThat(answer(pairs))
                .isEqualTo(new Kano.Answer(Map.of("i0", new Kano.Pair(Feeling.LIKE, Feeling.DISLIKE))));
    }

    private void orderByKeyboard(Page page) {
        open(page, 3, "tl-ranking");
        focus(page, "[data-key=i2] input");
        page.keyboard().type("1");
        press(page, "Enter");
        focus(page, "[data-key=i0] input");
        page.keyboard().type("1");
        press(page, "Enter");
        assertThat(page.locator("tl-ranking [role=status]"))
                .hasText("“" + ITEMS.getFirst().text().in(Locale.ENGLISH) + "” shares rank 1");
        focus(page, "[data-key=i3] input");
        press(page, "ArrowUp", "ArrowUp");
        assertThat(page.locator("tl-ranking [role=status]")).containsText("has rank 1");
        assertThat(page.locator("[data-key=i3] input")).isFocused();
        saved(page);
        assertThat(answer(order)).isEqualTo(new Ranking.Answer(Map.of("i3", 1, "i2", 2, "i0", 2)));
        look(page, "types-ranking-phone-dark");
    }

    private void pairsByKeyboard(Page page) {
        open(page, 4, "tl-pairwise");
        for (int pair = 1; pair <= 3; pair++) {
            focus(page, ".answer-pair:nth-of-type(" + pair + ") input");
            press(page, "Space");
        }
        assertThat(page.locator(".answer-bar [role=status]")).containsText("contradict each other");
        focus(page, ".answer-bar button");
        press(page, "Enter");
        assertThat(page.locator(".answer-hint:not(:empty)")).hasCount(1);
        look(page, "types-pairwise-phone-dark");
        focus(page, ".answer-pair:nth-of-type(2) input:checked");
        press(page, "ArrowRight", "ArrowRight", "ArrowRight");
        focus(page, ".answer-pair:nth-of-type(1) input:checked");
        press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
        focus(page, ".answer-pair:nth-of-type(3) input:checked");
        press(page, "ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(page.locator(".answer-bar [role=status]"))
                .containsText("fit together (consistency ratio 0.00; up to 0.10 is acceptable)");
        saved(page);
        assertThat(answer(each)).isEqualTo(new Pairwise.Answer(Map.of("i0:i1", 1, "i0:i2", 3, "i1:i2", 3)));
    }

    @Test
    void each_type_is_answered_by_mouse_on_a_large_screen() {
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT);
        open(page, 1, "tl-best-worst");
        var set = page.locator(".answer-set").first();
        set.locator(".answer-best label").first().click();
        set.locator(".answer-worst label").first().click();
        assertThat(set.locator(".answer-best input:checked")).hasCount(0);
        assertThat(page.locator(".answer-bar")).containsText("matters least now");
        set.locator(".answer-best label").nth(1).click();
        look(page, "types-best-worst-desktop");

        open(page, 2, "tl-kano");
        page.locator(".answer-feelings label").nth(1).click();
        page.locator(".answer-feelings label").nth(9).click();
        saved(page);
        assertThat(answer(pairs))
                .isEqualTo(new Kano.Answer(Map.of("i0", new Kano.Pair(Feeling.MUST_BE, Feeling.DISLIKE))));
        look(page, "types-kano-desktop");

        open(page, 3, "tl-ranking");
        page.locator("[data-key=i1] button").first().click();
        page.locator("[data-key=i3] button").first().click();
        drag(page, page.locator("[data-key=i3] .tl-handle"), page.locator("[data-key=i1] .tl-handle"));
        saved(page);
        assertThat(answer(order)).isEqualTo(new Ranking.Answer(Map.of("i3", 1, "i1", 2)));
        page.locator("[data-key=i1] button").nth(2).click();
        assertThat(page.locator("[data-key=i1] input")).hasValue("1");
        look(page, "types-ranking-desktop");

        open(page, 4, "tl-pairwise");
        page.locator(".answer-pair").first().locator("label").nth(2).click();
        page.locator(".answer-pair").nth(1).locator("label").nth(2).click();
        page.locator(".answer-pair").nth(2).locator("label").nth(4).click();
        assertThat(page.locator(".answer-bar [role=status]")).containsText("fit together");
        saved(page);
        assertThat(answer(each)).isEqualTo(new Pairwise.Answer(Map.of("i0:i1", 5, "i0:i2", 5, "i1:i2", 1)));
        look(page, "types-pairwise-desktop");
    }

    /** Radio buttons alone can't be taken back, and an answer that was begun would have to be completed. */
    @Test
    void what_was_begun_by_mistake_is_taken_back_as_a_whole_by_keyboard() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        takenBack(page, 1, "tl-best-worst");
        assertThat(answer(sets)).isEqualTo(sets.blank());
        takenBack(page, 2, "tl-kano");
        assertThat(answer(pairs)).isEqualTo(pairs.blank());
        takenBack(page, 4, "tl-pairwise");
        assertThat(answer(each)).isEqualTo(each.blank());
    }

    private void takenBack(Page page, int step, String field) {
        open(page, step, field);
        var back = page.locator(field + " > .answer-clear");
        assertThat(back).isHidden();
        focus(page, field + " input");
        press(page, "Space");
        saved(page);
        assertThat(back).isVisible();
        assertAccessible(page);
        back.press("Enter");
        assertThat(page.locator(field + " input:checked")).hasCount(0);
        assertThat(page.locator(field + " input").first()).isFocused();
        assertThat(back).isHidden();
        saved(page);
    }

    @Test
    void what_was_said_and_a_hint_about_it_fit_the_review_at_any_width() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 1, "tl-best-worst");
        focus(page, ".answer-set:nth-of-type(1) .answer-best input");
        press(page, "Space", "ArrowDown", "Tab", "Space", "ArrowDown");
        saved(page);
        open(page, 2, "tl-kano");
        focus(page, ".answer-set:nth-of-type(1) .answer-feelings input");
        press(page, "Space", "Tab", "Space");
        saved(page);
        page.navigate(page.url().replaceFirst("/2$", "/review"));
        assertThat(page.locator(".answer-hints")).containsText("contradict each other");
        look(page, "types-review-phone-dark");
        page.setViewportSize(1440, 900);
        assertNoSidewaysScrolling(page);
    }

    private static void drag(Page page, Locator from, Locator to) {
        var start = from.boundingBox();
        var end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y - 4);
        page.mouse().up();
    }
}
