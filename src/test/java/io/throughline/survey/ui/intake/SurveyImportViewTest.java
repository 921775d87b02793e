package io.throughline.survey.ui.intake;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.ui.CsvUpload;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.Campaigns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.ui.SurveyNavigation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class SurveyImportViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    @Qualifier("importWaiting")
    WaitingSource waiting;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Viewer pm;
    private String company = "";
    private SurveyId survey = SurveyId.next();

    @BeforeEach
    void aPublishedSurvey() {
        pm = fixtures.projectManager();
        company = Fixtures.unique("Company");
        var organisation = fixtures.organisation(company, "standard");
        var points = new Points(
                QuestionId.next(),
                text("Points"),
                text(""),
                true,
                List.of(new Item("roads", text("Roads")), new Item("parks", text("Parks"))));
        survey = As.viewer(
                pm, () -> surveys.create(new SurveyContent(text("Streets"), text("To plan."), List.of(points))));
        As.viewer(
                pm,
                () -> campaigns.publish(
                        survey,
                        surveys.detail(survey).version(),
                        new Round(
                                Set.of(organisation),
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(3_600)),
                        List.of(Locale.ENGLISH)));
        signIn(pm);
        UI.getCurrent().navigate(SurveyNavigation.importHref(survey));
    }

    @Test
    void a_file_is_mapped_checked_and_brought_in() {
        take("id,organisation,Roads,second\n1,%s,60,40\n2,%s,0,100\n".formatted(company, company));
        assertThat(page()).contains("1. Points (1 of 2 columns)");
        _get(Details.class).setOpened(true);
        column("Points: Parks").setValue("second");
        assertThat(page()).contains("1. Points (2 of 2 columns)");

        run("Check the file");
        assertThat(page()).contains("Nothing is wrong. 2 responses can be brought in");
        assertThat(answered()).isZero();
        _click(_get(Button.class, spec -> spec.withText("Bring them in")));
        UI.getCurrent().navigate("");
        await().atMost(Duration.ofSeconds(30)).until(() -> answered() == 2);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(waiting.waitingFor(pm))
                        .as("it went on without the page, and says so")
                        .extracting(WaitingSource.Waiting::textKey)
                        .containsExactly("survey.waiting.import.DONE"));

        UI.getCurrent().navigate(SurveyNavigation.importHref(survey));
        assertThat(page()).contains("answers.csv").contains("All in").contains("2 responses are in");
        assertThat(waiting.waitingFor(pm))
                .as("who has seen it is not told again")
                .isEmpty();
    }

    @Test
    void one_that_is_under_way_is_shown_to_every_editor_who_may_stop_it() {
        take("id,organisation,Roads,Parks\n1,%s,60,40\n".formatted(company));
        run("Check the file");
        runsElsewhere();
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(SurveyNavigation.importHref(survey));
        assertThat(page()).contains("big.csv is being brought in").contains("Bringing in: 1,200 of 3,000 lines done");
        assertThat(_find(CsvUpload.class)).as("one at a time").isEmpty();

        var stop = _get(Button.class, spec -> spec.withText("Stop"));
        jdbc.sql("update response_import set lines_read = 1300 where survey_id = ?")
                .param(survey.value())
                .update();
        _get(ImportsCard.class).look();
        assertThat(page()).contains("Bringing in: 1,300 of 3,000 lines done");
        assertThat(_get(Button.class, spec -> spec.withText("Stop")))
                .as("whoever is on it stays there while the figures move")
                .isSameAs(stop);

        _click(_get(Button.class, spec -> spec.withText("Stop")));
        assertThat(page()).contains("Stopped").contains("1,000 responses are in and stay");
        assertThat(_find(CsvUpload.class)).hasSize(1);
    }

    @Test
    void one_that_was_interrupted_goes_on_with_the_file_given_again() {
        runsElsewhere();
        jdbc.sql("update response_import set alive_until = '2020-01-01' where survey_id = ?")
                .param(survey.value())
                .update();
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(SurveyNavigation.importHref(survey));
        assertThat(page()).contains("Interrupted").contains("1,000 responses are in and stay");
        assertThat(waiting.waitingFor(pm))
                .extracting(WaitingSource.Waiting::textKey)
                .containsExactly("survey.waiting.import.INTERRUPTED");

        take("id,organisation,Roads,second\n1,%s,60,40\n".formatted(company));
        assertThat(page()).contains("goes on from there").contains("1. Points (2 of 2 columns)");
        _click(_get(Button.class, spec -> spec.withText("Go on")));
        await().atMost(Duration.ofSeconds(30)).until(() -> answered() == 1);
    }

    /** As another process would leave it behind. */
    private void runsElsewhere() {
        jdbc.sql("""
                        insert into response_import (id, survey_id, campaign_id, person_id, file_name, mapping, state,
                                                     running, lines_read, lines_all, stored, errors, started_at, alive_until)
                        values (:id, :survey, :campaign, :person, 'big.csv', :mapping, 'RUNNING', 1, 1200, 3000, 1000, '[]',
                                utc_timestamp(6), '2100-01-01')""")
                .param("id", Ids.next())
                .param("survey", survey.value())
                .param(
                        "campaign",
                        As.viewer(pm, () -> surveys.detail(survey))
                                .campaigns()
                                .getFirst()
                                .id()
                                .value())
                .param("person", pm.id().value())
                .param("mapping", """
                        {"respondent": "id", "name": "Respondent {}", "organisation": "organisation",
                         "organisationName": "{}", "noneIfEmpty": [], "columns": [
                         {"question": 1, "field": "POINTS", "key": "roads", "column": "Roads"},
                         {"question": 1, "field": "POINTS", "key": "parks", "column": "second"}]}""")
                .update();
    }

    @Test
    void wrong_lines_are_named_and_nothing_is_stored() {
        take("id,organisation,Roads,Parks\n1,%s,60,forty\n2,%s,60,60\n3,Elsewhere,0,100\n".formatted(company, company));
        run("Check the file");
        assertThat(page())
                .contains("3 lines are wrong of 3")
                .contains("ParksfortyThis is no whole number from 0 to 100.")
                .contains("Roads; Parks60; 60The points must come to 100")
                .contains("organisationElsewhereThe organisation");
        assertThat(_find(Button.class, spec -> spec.withText("Bring them in"))).isEmpty();
        assertThat(answered()).isZero();
    }

    @Test
    void what_was_found_no_longer_holds_when_another_column_is_meant() {
        take("id,organisation,Roads,Parks\n1,%s,60,40\n".formatted(company));
        run("Check the file");
        _get(Details.class).setOpened(true);
        column("Points: Parks").setValue(null);
        assertThat(_find(Button.class, spec -> spec.withText("Bring them in"))).isEmpty();
        assertThat(page()).contains("First the file is read without storing anything.");
    }

    @Test
    void the_file_before_is_neither_checked_nor_brought_in_while_another_arrives() {
        take("id,organisation,Roads,Parks\n1,%s,60,40\n".formatted(company));
        var check = _get(Button.class, spec -> spec.withText("Check the file"));
        upload("upload-start");
        assertThat(check.isEnabled()).isFalse();
        upload("upload-error");
        assertThat(check.isEnabled()).as("what didn’t arrive replaces nothing").isTrue();

        run("Check the file");
        upload("upload-start");
        assertThat(_get(Button.class, spec -> spec.withText("Bring them in")).isEnabled())
                .isFalse();
        take("id,organisation,Roads,Parks\n1,%s,0,100\n".formatted(company));
        upload("upload-success");
        run("Check the file");
        assertThat(page()).contains("One response can be brought in");
    }

    private static void upload(String event) {
        var element = _get(CsvUpload.class).getElement();
        var data = JsonMapper.shared().createObjectNode().put("element.files.some(file => file.uploading)", false);
        _fireDomEvent(element, new DomEvent(element, event, data));
    }

    @Test
    void a_file_that_is_none_says_so() {
        take("");
        assertThat(page()).contains("✕").contains("The file is empty");
    }

    @Test
    void what_is_missing_is_told_before_anything_can_be_brought_in() {
        take("id,organisation,Roads,Parks\n");
        run("Check the file");
        assertThat(page())
                .contains("There is no line with answers below the heading.")
                .doesNotContain("Nothing is wrong");

        take("id,somewhere,Roads,Parks\n1,%s,60,40\n".formatted(company));
        run("Check the file");
        assertThat(page()).contains("Please choose the column").doesNotContain("“”");
    }

    @Test
    void who_only_reads_a_survey_is_offered_nothing() {
        signIn(fixtures.projectManager());
        UI.getCurrent().navigate(SurveyNavigation.importHref(survey));
        assertThat(page()).contains("Nothing can be brought in here");
    }

    private void take(String csv) {
        try {
            _get(SurveyImportView.class)
                    .take(Files.writeString(folder.resolve(Fixtures.unique("a") + ".csv"), csv), "answers.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            _get(ImportRunPart.class).look();
            return _find(ProgressBar.class).isEmpty();
        });
    }

    @SuppressWarnings("unchecked")
    private static Select<String> column(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    private int answered() {
        return As.viewer(pm, () -> surveys.detail(survey))
                .campaigns()
                .getFirst()
                .answered();
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    private static LocalizedText text(String words) {
        return LocalizedText.en(words);
    }
}
