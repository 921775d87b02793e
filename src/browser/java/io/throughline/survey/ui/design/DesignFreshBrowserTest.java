package io.throughline.survey.ui.design;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Role;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.SurveyFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question that was just added, in a real browser: nobody is scolded for what they had no time to write yet. */
class DesignFreshBrowserTest extends Browser {

    @Autowired
    SurveyFixtures made;

    @Autowired
    Fixtures fixtures;

    @Test
    void what_is_missing_is_said_once_the_field_was_left() {
        var id = made.draft(fixtures.demo("pm", Role.PROJECT_MANAGER), SurveyFixtures.content());
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + id.value() + "/design");
        page.getByText("+ 100 points").click();
        var card = page.locator(".survey-question").last();
        var title = card.locator("tl-texts[field$='.TITLE']");
        var items = card.locator("tl-items");
        var texts = items.locator("[data-language=en]");
        assertThat(title.locator("input").first()).isFocused();
        assertThat(problem(title)).isEmpty();

        texts.first().focus();
        assertThat(problem(title)).containsText("no text yet");
        texts.first().fill("Paths");
        texts.first().press("Enter");
        texts.nth(1).press("Alt+ArrowUp");
        saved(page);
        assertThat(problem(items)).isEmpty();
        title.locator("input").first().fill("What matters?");
        assertThat(problem(items)).containsText("needs 2");
        assertThat(problem(title)).isEmpty();
        texts.first().fill("Lights");
        assertThat(problem(items)).isEmpty();
    }

    /** Whoever stops to think for a moment has written nothing of somebody else's. */
    @Test
    void an_item_typed_with_a_pause_is_stored_as_it_was_typed() {
        var id = made.draft(fixtures.demo("pm", Role.PROJECT_MANAGER), SurveyFixtures.content());
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + id.value() + "/design");
        var item =
                page.locator("tl-items").first().locator("[data-language=en]").first();
        item.focus();
        for (var part : new String[] {" by", " the", " river"}) {
            page.keyboard().press("End");
            page.keyboard().type(part);
            saved(page);
        }
        assertThat(item).hasValue("Item roads by the river");
        assertThat(page.locator(".tl-save").first()).hasAttribute("data-state", "saved");
    }

    private static Locator problem(Locator field) {
        return field.locator(".design-problem");
    }
}
