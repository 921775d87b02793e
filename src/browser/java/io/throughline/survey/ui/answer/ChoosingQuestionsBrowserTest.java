package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Ids;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The types that choose: by keyboard alone on a phone, and by mouse on a large screen, in both themes. */
class ChoosingQuestionsBrowserTest extends QuestionsInBrowser {

    private static final List<Item> ITEMS = items("By phone", "On the web page", "In the office");

    private final SingleChoice one = new SingleChoice(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("How do you report damage?"),
            SurveyFixtures.text(""),
            true,
            ITEMS,
            true);
    private final MultipleChoice some = new MultipleChoice(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("Which of these have you tried?"),
            SurveyFixtures.text(""),
            true,
            ITEMS,
            false);
    private final ChoiceOfK few = new ChoiceOfK(
            new QuestionId(Ids.next()),
            SurveyFixtures.text("Which two should we improve?"),
            SurveyFixtures.text(""),
            true,
            2,
            ITEMS);

    @BeforeEach
    void ask() {
        publish(one, some, few);
    }

    @Test
    void each_type_is_answered_by_keyboard_alone_on_a_phone() {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 1, "tl-options");
        focus(page, "tl-options input[type=radio]");
        press(page, "Space", "ArrowUp");
        focus(page, "tl-options input[type=text]");
        page.keyboard().type("By letter");
        press(page, "Tab");
        saved(page);
        assertThat(answer(one)).isEqualTo(new SingleChoice.Answer(Other.KEY, "By letter"));
        look(page, "types-single-phone-dark");

        open(page, 2, "tl-options");
        focus(page, "tl-options input");
        press(page, "Space", "Tab", "Space");
        saved(page);
        assertThat(answer(some)).isEqualTo(new MultipleChoice.Answer(List.of("i0", "i1"), false, ""));
        focus(page, ".answer-none input");
        press(page, "Space");
        saved(page);
        assertThat(page.locator("tl-options input:checked")).hasCount(1);
        look(page, "types-multiple-phone-dark");

        open(page, 3, "tl-options");
        focus(page, "tl-options input");
        press(page, "Space", "Tab", "Space", "Tab", "Space");
        assertThat(page.locator("tl-options input:checked")).hasCount(2);
        saved(page);
        assertThat(answer(few)).isEqualTo(new ChoiceOfK.Answer(List.of("i0", "i1"), false));
        look(page, "types-few-phone-dark");
    }

    @Test
    void each_type_is_answered_by_mouse_on_a_large_screen() {
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT);
        open(page, 1, "tl-options");
        page.locator("tl-options label").nth(1).click();
        saved(page);
        assertThat(answer(one)).isEqualTo(new SingleChoice.Answer("i1", ""));
        look(page, "types-single-desktop");

        open(page, 2, "tl-options");
        page.locator("tl-options label").nth(2).click();
        saved(page);
        assertThat(answer(some)).isEqualTo(new MultipleChoice.Answer(List.of("i2"), false, ""));
        look(page, "types-multiple-desktop");

        open(page, 3, "tl-options");
        page.locator(".answer-none label").click();
        saved(page);
        assertThat(answer(few)).isEqualTo(new ChoiceOfK.Answer(List.of(), true));
        look(page, "types-few-desktop");
    }
}
