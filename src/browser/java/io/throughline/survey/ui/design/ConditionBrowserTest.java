package io.throughline.survey.ui.design;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.ui.answer.QuestionsInBrowser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A condition made by keyboard, and a section's page on a phone whose questions follow the answers. */
class ConditionBrowserTest extends QuestionsInBrowser {

    private static final SingleChoice WALKS = new SingleChoice(
            QuestionId.next(),
            SurveyFixtures.text("Do you walk after dark?"),
            SurveyFixtures.text(""),
            true,
            List.of(new Item("yes", SurveyFixtures.text("Yes")), new Item("no", SurveyFixtures.text("No"))),
            false);
    private static final Text WAY = line("Which way do you walk most?");
    private static final Text LIGHT = line("Where is a light missing on {{q2|your way}}?");
    private static final Condition IF_WALKING =
            Condition.all(new Comparison(WALKS.id(), new Claim.Chosen("yes", true)));

    @Autowired
    Fixtures fixtures;

    @Autowired
    Surveys administration;

    private static Text line(String title) {
        return new Text(QuestionId.next(), SurveyFixtures.text(title), SurveyFixtures.text("Optional."), false, false);
    }

    @Test
    void a_condition_is_made_and_an_answer_quoted_by_keyboard_alone() {
        var pm = projectManager();
        var draft = surveys.draft(pm, content());
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + draft.value() + "/design");
        var change = button(page, "When is q2 asked? Change it");
        change.focus();
        press(page, "Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("When is q2 asked?")).isVisible();
        assertThat(select(dialog, "Earlier question")).isFocused();
        assertAccessible(page);
        tabTo(page, button(page, "Save"));
        press(page, "Enter");
        assertThat(select(dialog, "Which")).isFocused();
        assertThat(dialog.getByText("Please fill this in")).isVisible();
        press(page, "Enter");
        assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Yes")))
                .isFocused();
        press(page, "Enter");
        screenshot(page, "condition-dialog-1440-light");
        tabTo(page, button(page, "Save"));
        press(page, "Enter");

        assertThat(page.getByText("Asked only if q1 “Do you walk after dark?” is “Yes”"))
                .isVisible();
        assertThat(change).isFocused();
        assertThat(shownIf(pm, draft, 1)).isEqualTo(IF_WALKING);

        page.locator(".survey-question")
                .nth(2)
                .locator("tl-texts input")
                .first()
                .focus();
        press(page, "End");
        page.locator(".survey-question")
                .nth(2)
                .locator("select.design-quote")
                .first()
                .focus();
        press(page, "ArrowDown");
        press(page, "ArrowDown");
        press(page, "ArrowUp");
        var light = page.locator(".survey-question")
                .nth(2)
                .locator("tl-texts input")
                .first();
        assertThat(light).hasValue("Where is a light missing on {{q2|your way}}?");
        press(page, "Enter");
        assertThat(light).hasValue("Where is a light missing on {{q2|your way}}? {{q1|your answer}}");

        change.focus();
        page.setViewportSize(390, 844);
        press(page, "Enter");
        assertThat(select(dialog, "Which")).isVisible();
        assertNoSidewaysScrolling(page);
        screenshot(page, "condition-dialog-390-light");
        press(page, "Escape");
        assertThat(change).isFocused();
    }

    @Test
    void a_quote_goes_into_every_language_and_takes_nothing_away() {
        var dark = new LocalizedText(Map.of("en", "Where is it dark?", "de", "Wo ist es dunkel?"));
        var asked = new Text(LIGHT.id(), dark, LIGHT.help(), false, false);
        var draft = surveys.draft(projectManager(), content().edited(LIGHT.id(), one -> one.with(asked)));
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + draft.value() + "/design");
        var texts = page.locator(".survey-question").nth(2).locator("tl-texts").first();
        var english = texts.locator("input[lang=en]");
        var german = texts.locator("input[lang=de]");
        english.focus();
        press(page, "End");
        press(page, "Tab");
        press(page, "Tab");
        assertThat(texts.locator("select.design-quote")).isFocused();
        press(page, "ArrowDown");
        press(page, "ArrowDown");
        press(page, "Tab");
        press(page, "Enter");
        assertThat(german).hasValue("Wo ist es dunkel? {{q2|Ihre Antwort}}");
        assertThat(german).isFocused();
        assertThat(english).hasValue("Where is it dark? {{q2|your answer}}");
    }

    @Test
    void a_sections_page_on_a_phone_follows_the_answers() {
        publish(content()
                .edited(WAY.id(), one -> one.with(IF_WALKING))
                .edited(LIGHT.id(), one -> one.with(IF_WALKING))
                .with(Paging.SECTION));
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 1, "tl-options");
        var way = page.getByLabel("Which way do you walk most?");
        assertThat(way).isHidden();
        page.getByLabel("Yes").focus();
        press(page, "Space");
        assertThat(way).isVisible();
        assertThat(page.getByText("More is asked on this page now")).hasCount(1);
        tabTo(page, way);
        page.keyboard().type("By the market");
        assertThat(page.getByText("Saved")).isVisible();
        look(page, "section-page-390-dark");
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(way).isHidden();
        page.getByLabel("Yes").check();
        assertThat(way).hasValue("By the market");

        button(page, "Next").click();
        assertThat(page.getByText("Where is a light missing on By the market?")).isVisible();
        assertThat(page.locator("h1")).isFocused();
        look(page, "section-page-quoted-390-dark");
    }

    /** Two sections: whether and where one walks, and where light is missing. */
    private static SurveyContent content() {
        var blank = SurveyFixtures.text("");
        return new SurveyContent(
                        SurveyFixtures.text(Fixtures.unique("Lights")),
                        SurveyFixtures.text("So that all get home safely."),
                        List.of(WALKS, WAY, LIGHT))
                .with(List.of(
                        Section.blank(SectionId.next())
                                .with(SurveyFixtures.text("How you get about"), blank)
                                .with(List.of(Entry.of("q1", WALKS), Entry.of("q2", WAY))),
                        Section.blank(SectionId.next())
                                .with(SurveyFixtures.text("Dark corners"), blank)
                                .with(List.of(Entry.of("q3", LIGHT)))));
    }

    private Condition shownIf(Viewer pm, SurveyId draft, int place) {
        return As.viewer(pm, () -> administration.detail(draft))
                .content()
                .entries()
                .get(place)
                .shownIf();
    }

    private Viewer projectManager() {
        return fixtures.demo("pm", Role.PROJECT_MANAGER);
    }

    private static void tabTo(Page page, Locator target) {
        for (int pressed = 0; pressed < 12 && !isFocused(target); pressed++) {
            press(page, "Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return Boolean.TRUE.equals(target.evaluate("one => one === document.activeElement"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator select(Locator within, String label) {
        return within.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("vaadin-select-value-button");
    }
}
