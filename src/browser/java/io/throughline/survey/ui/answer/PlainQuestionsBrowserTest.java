package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The types that rate, measure and tell: by keyboard alone on a phone, and by mouse on a large screen, in both themes. */
class PlainQuestionsBrowserTest extends QuestionsInBrowser {

    private final Scale scale = new Scale(
            QuestionId.next(),
            text("How easy is reporting?"),
            text(""),
            true,
            1,
            7,
            text("very hard"),
            text("very easy"));
    private final Nps nps = new Nps(QuestionId.next(), text("Would you recommend the app?"), text(""), true);
    private final ImportanceSatisfactionByRating rates = new ImportanceSatisfactionByRating(
            QuestionId.next(), text("How important, how good?"), text(""), true, items("Street lights", "Benches"));
    private final NumberQuestion number = new NumberQuestion(
            QuestionId.next(),
            text("How long do you wait?"),
            text(""),
            true,
            BigDecimal.ZERO,
            new BigDecimal("24"),
            1,
            text("hours"));
    private final DateQuestion date =
            new DateQuestion(QuestionId.next(), text("By when?"), text(""), true, LocalDate.of(2027, 1, 1), null);
    private final Text line = new Text(QuestionId.next(), text("Your street?"), text(""), true, false);
    private final OwnWords need = new OwnWords(QuestionId.next(), text("What else?"), text(""), false);

    private static LocalizedText text(String text) {
        return SurveyFixtures.text(text);
    }

    @BeforeEach
    void ask() {
        publish(scale, nps, rates, number, date, line, need);
    }

    @Test
    void each_type_is_answered_by_keyboard_alone_on_a_phone() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 1, "tl-scale");
        focus(page, "tl-scale input");
        press(page, "Space", "ArrowRight", "ArrowRight");
        saved(page);
        assertThat(answer(scale)).isEqualTo(new Scale.Answer(3));
        look(page, "types-scale-phone-dark");

        open(page, 2, "tl-scale");
        focus(page, "tl-scale input");
        press(page, "Space", "ArrowLeft");
        saved(page);
        assertThat(answer(nps)).isEqualTo(new Nps.Answer(10));
        look(page, "types-nps-phone-dark");
        assertThat(top(page, ".answer-ends > span:first-child"))
                .as("the lower end, above its step")
                .isLessThan(top(page, ".answer-line label:first-of-type"));
        assertThat(top(page, ".answer-ends > span:last-child"))
                .as("the upper end, below its step")
                .isGreaterThan(top(page, ".answer-line label:last-of-type"));

        open(page, 3, "tl-rates");
        var ends = page.locator(".answer-scale-ends").first();
        assertThat(ends).isVisible();
        assertThat(ends).containsText("1 · not important at all");
        assertThat(ends).containsText("5 · very important");
        focus(page, "tl-rates input");
        press(page, "Space", "ArrowRight", "Tab", "Space", "Tab", "Space", "Tab", "Space", "ArrowLeft");
        assertThat(page.locator(".answer-bar [role=status]")).hasText("2 of 2 rated");
        saved(page);
        assertThat(answer(rates))
                .isEqualTo(
                        new ImportanceSatisfactionByRating.Answer(Map.of("i0", 2, "i1", 1), Map.of("i0", 1, "i1", 0)));
        look(page, "types-rates-phone-dark");

        open(page, 4, "tl-number");
        focus(page, "tl-number input");
        page.keyboard().type("25");
        assertThat(page.locator(".answer-bar")).containsText("Outside of what is asked");
        press(page, "Backspace", "Backspace");
        page.keyboard().type("2,5");
        press(page, "Tab");
        saved(page);
        assertThat(answer(number)).isEqualTo(new NumberQuestion.Answer(new BigDecimal("2.5")));
        look(page, "types-number-phone-dark");

        open(page, 5, "tl-date");
        focus(page, "tl-date input");
        page.keyboard().type("03012027");
        press(page, "Tab");
        assertThat(page.locator("tl-date .answer-bar")).containsText("✓");
        saved(page);
        assertThat(((DateQuestion.Answer) answer(date)).day()).hasYear(2027);
        look(page, "types-date-phone-dark");

        go(page, 6, "tl-words input");
        focus(page, "tl-words input");
        page.keyboard().type("Main Street");
        press(page, "Tab");
        saved(page);
        assertThat(answer(line)).isEqualTo(new Text.Answer("Main Street"));
        look(page, "types-line-phone-dark");

        go(page, 7, "tl-need textarea");
        focus(page, "tl-need textarea");
        page.keyboard().type("The ramp is closed.");
        press(page, "Tab");
        page.keyboard().type("Everybody on wheels");
        press(page, "Tab", "ArrowLeft", "Tab", "ArrowLeft");
        saved(page);
        assertThat(answer(need))
                .isEqualTo(new OwnWords.Answer(
                        "The ramp is closed.", "Everybody on wheels", OwnWords.Often.DAILY, OwnWords.Badly.PREVENTS));
        look(page, "types-need-phone-dark");
    }

    @Test
    void each_type_is_answered_by_mouse_on_a_large_screen() {
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT);
        open(page, 2, "tl-scale");
        page.locator("tl-scale label").nth(9).click();
        saved(page);
        assertThat(answer(nps)).isEqualTo(new Nps.Answer(9));
        look(page, "types-nps-desktop");
        page.getByText("Take the answer back").click();
        assertThat(page.locator("tl-scale input:checked")).hasCount(0);
        saved(page);

        open(page, 3, "tl-rates");
        page.locator("tl-rates .answer-rate").nth(1).locator("label").nth(4).click();
        saved(page);
        assertThat(answer(rates)).isEqualTo(new ImportanceSatisfactionByRating.Answer(Map.of(), Map.of("i0", 5)));
        look(page, "types-rates-desktop");
        page.getByText("Take the answer back").click();
        assertThat(page.locator("tl-rates input:checked")).hasCount(0);
        saved(page);
        assertThat(answer(rates)).isEqualTo(rates.blank());

        go(page, 7, "tl-need textarea");
        page.locator("tl-need label").getByText("Every month").locator("..").click();
        saved(page);
        assertThat(answer(need)).isEqualTo(new OwnWords.Answer("", "", OwnWords.Often.MONTHLY, null));
        look(page, "types-need-desktop");
    }

    @Test
    void a_number_that_cannot_be_kept_stays_in_its_field_and_is_complained_of_there_alone() {
        var page = signIn("customer", Device.PHONE, ColorScheme.LIGHT);
        open(page, 4, "tl-number");
        focus(page, "tl-number input");
        page.keyboard().type("12.55");
        var complaint = page.getByText("At most 1 decimal can be given here.");
        onward(page);
        assertThat(page.locator("tl-number input")).isFocused();
        assertThat(page.locator("tl-number input")).hasValue("12.55");
        assertThat(complaint).hasCount(1);

        page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("tl-rates .answer-bar").waitFor();
        assertThat(complaint).hasCount(0);
        onward(page);
        assertThat(page.locator("tl-number input")).hasValue("12.55");
        assertThat(complaint).hasCount(1);

        focus(page, "tl-number input");
        press(page, "End", "Backspace");
        saved(page);
        assertThat(answer(number)).isEqualTo(new NumberQuestion.Answer(new BigDecimal("12.5")));
        onward(page);
        page.locator("tl-date .answer-bar").waitFor();
        assertThat(complaint).hasCount(0);
    }

    /** A browser gives a part of a day as nothing at all: what is read on the screen would be left behind. */
    @Test
    void a_part_of_a_day_is_complained_of_and_not_left_behind() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 5, "tl-date");
        focus(page, "tl-date input");
        page.keyboard().type("0301");
        var complaint = page.getByText("This is no date yet");
        assertThat(complaint).hasCount(0);
        onward(page);
        assertThat(page.locator("tl-date input")).isFocused();
        assertThat(complaint).hasCount(1);
        look(page, "types-date-unfit-phone-dark");

        page.locator("tl-date input").fill("2027-01-03");
        saved(page);
        assertThat(complaint).hasCount(0);
        assertThat(answer(date)).isEqualTo(new DateQuestion.Answer(LocalDate.of(2027, 1, 3)));
        onward(page);
        page.locator("tl-words input").waitFor();
    }

    private static double top(Page page, String selector) {
        return page.locator(selector).first().boundingBox().y;
    }

    private static void onward(Page page) {
        page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
    }

    private void go(Page page, int step, String field) {
        open(page, step, field, "");
    }
}
