package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.logic.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class SurveysIT {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Answering answering;

    @Autowired
    SurveyResults results;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    Viewer pm;
    OrganisationId organisation;

    @BeforeEach
    void people() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
    }

    @Test
    void drafts_are_seen_by_their_editors_only() {
        var id = made.draft(pm, SurveyFixtures.content());
        var title = As.viewer(pm, () -> surveys.detail(id)).content().title().in(Locale.ENGLISH);

        for (var other : List.of(fixtures.projectManager(), fixtures.manager())) {
            assertThat(As.viewer(other, () -> surveys.list(title, 0, 10))).isEmpty();
            assertThat(As.viewer(other, () -> surveys.count(title))).isZero();
            refused(CommonError.NOT_FOUND, () -> As.viewer(other, () -> surveys.detail(id)));
            refused(CommonError.NOT_FOUND, () -> As.viewer(other, () -> surveys.preview(id)));
        }
        var stranger = fixtures.projectManager();
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> surveys.copy(id)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> surveys.edit(id, 1, SurveyFixtures.content())));
        refused(
                CommonError.NOT_FOUND,
                () -> As.viewer(
                        stranger,
                        () -> campaigns.publish(
                                id,
                                1,
                                new Round(
                                        Set.of(organisation),
                                        Instant.now(),
                                        Instant.now().plusSeconds(60)),
                                List.of(Locale.ENGLISH))));
        assertThat(As.viewer(pm, () -> surveys.list(title, 0, 10)))
                .extracting(SurveyRow::id, SurveyRow::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, SurveyState.DRAFT));
    }

    @Test
    void a_search_looks_at_titles_and_not_at_the_languages_they_are_in() {
        made.draft(pm, SurveyFixtures.content());

        assertThat(As.viewer(pm, () -> surveys.list("\"en\"", 0, 10))).isEmpty();
        assertThat(As.viewer(pm, () -> surveys.count("\"en\""))).isZero();
    }

    @Test
    void a_copy_is_a_draft_of_whoever_made_it_and_leaves_the_original_alone() {
        var campaign = made.published(pm, organisation);
        var original = As.viewer(pm, () -> surveys.detail(campaign));
        var other = fixtures.projectManager();

        var copy = As.viewer(other, () -> surveys.detail(surveys.copy(original.id())));

        assertThat(copy.state()).isEqualTo(SurveyState.DRAFT);
        assertThat(copy.owner().id()).isEqualTo(other.id());
        assertThat(copy.key()).isNotEqualTo(original.key());
        assertThat(copy.content().title().in(Locale.ENGLISH))
                .isEqualTo(original.content().title().in(Locale.ENGLISH) + " (copy)");
        assertThat(copy.content().questions())
                .extracting(one -> one.title().in(Locale.ENGLISH))
                .containsExactlyElementsOf(original.content().questions().stream()
                        .map(one -> one.title().in(Locale.ENGLISH))
                        .toList());
        assertThat(As.viewer(pm, () -> surveys.detail(campaign)).content()).isEqualTo(original.content());
    }

    @Test
    void a_copy_of_the_longest_title_still_has_room_to_say_so() {
        var id = As.viewer(pm, () -> surveys.create(text("x".repeat(2_000))));
        var copy = As.viewer(pm, () -> surveys.detail(surveys.copy(id)));
        assertThat(copy.content().title().in(Locale.ENGLISH)).hasSize(2_000).endsWith("x (copy)");
    }

    @Test
    void an_item_names_no_requirement_that_is_not_there() {
        var gone = new io.throughline.survey.question.Points(
                QuestionId.next(),
                text("Points"),
                text(""),
                true,
                List.of(new io.throughline.survey.question.Item("a", text("A"), java.util.UUID.randomUUID())));
        var content = new SurveyContent(text("Title"), text("Why"), List.of(gone));
        var draft = made.draft(pm, SurveyFixtures.content());

        refused(SurveyError.UNKNOWN_REQUIREMENT, () -> As.viewer(pm, () -> surveys.create(content)));
        refused(
                SurveyError.UNKNOWN_REQUIREMENT,
                () -> As.viewer(
                        pm, () -> surveys.edit(draft, surveys.detail(draft).version(), content)));
    }

    @Test
    void only_editors_change_a_survey() {
        var campaign = made.published(pm, organisation);
        var detail = As.viewer(pm, () -> surveys.detail(campaign));
        var stranger = fixtures.projectManager();

        assertThat(As.viewer(stranger, () -> surveys.detail(campaign)).editor()).isFalse();
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(
                        stranger,
                        () -> campaigns.close(campaign, detail.published().version())));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(stranger, () -> surveys.addCoEditor(detail.id(), stranger.id())));
        refused(
                SurveyError.NOT_A_PROJECT_MANAGER,
                () -> As.viewer(
                        pm,
                        () -> surveys.addCoEditor(
                                detail.id(), fixtures.manager().id())));
    }

    @Test
    void an_edit_of_an_older_version_is_refused() {
        var id = made.draft(pm, SurveyFixtures.content());
        long seen = As.viewer(pm, () -> surveys.detail(id)).version();
        As.viewer(pm, () -> surveys.edit(id, seen, SurveyFixtures.content()));

        refused(CommonError.STALE, () -> As.viewer(pm, () -> surveys.edit(id, seen, SurveyFixtures.content())));
    }

    @Test
    void what_is_published_never_changes() {
        var campaign = made.published(pm, organisation);
        var detail = As.viewer(pm, () -> surveys.detail(campaign));

        As.viewer(pm, () -> surveys.edit(detail.id(), detail.version(), SurveyFixtures.content()));
        assertThat(As.viewer(pm, () -> results.asked(campaign)))
                .as("editing makes a draft of the next version")
                .isEqualTo(detail.content());
        refused(
                SurveyError.NOT_A_DRAFT,
                () -> publish(detail.id(), Instant.now().plusSeconds(60), Locale.ENGLISH));
        assertThatThrownBy(() -> jdbc.sql("update survey_version set content = '{}' where id = ?")
                        .param(detail.published().surveyVersion().value())
                        .update())
                .hasMessageContaining("immutable");
        assertThat(As.viewer(pm, () -> campaigns.audience(campaign)))
                .extracting(one -> one.id())
                .containsExactly(organisation);
        assertThat(acts(ActKind.SURVEY_CREATED)).hasSize(1);
        assertThat(acts(ActKind.SURVEY_PUBLISHED)).hasSize(1).allMatch(act -> act.contentHash() != null);
    }

    @Test
    void publishing_names_what_is_missing() {
        var empty = As.viewer(pm, () -> surveys.create(text("Empty")));
        var inGerman = made.draft(pm, SurveyFixtures.content());

        assertThat(As.viewer(pm, () -> surveys.detail(empty)).findings())
                .filteredOn(Finding::error)
                .extracting(Finding::code)
                .containsExactly(SurveyError.SURVEY_WITHOUT_REASON, SurveyError.NO_QUESTION);
        refused(
                SurveyError.SURVEY_WITHOUT_REASON,
                () -> publish(empty, Instant.now().plusSeconds(60), Locale.ENGLISH));
        refused(
                SurveyError.LANGUAGE_INCOMPLETE,
                () -> publish(inGerman, Instant.now().plusSeconds(60), Locale.GERMAN));
        refused(
                SurveyError.CLOSES_IN_THE_PAST,
                () -> publish(inGerman, Instant.now().minusSeconds(60), Locale.ENGLISH));
        assertThat(As.viewer(pm, () -> surveys.detail(inGerman)).state()).isEqualTo(SurveyState.DRAFT);
    }

    private void publish(SurveyId id, Instant closesAt, Locale language) {
        As.viewer(
                pm,
                () -> campaigns.publish(
                        id,
                        surveys.detail(id).version(),
                        new Round(Set.of(organisation), closesAt.minusSeconds(600), closesAt),
                        List.of(language)));
    }

    @Test
    void a_title_nobody_would_see_is_none() {
        var unseen = SurveyFixtures.content().with(text("\u200B\u2060"), text("To know."));
        var draft = made.draft(pm, unseen);
        refused(
                SurveyError.SURVEY_WITHOUT_TITLE,
                () -> publish(draft, Instant.now().plusSeconds(60), Locale.ENGLISH));
        assertThat(As.viewer(pm, () -> surveys.detail(draft)).state()).isEqualTo(SurveyState.DRAFT);
    }

    @Test
    void closing_is_once_and_early() {
        var campaign = made.published(pm, organisation);
        var detail = As.viewer(pm, () -> surveys.detail(campaign));
        As.viewer(pm, () -> campaigns.close(campaign, detail.published().version()));

        var closed = As.viewer(pm, () -> surveys.detail(campaign));
        assertThat(closed.state()).isEqualTo(SurveyState.CLOSED);
        assertThat(closed.published().closesAt()).isBefore(detail.published().closesAt());
        refused(
                SurveyError.ALREADY_CLOSED,
                () -> As.viewer(
                        pm, () -> campaigns.close(campaign, closed.published().version())));
        assertThat(acts(ActKind.SURVEY_CLOSED)).hasSize(1);
    }

    @Test
    void more_time_is_later_and_only_what_is_closed_is_opened_again_for_a_reason() {
        var campaign = made.published(pm, organisation);
        var end = newest(campaign).closesAt();
        refused(SurveyError.NOT_LATER, () -> extend(campaign, end));
        refused(SurveyError.NOT_CLOSED, () -> reopen(campaign, end.plusSeconds(60), "Why not"));
        extend(campaign, end.plusSeconds(60));
        assertThat(newest(campaign).closesAt()).isEqualTo(end.plusSeconds(60));
        As.viewer(pm, () -> campaigns.close(campaign, newest(campaign).version()));

        refused(SurveyError.ALREADY_CLOSED, () -> extend(campaign, end.plusSeconds(120)));
        refused(CommonError.REQUIRED, () -> reopen(campaign, end.plusSeconds(120), " "));
        refused(
                SurveyError.CLOSES_IN_THE_PAST,
                () -> reopen(campaign, Instant.now().minusSeconds(1), "Late"));
        var customer = fixtures.customer(organisation);
        refused(SurveyError.CLOSED, () -> made.started(customer, campaign));
        reopen(campaign, end.plusSeconds(120), "Two districts got no mail");

        made.submitted(customer, campaign, SurveyFixtures.points(100, 0), "");
        assertThat(newest(campaign).answered()).isEqualTo(1);
        assertThat(acts(ActKind.CAMPAIGN_EXTENDED)).hasSize(1);
        assertThat(acts(ActKind.CAMPAIGN_REOPENED)).hasSize(1).allMatch(act -> act.contentHash() != null);
        var stranger = fixtures.projectManager();
        long seen = newest(campaign).version();
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(stranger, () -> campaigns.extend(campaign, seen, end.plusSeconds(600))));
    }

    @Test
    void closed_before_it_opened_it_is_opened_again_until_after_its_opening_only() {
        var opens = Instant.now().plusSeconds(3_600);
        var campaign = made.published(pm, SurveyFixtures.content(), opens, Set.of(organisation));
        As.viewer(pm, () -> campaigns.close(campaign, newest(campaign).version()));

        refused(
                SurveyError.CLOSES_BEFORE_OPENING,
                () -> reopen(campaign, opens.minusSeconds(600), "Closed by mistake"));
        assertThat(newest(campaign).state()).isEqualTo(SurveyState.CLOSED);
        reopen(campaign, opens.plusSeconds(600), "Closed by mistake");
        assertThat(newest(campaign).state()).isEqualTo(SurveyState.SCHEDULED);
    }

    private CampaignInfo newest(CampaignId campaign) {
        return As.viewer(pm, () -> surveys.detail(campaign)).published();
    }

    private void extend(CampaignId campaign, Instant until) {
        As.viewer(pm, () -> campaigns.extend(campaign, newest(campaign).version(), until));
    }

    private void reopen(CampaignId campaign, Instant until, String reason) {
        As.viewer(pm, () -> campaigns.reopen(campaign, newest(campaign).version(), until, reason));
    }

    @Test
    void a_survey_asked_again_keeps_its_waves_apart() {
        var first = made.published(pm, organisation);
        var id = As.viewer(pm, () -> surveys.detail(first)).id();
        var customer = fixtures.customer(organisation);
        made.submitted(customer, first, SurveyFixtures.points(100, 0), "");
        var round = new Round(Set.of(organisation), Instant.now(), Instant.now().plusSeconds(600));

        var second = As.viewer(pm, () -> campaigns.again(id, 2, round));
        refused(CommonError.STALE, () -> As.viewer(pm, () -> campaigns.again(id, 2, round)));
        var version = As.viewer(pm, () -> campaigns.of(id)).getFirst().surveyVersion();
        assertThat(As.viewer(pm, () -> results.speakingFor(version)))
                .as("nobody has answered the second wave yet")
                .isEqualTo(first);
        made.submitted(customer, second, SurveyFixtures.points(0, 100), "");

        assertThat(As.viewer(pm, () -> campaigns.of(id)))
                .extracting(CampaignInfo::id, CampaignInfo::number, CampaignInfo::versionNumber, CampaignInfo::answered)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second, 2, 1, 1),
                        org.assertj.core.groups.Tuple.tuple(first, 1, 1, 1));
        assertThat(roads(first)).isEqualTo(1);
        assertThat(roads(second)).isEqualTo(0);
        assertThat(As.viewer(pm, () -> results.speakingFor(version))).isEqualTo(second);
        assertThat(acts(ActKind.CAMPAIGN_PUBLISHED)).hasSize(2);
        var stranger = fixtures.projectManager();
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> campaigns.again(id, 3, round)));
    }

    private double roads(CampaignId campaign) {
        return As.viewer(pm, () -> results.itemFigures(campaign, SurveyFixtures.POINTS.id(), "roads"))
                .importance()
                .weighted()
                .value();
    }

    @Test
    void a_co_editor_edits_too() {
        var colleague = fixtures.projectManager();
        var id = made.draft(pm, SurveyFixtures.content());

        As.viewer(pm, () -> surveys.addCoEditor(id, colleague.id()));
        As.viewer(pm, () -> surveys.addCoEditor(id, colleague.id()));

        var seen = As.viewer(colleague, () -> surveys.detail(id));
        assertThat(seen.editor()).isTrue();
        assertThat(seen.coEditors()).extracting(one -> one.name()).containsExactly(colleague.name());
        As.viewer(colleague, () -> surveys.edit(id, seen.version(), SurveyFixtures.content()));
        assertThat(acts(ActKind.CO_EDITOR_ADDED)).hasSize(1);

        As.viewer(pm, () -> surveys.removeCoEditor(id, colleague.id()));
        As.viewer(pm, () -> surveys.removeCoEditor(id, colleague.id()));
        refused(CommonError.NOT_FOUND, () -> As.viewer(colleague, () -> surveys.detail(id)));
        assertThat(acts(ActKind.CO_EDITOR_REMOVED)).hasSize(1);
    }

    @Test
    void a_preview_stores_nothing() {
        var id = made.draft(pm, SurveyFixtures.content());
        long before =
                jdbc.sql("select count(*) from response").query(Long.class).single();
        var intro = As.viewer(pm, () -> surveys.preview(id));

        assertThat(intro.askedBy()).isEqualTo(pm.name());
        assertThat(intro.minutes()).isBetween(1, 5);
        assertThat(intro.closesAt()).isNull();
        assertThat(jdbc.sql("select count(*) from response").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void the_invitation_says_who_asks_what_until_when_and_where() {
        var campaign = made.published(pm, organisation);
        var invitation =
                As.viewer(pm, () -> campaigns.invitationText(campaign, Locale.ENGLISH, "https://portal.example.org"));

        assertThat(invitation)
                .contains(pm.name())
                .contains("To spend the money well.")
                .containsPattern("20\\d\\d, \\d+:\\d\\d.* \\(Coordinated Universal Time\\)")
                .contains("https://portal.example.org/answer/" + campaign.value())
                .doesNotContain("{");
    }

    private List<Act> acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).toList();
    }
}
