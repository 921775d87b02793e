package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.answer.Response;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignMails;
import io.throughline.survey.campaign.Invited;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.stats.OrganisationFigure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@IntegrationTest
class ConfidentialityIT {

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyResults results;

    @Autowired
    CampaignDesk desk;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    ResponseExport export;

    @Autowired
    @Qualifier("surveyObjects")
    ObjectDirectory objects;

    @Autowired
    Answering answering;

    @Autowired
    Outbox outbox;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    Viewer owner;
    Viewer coEditor;
    Viewer other;
    Viewer manager;
    Viewer customer;
    OrganisationId home;
    CampaignId campaign;
    ResponseId response;
    String homeName;

    @BeforeEach
    void answered() {
        owner = fixtures.projectManager();
        coEditor = fixtures.projectManager();
        other = fixtures.projectManager();
        manager = fixtures.manager();
        homeName = Fixtures.unique("Home");
        home = fixtures.organisation(homeName, "few");
        customer = fixtures.customer(home);
        var many = fixtures.organisation(Fixtures.unique("Many"), "many");
        var crowd = java.util.stream.Stream.generate(() -> fixtures.customer(many))
                .limit(5)
                .toList();
        var opens = Instant.now().minusSeconds(60);
        campaign = made.published(
                owner,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                new Campaigns.Round(
                        new Audience(Set.of(home, many), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        new Mailing(MailLink.PERSONAL, 0, true),
                        Map.of()));
        var survey = As.viewer(owner, () -> surveys.detail(campaign)).id();
        As.viewer(owner, () -> surveys.addCoEditor(survey, coEditor.id()));
        response = made.submitted(customer, campaign, points(70, 30), "Benches");
        made.submitted(crowd.getFirst(), campaign, points(10, 90), "");
    }

    private List<Viewer> outsiders() {
        return List.of(other, manager);
    }

    private List<Viewer> editors() {
        return List.of(owner, coEditor);
    }

    @Test
    void it_is_told_before_anything_is_begun_and_fixed_with_the_campaign() {
        assertThat(As.viewer(customer, () -> answering.intro(campaign)).confidentiality())
                .isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThat(As.viewer(other, () -> surveys.detail(campaign)).campaigns())
                .extracting(CampaignInfo::confidentiality)
                .containsExactly(Confidentiality.CONFIDENTIAL);
        assertThat(SurveyJson.content("{\"schema\":2,\"title\":{},\"why\":{},\"sections\":[],"
                                + "\"paging\":\"QUESTION\",\"languages\":[]}")
                        .confidentiality())
                .as("content of before there was a choice")
                .isEqualTo(Confidentiality.NAMED);
    }

    @Test
    void answers_behind_a_figure_bear_names_for_editors_only() {
        for (var editor : editors()) {
            assertThat(As.viewer(editor, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 10)))
                    .extracting(one -> one.by().name())
                    .contains(customer.name());
        }
        for (var outsider : outsiders()) {
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 10)))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.by()).isNull())
                    .extracting(SurveyResults.Behind::answer)
                    .contains(points(70, 30));
        }
    }

    @Test
    void figures_of_single_organisations_and_small_segments_are_for_editors_only() {
        for (var editor : editors()) {
            assertThat(As.viewer(editor, () -> results.report(campaign, ResultsFilter.of("few")))
                            .turnout())
                    .extracting(SurveyResults.Turnout::name)
                    .containsExactly(homeName);
            assertThat(As.viewer(editor, () -> results.segments(campaign))).containsExactly("few", "many");
        }
        for (var outsider : outsiders()) {
            var report = As.viewer(outsider, () -> results.report(campaign, ResultsFilter.NONE));
            assertThat(report.turnout()).allSatisfy(one -> {
                assertThat(one.organisation()).isNull();
                assertThat(one.name()).isEmpty();
            });
            assertThat(report.answered()).isEqualTo(2);
            var roads = ((Points.Result) report.questions().getFirst().result())
                    .items()
                    .getFirst();
            assertThat(roads.organisations())
                    .hasSize(2)
                    .extracting(OrganisationFigure::organisation)
                    .doesNotContain(home.value());
            assertThat(As.viewer(outsider, () -> results.segments(campaign))).containsExactly("many");
            notThere(() -> As.viewer(outsider, () -> results.report(campaign, ResultsFilter.of("few"))));
            notThere(() -> As.viewer(
                    outsider, () -> results.report(campaign, ResultsFilter.NONE.withWeeks(LocalDate.EPOCH, null))));
            notThere(() -> As.viewer(
                    outsider, () -> results.countBehind(campaign, POINTS.id(), null, ResultsFilter.of("few"))));
        }
    }

    @Test
    void who_has_answered_is_for_editors_only() {
        for (var editor : editors()) {
            assertThat(invited(editor).state()).isEqualTo(ResponseState.SUBMITTED);
        }
        for (var outsider : outsiders()) {
            assertThat(invited(outsider).state()).isNull();
        }
        var trail = List.of(new ObjectRef(Response.KIND, response.value()));
        for (var reader : List.of(owner, coEditor, customer)) {
            assertThat(objects.readable(reader, trail)).hasSize(1);
        }
        for (var outsider : outsiders()) {
            assertThat(objects.readable(outsider, trail)).isEmpty();
        }
    }

    private Invited invited(Viewer viewer) {
        return As.viewer(viewer, () -> desk.invited(campaign, customer.name(), 0, 10))
                .getFirst();
    }

    @Test
    void own_words_bear_a_name_for_editors_and_for_who_said_them() {
        var words = As.viewer(owner, () -> results.answersBehind(campaign, WORDS.id(), null, 0, 10)).stream()
                .filter(one -> one.by().response().equals(response))
                .findFirst()
                .orElseThrow()
                .words();
        for (var reader : List.of(owner, coEditor, customer)) {
            var said = As.viewer(reader, () -> expressions.read(List.of(words))).get(words);
            assertThat(said.person()).isEqualTo(customer.name());
            assertThat(said.organisation()).isEqualTo(homeName);
        }
        for (var outsider : outsiders()) {
            var said =
                    As.viewer(outsider, () -> expressions.read(List.of(words))).get(words);
            assertThat(said.words()).isEqualTo("Benches");
            assertThat(said.person()).isEmpty();
            assertThat(said.organisation()).isEmpty();
            assertThat(said.origin().person()).isNull();
            assertThat(said.origin().organisation()).isNull();
            assertThat(said.origin().response()).isNull();
        }
    }

    @Test
    void exported_responses_bear_names_for_editors_only() throws Exception {
        for (var editor : editors()) {
            assertThat(responses(editor))
                    .contains(customer.name(), homeName, response.value().toString());
        }
        for (var outsider : outsiders()) {
            assertThat(responses(outsider))
                    .contains("70,30")
                    .doesNotContain(customer.name(), homeName, response.value().toString());
        }
    }

    private String responses(Viewer viewer) throws Exception {
        var out = new ByteArrayOutputStream();
        As.viewer(
                viewer,
                () -> export.write(campaign, ResultsFilter.NONE, ResponseExport.Format.SPSS, Locale.ENGLISH, out));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("responses.csv");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_outbox_does_not_say_who_answered_and_gives_no_link_out() {
        var administrator = fixtures.administrator();
        var mails = As.viewer(administrator, () -> outbox.find(null, 0, 200));
        assertThat(mails)
                .filteredOn(mail -> mail.to().equals(customer.name()))
                .extracting(OutboxRow::kind)
                .containsExactly(CampaignMails.INVITATION);
        var invitation = mails.stream()
                .filter(mail -> mail.to().equals(customer.name()))
                .findFirst()
                .orElseThrow();
        var shown = As.viewer(administrator, () -> outbox.preview(invitation.id()));
        assertThat(shown.withheldKey()).as("though it was answered").isEmpty();
        assertThat(shown.releasable()).isFalse();
        var thanks = mails.stream()
                .filter(mail ->
                        mail.kind().equals(CampaignMails.THANKS) && mail.to().isEmpty())
                .findFirst()
                .orElseThrow();
        var letter = As.viewer(administrator, () -> outbox.preview(thanks.id()));
        assertThat(letter.address()).isEmpty();
        assertThat(letter.text()).startsWith("Hello •••,").doesNotContain(customer.name());
    }

    private static void notThere(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code() == CommonError.NOT_FOUND);
    }
}
