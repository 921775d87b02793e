package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as answers: chosen by keyboard on a phone, hostile ones refused, fetched as a download that nothing runs. */
class FileQuestionBrowserTest extends QuestionsInBrowser {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n…".getBytes(StandardCharsets.ISO_8859_1);

    private final FileQuestion files = new FileQuestion(
            QuestionId.next(),
            SurveyFixtures.text("What does it look like?"),
            SurveyFixtures.text("A photo helps us to see what you see."),
            true,
            List.of(FileKind.PICTURE, FileKind.TEXT),
            2,
            1);

    @BeforeEach
    void ask() {
        publish(files);
    }

    @Test
    void files_are_sent_removed_and_fetched_by_keyboard_on_a_phone() throws IOException {
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK);
        open(page, 1, "tl-files");
        focus(page, "tl-files input");
        page.waitForFileChooser(() -> enter(page.locator("tl-files input"))).setFiles(new FilePayload[] {
            payload("ramp.png", PNG),
            payload("<img src=x onerror=alert(1)>.html", "<script>1</script>".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.locator(".answer-files button")).hasCount(2);
        saved(page);
        assertThat(((FileQuestion.Answer) answer(files)).files()).hasSize(2);
        look(page, "types-files-phone-dark");

        focus(page, ".answer-files li:nth-child(1) button");
        press(page, "Enter");
        assertThat(page.locator(".answer-files button")).hasCount(1);
        assertThat(page.locator(".answer-files button")).isFocused();
        saved(page);
        assertThat(((FileQuestion.Answer) answer(files)).files()).hasSize(1);

        open(page, 1, "tl-files");
        assertThat(page.locator(".answer-files li")).containsText("onerror=alert(1)_.html.txt");
        page.navigate(page.url().replaceFirst("/1$", "/review"));
        var link = page.locator(".answer-summary a");
        link.waitFor();
        var download = page.waitForDownload(link::click);
        assertThat(Files.readString(download.path())).isEqualTo("<script>1</script>");
        assertThat(download.suggestedFilename()).endsWith(".html.txt");
        var fetched = page.request()
                .get(page.evaluate("document.querySelector('.answer-summary a').href")
                        .toString());
        assertThat(fetched.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "default-src 'none'; sandbox")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void hostile_and_unwanted_files_are_refused_in_words_and_nothing_is_lost() {
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT);
        open(page, 1, "tl-files");
        give(page, payload("ramp.png", PNG));
        assertThat(page.locator(".answer-files button")).hasCount(1);
        give(page, payload("virus.png", new byte[] {'M', 'Z', 0, 1}));
        assertThat(page.locator(".answer-files-wrong")).containsText("This file’s content is of no kind asked for");
        give(page, payload("large.png", new byte[1_000_001]));
        assertThat(page.locator(".answer-files-wrong")).containsText("larger than 1 MB");
        give(page, payload("b.png", PNG), payload("c.png", PNG));
        assertThat(page.locator(".answer-files-wrong")).containsText("No more than 2 files");
        assertThat(page.locator(".answer-files button")).hasCount(2);
        saved(page);
        assertThat(((FileQuestion.Answer) answer(files)).files()).hasSize(2);
        look(page, "types-files-desktop");
    }

    @Test
    void where_one_file_is_asked_for_the_next_one_takes_its_place() {
        var one = new FileQuestion(
                QuestionId.next(),
                SurveyFixtures.text("Your photo?"),
                SurveyFixtures.text(""),
                true,
                List.of(FileKind.PICTURE),
                1,
                1);
        publish(one);
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT);
        open(page, 1, "tl-files");
        var held = new ArrayList<Route>();
        page.route(url -> url.contains("/VAADIN/dynamic/"), held::add, new Page.RouteOptions().setTimes(1));
        give(page, payload("slow.png", PNG));
        assertThat(page.locator(".answer-files li")).containsText(new String[] {"slow.png"});
        give(page, payload("wrong.png", PNG));
        assertThat(page.locator(".answer-files-wrong")).isEmpty();
        assertThat(held).as("one that is still on its way").hasSize(1);
        // It can be removed once it has been sent.
        assertThat(page.locator(".answer-files button")).hasCount(1);
        assertThat(page.locator(".answer-files li")).containsText(new String[] {"wrong.png"});
        give(page, payload("right.png", PNG));
        assertThat(page.locator(".answer-files li")).containsText(new String[] {"right.png"});
        assertThat(page.locator(".answer-files button")).hasCount(1);
        assertThat(page.locator(".answer-files-wrong")).isEmpty();
        saved(page);
        assertThat(((FileQuestion.Answer) answer(one)).files()).hasSize(1);
    }

    private static void give(Page page, FilePayload... payloads) {
        page.locator("tl-files input").setInputFiles(payloads);
    }

    private static FilePayload payload(String name, byte[] content) {
        return new FilePayload(name, "image/png", content);
    }
}
