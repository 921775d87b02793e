package io.throughline.survey.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.SurveyFixtures;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of answers that was the wrong one, or has wrong lines, gives way to the next one that is chosen. */
class ImportBrowserTest extends Browser {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void another_file_takes_the_place_of_the_first_and_wrong_cells_are_named() {
        var name = Fixtures.unique("Company");
        var page = atImport(name);

        var chooser = choose(page, "first.csv", "id,organisation,Item roads,Item parks\n1," + name + ",60,forty\n");
        Assertions.assertFalse(chooser.isMultiple(), "one file is chosen");
        assertThat(page.locator("vaadin-upload-file")).containsText("first.csv");
        check(page);
        assertThat(page.locator(".tl-table tbody tr").last())
                .containsText("2Item parksfortyThis is no whole number from 0 to 100.");
        screenshot(page, "import-wrong-cells");

        choose(page, "second.csv", "id,organisation,Item roads,Item parks\n1," + name + ",60,40\n");
        assertThat(page.locator("vaadin-upload-file")).hasCount(1);
        assertThat(page.locator("vaadin-upload-file")).containsText("second.csv");
        // What was found in the first goes once the second has arrived.
        assertThat(page.locator(".tl-table")).hasCount(0);
        check(page);
        assertThat(page.getByText("One response can be brought in")).isVisible();
    }

    @Test
    void of_several_files_dropped_at_once_none_is_taken_and_it_is_said() {
        var page = atImport(Fixtures.unique("Company"));
        var refusedByServer = new ArrayList<String>();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refusedByServer.add(response.status() + " " + response.url());
            }
        });

        page.locator("vaadin-upload").evaluate("""
                upload => {
                  const dropped = new DataTransfer();
                  for (const name of ['one.csv', 'two.csv', 'three.csv', 'four.csv']) {
                    dropped.items.add(new File(['id'], name, { type: 'text/csv' }));
                  }
                  upload.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
                }""");

        assertThat(page.locator("vaadin-notification-card"))
                .containsText("One file at a time, please. None of these was taken.");
        assertThat(page.locator("vaadin-upload-file")).hasCount(0);
        Assertions.assertEquals(List.of(), refusedByServer);
    }

    private Page atImport(String company) {
        var campaign = surveys.published(pm(), fixtures.organisation(company, "standard"));
        var survey = jdbc.sql("select survey_id from campaign where id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .single();
        return signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + survey + "/import");
    }

    private static FileChooser choose(Page page, String name, String text) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose a file"));
        assertThat(button).isEnabled();
        var chooser = page.waitForFileChooser(() -> enter(button));
        chooser.setFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        return chooser;
    }

    private static void check(Page page) {
        enter(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the file")));
    }

    private Viewer pm() {
        return jdbc.sql("select id from account where email = 'pm@demo.example'")
                .query(UUID.class)
                .optional()
                .map(id -> new Viewer(
                        new PersonId(id), "pm", Set.of(Role.PROJECT_MANAGER), null, Locale.ENGLISH, ZoneOffset.UTC))
                .orElseThrow();
    }
}
