package io.throughline.survey.ui.results;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.PersonInfo;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.CopyButton;
import io.throughline.shared.ui.MoreMenu;
import io.throughline.shared.ui.PageHeader;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.results.Weights;
import io.throughline.survey.ui.SurveyNavigation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyResultsViewTest extends ViewTest {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    Surveys all;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Weights weights;

    private Viewer pm;
    private Viewer north;
    private OrganisationId northern;
    private CampaignId campaign;
    private String segment = "";

    @BeforeEach
    void twoSegmentsAnswer() {
        pm = fixtures.projectManager();
        segment = Fixtures.unique("North");
        northern = fixtures.organisation(Fixtures.unique("Organisation"), segment);
        OrganisationId southern = fixtures.organisation();
        campaign = surveys.published(pm, northern, southern);
        north = fixtures.customer(northern);
        surveys.submitted(north, campaign, SurveyFixtures.points(70, 30), "A ramp.");
        surveys.submitted(fixtures.customer(southern), campaign, SurveyFixtures.points(0, 100), "");
        signIn(pm);
    }

    @Test
    void a_few_answers_are_counted_and_not_ranked() {
        go(survey());
        assertThat(tables()).contains("2 of 2 invited people have answered").contains("45%");
        assertThat(page()).contains("Too few to rank").contains("n = 2 people of N = 2 organisations, 2 invited");
        assertThat(page()).as("not the survey’s").contains("(method version 1) · n = 2 people");
        assertThat(pictured()).isFalse();
    }

    @Test
    void what_comes_next_is_at_hand_and_all_else_in_one_menu() {
        go(survey());
        var menu = _get(MoreMenu.class);
        assertThat(menu.getElement().getTextRecursively())
                .contains("Ask again", "Bring in answers", "Versions", "Preview of all questions", "Invitation text")
                .contains("Extend", "Close early", "Export CSV", "Copy", "Save as template", "Who edits it");
        var inside = _find(menu, Anchor.class);
        assertThat(_find(_get(PageHeader.class), Anchor.class))
                .filteredOn(link -> !inside.contains(link))
                .extracting(Anchor::getText)
                .containsExactly("Design", "People and mails");
        assertThat(_get(PageHeader.class).getElement().getTextRecursively())
                .as("who sees names")
                .contains("Named");
    }

    @Test
    void what_is_taken_along_of_an_anonymous_survey_promises_no_responses() {
        go(survey());
        assertThat(page()).contains("Every response with version");
        var many = fixtures.organisation();
        ballots.customers(many, 8);
        campaign = ballots.published(pm, many);

        go(survey());
        assertThat(page()).contains("no responses.").doesNotContain("Every response");
    }

    @Test
    void nobody_is_said_to_be_in_progress_where_nobody_can_know() {
        go(survey());
        assertThat(tables()).contains("In progress");
        assertThat(page()).contains("In progress");
        var many = fixtures.organisation();
        var people = ballots.customers(many, 8);
        campaign = ballots.published(pm, many);
        ballots.begun(people.getFirst(), campaign);
        go(survey());
        assertThat(tables()).contains("0 of 8 invited people have answered");
        assertThat(page()).doesNotContainIgnoringCase("in progress");
        go(SurveyNavigation.campaignHref(
                As.viewer(pm, () -> all.detail(campaign).id()), campaign));
        assertThat(page()).contains("0 of 8 invited have answered").doesNotContainIgnoringCase("in progress");
    }

    @Test
    void a_segment_in_the_address_governs_figures_turnout_and_the_answers_behind() {
        go(survey());
        choose(segment);
        assertThat(location()).contains("segment=" + segment.replace(" ", "%20"));
        assertThat(tables()).contains("1 of 1 invited people have answered").contains("70%");
        var behind = _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.contains("item=roads"))
                .findFirst()
                .orElseThrow();
        assertThat(behind).contains("segment=" + segment.replace(" ", "%20"));
        go(behind);
        assertThat(page()).contains(north.name()).contains("one answer");
        go(behind.replace("roads", "parks").replace(segment.replace(" ", "%20"), "nobody"));
        assertThat(page()).doesNotContain(north.name()).contains("No answers here");
    }

    @Test
    @SuppressWarnings("unchecked")
    void weeks_organisations_and_answers_to_other_questions_filter_likewise_and_say_so() {
        go(survey());
        _get(DatePicker.class, spec -> spec.withLabel("Submitted from the week of (UTC)"))
                .setValue(LocalDate.now(ZoneOffset.UTC).plusWeeks(2));
        assertThat(location()).contains("from=");
        assertThat(tables()).contains("0 of 2 invited people have answered");
        _get(DatePicker.class, spec -> spec.withLabel("Submitted from the week of (UTC)"))
                .setValue(null);
        _get(MultiSelectComboBox.class).setValue(Set.of(northern));
        assertThat(location()).contains("organisation=" + northern.value());
        assertThat(tables()).contains("1 of 1 invited people have answered").contains("70%");
        var said = new ResultsFilter.Said(SurveyFixtures.CHOICE.id(), "a");
        _get(ComboBox.class, spec -> spec.withLabel("Only who answered")).setValue(said);
        assertThat(location()).contains("said=" + said.question().value());
        assertThat(tables()).contains("0 of 1 invited people have answered");
        go(survey() + "/answers/" + SurveyFixtures.POINTS.id().value() + "?said="
                + said.question().value() + ":b");
        assertThat(page()).contains("What matters most?: Item b").contains("No answers here");
    }

    /** By the survey's page: nobody knows of a service. */
    @Test
    @SuppressWarnings("unchecked")
    void another_project_manager_is_let_in_to_edit_and_taken_out_again() {
        var colleague = fixtures.projectManager();
        go(survey());
        _click(_get(Button.class, spec -> spec.withText("Who edits it")));
        assertThat(_find(_get(Dialog.class), Span.class))
                .extracting(Span::getText)
                .contains(pm.name());
        _click(_get(Button.class, spec -> spec.withText("Let in")));
        assertThat(_get(Dialog.class).isOpened()).as("nobody chosen").isTrue();
        ComboBox<PersonInfo> who = _get(ComboBox.class, spec -> spec.withLabel("Let a project manager edit it, too"));
        who.setValue(new PersonInfo(colleague.id(), colleague.name(), null));
        _click(_get(Button.class, spec -> spec.withText("Let in")));
        assertThat(As.viewer(colleague, () -> all.detail(campaign)).editor()).isTrue();

        _click(_get(Button.class, spec -> spec.withText("Who edits it")));
        _click(_get(Button.class, spec -> spec.withText("Take out")));
        assertThat(As.viewer(colleague, () -> all.detail(campaign)).editor()).isFalse();
        signIn(colleague);
        go(survey());
        _click(_get(Button.class, spec -> spec.withText("Who edits it")));
        assertThat(_find(Button.class, spec -> spec.withText("Let in")))
                .as("read only")
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_text_to_invite_with_is_read_in_each_language_of_the_campaign() {
        var asked = new OwnWords(
                QuestionId.next(),
                SurveyFixtures.text("What else?").with(Locale.GERMAN, "Was noch?"),
                SurveyFixtures.text(""),
                false);
        var draft = surveys.draft(
                pm,
                new SurveyContent(
                        SurveyFixtures.text("Trees").with(Locale.GERMAN, "Bäume"),
                        SurveyFixtures.text("To plant some.").with(Locale.GERMAN, "Um welche zu pflanzen."),
                        List.of(asked)));
        var opens = Instant.now().minusSeconds(60);
        campaign = As.viewer(
                pm,
                () -> campaigns.publish(
                        draft,
                        all.detail(draft).version(),
                        new Round(Set.of(northern), opens, opens.plusSeconds(3600)),
                        List.of(Locale.ENGLISH, Locale.GERMAN)));
        go(survey());
        _click(_get(Button.class, spec -> spec.withText("Invitation text")));
        var text = _get(TextArea.class, spec -> spec.withLabel("To paste into a message"));
        assertThat(text.getValue()).contains("Trees", "To plant some.", "asks for your opinion");

        ((Select<Locale>) _get(_get(Dialog.class), Select.class)).setValue(Locale.GERMAN);
        assertThat(text.getValue())
                .contains("Bäume", "Um welche zu pflanzen.", "bittet um Ihre Meinung")
                .doesNotContain("Trees");
        assertThat(_get(_get(Dialog.class), CopyButton.class).getElement().getAttribute("text"))
                .isEqualTo(text.getValue());
    }

    @Test
    void two_campaigns_are_compared() {
        var opens = Instant.now().minusSeconds(60);
        As.viewer(
                pm,
                () -> campaigns.again(
                        all.detail(campaign).id(), 2, new Round(Set.of(northern), opens, opens.plusSeconds(3600))));
        go(survey());
        go(_get(Anchor.class, spec -> spec.withText("Compare campaigns")).getHref());
        assertThat(page()).contains("Campaigns compared").contains("Spend 100 points");
        assertThat(location()).contains("waves");
    }

    @Test
    void which_weights_the_figures_have_stands_beside_them_and_leads_to_them() {
        go(survey());
        assertThat(page()).contains("the weights of when the campaign was published");
        As.viewer(
                fixtures.manager(),
                () -> weights.change(campaign, 0, northern, new BigDecimal(3), "They pay three times as much."));
        go(survey());
        assertThat(page())
                .contains("use set 1 of the weights")
                .doesNotContain("the weights frozen when the campaign was published");
        go(_get(Anchor.class, spec -> spec.withText("Weights")).getHref());
        assertThat(page()).contains("They pay three times as much.");
        As.viewer(fixtures.manager(), () -> weights.change(campaign, 1, northern, new BigDecimal("0.0625"), "Hardly."));
        go(survey());
        assertThat(tables()).as("to the last decimal").contains("0.0625");
        go(_get(Anchor.class, spec -> spec.withText("Weights")).getHref());
        assertThat(tables()).contains("0.0625");
    }

    @Test
    void per_person_is_shown_on_request() {
        go(survey());
        assertThat(tables()).doesNotContain("per person");
        _get(Checkbox.class).setValue(true);
        assertThat(location()).contains("per-person");
        assertThat(tables()).contains("per person");
    }

    @Test
    void the_file_holds_what_is_looked_at_and_is_refused_to_who_lost_the_right_meanwhile() {
        go(survey() + "?segment=" + segment);
        var export = _get(Anchor.class, spec -> spec.withText("Export CSV"));
        var file = new String(DownloadKt._download(export), StandardCharsets.UTF_8);
        assertThat(file).startsWith("survey,segment,question").contains(segment);
        assertThat(file.lines().filter(line -> line.contains(",roads,") && line.contains(",share,")))
                .hasSize(3)
                .allMatch(line -> line.contains(",0.7,") && line.endsWith(",1,0,true,segment=" + segment + ",,0"));
        assertThatThrownBy(() -> As.viewer(north, () -> DownloadKt._download(export)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void the_list_is_searched_and_paged_and_leads_to_the_survey() {
        var title = Fixtures.unique("Paged");
        As.viewer(pm, () -> IntStream.rangeClosed(1, 27).forEach(n -> all.create(LocalizedText.en(title + " " + n))));
        go("surveys");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).anyMatch(href -> href.contains("page=2"));
        go("surveys?q=" + title);
        assertThat(_get(TextField.class).getValue()).isEqualTo(title);
        assertThat(_find(ListItem.class))
                .filteredOn(row -> text(row).contains(title))
                .hasSize(25);
        go("surveys?q=" + title + "&page=2");
        assertThat(_find(ListItem.class))
                .filteredOn(row -> text(row).contains(title))
                .hasSize(2);
        assertThat(page()).contains("26–27 of 27");
        go("surveys?q=nothing-like-it");
        assertThat(page()).contains("No survey found");
        go("surveys?q=" + As.viewer(pm, () -> all.detail(campaign).key()));
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains(survey());
    }

    @Test
    void an_own_words_answer_can_be_read_behind_its_question() {
        go(survey() + "/answers/" + SurveyFixtures.WORDS.id().value());
        assertThat(page()).contains("A ramp.").contains(north.name());
    }

    private static void go(String to) {
        var parts = to.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    @SuppressWarnings("unchecked")
    private static void choose(String segment) {
        _get(Select.class).setValue(segment);
    }

    private static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private String survey() {
        return As.viewer(
                pm, () -> SurveyNavigation.surveyHref(all.detail(campaign).id()));
    }

    private static String tables() {
        return _find(NativeTable.class).stream()
                .map(table -> table.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    private static String text(ListItem row) {
        return row.getElement().getTextRecursively();
    }

    private static boolean pictured() {
        return _find(Component.class).stream()
                .map(Component::getElement)
                .anyMatch(one -> !one.isTextNode() && one.getTag().equals("tl-result-chart"));
    }
}
