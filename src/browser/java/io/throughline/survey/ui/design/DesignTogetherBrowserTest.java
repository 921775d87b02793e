package io.throughline.survey.ui.design;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Rewording;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at one draft, in a real browser: nobody loses a word, or the place they write at. */
class DesignTogetherBrowserTest extends Browser {

    private static final String MESSAGES = "**/*v-r=uidl*";

    @Autowired
    SurveyFixtures made;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Surveys surveys;

    private Viewer pm;
    private SurveyId id = SurveyId.next();
    private Page page;

    @BeforeEach
    void a_draft_is_open() {
        pm = fixtures.demo("pm", Role.PROJECT_MANAGER);
        id = made.draft(pm, SurveyFixtures.content());
        page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + id.value() + "/design");
        text("TITLE").waitFor();
    }

    private Locator text(String field) {
        return page.locator("tl-texts[field='" + field + "'] [data-language=en]");
    }

    private Locator mine() {
        return page.getByText("Save mine");
    }

    private SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id).content());
    }

    private void theyWrite(LocalizedText title, LocalizedText why) {
        var theirs = stored().with(title, why);
        As.viewer(pm, () -> surveys.edit(id, surveys.detail(id).version(), theirs));
    }

    @Test
    void what_somebody_else_changed_comes_in_and_the_caret_stays_where_it_is() {
        theyWrite(stored().title(), LocalizedText.en("Their reason"));
        var title = text("TITLE");
        title.fill("Paths");
        title.press("Home");
        title.pressSequentially("Our ");
        assertThat(text("WHY")).hasValue("Their reason");
        assertThat(title).isFocused();
        title.pressSequentially("own ");
        assertThat(title).hasValue("Our own Paths");
        assertThat(page.locator(".tl-save[data-state=saved]").first()).isVisible();
        page.waitForCondition(() -> stored().title().in(Locale.ENGLISH).equals("Our own Paths"));
    }

    @Test
    void a_text_in_dispute_is_kept_in_the_tab_until_it_is_decided() {
        theyWrite(LocalizedText.en("Theirs"), stored().why());
        text("TITLE").fill("Mine");
        mine().waitFor();
        page.reload();
        mine().waitFor();
        assertThat(text("TITLE")).hasValue("Mine");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        text("TITLE").press("End");
        text("TITLE").pressSequentially(" too");
        page.reload();
        mine().click();
        assertThat(mine()).isHidden();
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Mine too");
        assertThat(page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('tl-keep ')).length"))
                .isEqualTo(0);
    }

    /** Far down, the question is where the eyes are; after a reload it is found from the top, by keyboard. */
    @Test
    void which_text_stands_is_asked_where_it_is_written() {
        var last = stored().questions().getLast();
        var field = last.id().value() + ".TITLE";
        var theirs = stored().edited(
                        last.id(),
                        entry -> entry.with(Rewording.of(
                                last, LocalizedText.en("Theirs"), last.help(), last.required(), last.items())));
        As.viewer(pm, () -> surveys.edit(id, surveys.detail(id).version(), theirs));
        text(field).fill("Mine");
        assertThat(mine()).isInViewport();
        assertThat(text(field)).isFocused();
        assertAccessible(page);
        screenshot(page, "design-conflict");

        page.reload();
        mine().waitFor();
        enter(page.getByText("Go to “Question”"));
        assertThat(text(field)).isFocused();
        assertThat(mine()).isInViewport();
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertNoSidewaysScrolling(page);
        assertAccessible(page);
        screenshot(page, "design-conflict-phone-dark");
        enter(mine());
        assertThat(mine()).isHidden();
        assertThat(text(field)).isFocused();
        page.waitForCondition(
                () -> stored().questions().getLast().title().in(Locale.ENGLISH).equals("Mine"));
    }

    @Test
    void what_never_reached_the_server_is_stored_after_a_reload_unless_somebody_wrote_there_meanwhile() {
        var lost = new AtomicBoolean(true);
        page.route(MESSAGES, message -> {
            if (lost.get()) {
                message.abort();
            } else {
                message.resume();
            }
        });
        text("TITLE").fill("Mine");
        text("WHY").fill("My reason");
        theyWrite(LocalizedText.en("Theirs"), stored().why());
        page.onFrameNavigated(reloaded -> lost.set(false));
        page.reload();

        mine().waitFor();
        assertThat(text("TITLE")).hasValue("Mine");
        assertThat(page.getByText("Theirs: “Theirs”")).isVisible();
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        page.waitForCondition(() -> stored().why().in(Locale.ENGLISH).equals("My reason"));
        mine().click();
        page.waitForCondition(() -> stored().title().in(Locale.ENGLISH).equals("Mine"));
    }

    /** Over a slow line several values of a field are on their way at once; each follows those sent before it. */
    @Test
    void nobody_is_in_dispute_with_what_they_wrote_themselves_a_moment_ago() {
        var held = new ArrayDeque<Route>();
        page.route(MESSAGES, held::add);
        write("One");
        page.waitForCondition(() -> !held.isEmpty());
        write("Two");
        held.remove().resume();
        page.waitForCondition(() -> !held.isEmpty());
        write("Three");
        page.unroute(MESSAGES);
        held.forEach(Route::resume);

        page.waitForCondition(() -> stored().title().in(Locale.ENGLISH).equals("Three"));
        assertThat(mine()).isHidden();
    }

    /** Leaving the field sends it. */
    private void write(String title) {
        text("TITLE").fill(title);
        text("TITLE").blur();
    }
}
