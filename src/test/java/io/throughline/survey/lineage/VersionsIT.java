package io.throughline.survey.lineage;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.MyResponses;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyState;
import io.throughline.survey.campaign.CampaignChange;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.version.Choice;
import io.throughline.survey.version.Decision;
import io.throughline.survey.version.Edit.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Versions after one another: which answers stand in one line, and what becomes of earlier rounds. */
@IntegrationTest
class VersionsIT extends PublishedVersion {

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyResults results;

    @Autowired
    MyResponses mine;

    @Test
    void an_option_that_is_replaced_stands_for_the_new_one_through_all_versions() {
        edit(content -> content.edited(CHOICE.id(), entry -> entry.with(with(without(entry.question(), "c"), "d"))));
        decide(Kind.ITEM_REMOVED, Decision.map("d"));
        decide(Kind.ITEM_ADDED, Decision.of(Choice.KEEP));
        var second = publish(RUNNING_ON);
        edit(content -> content.edited(CHOICE.id(), entry -> entry.with(with(without(entry.question(), "a"), "e"))));
        decide(Kind.ITEM_REMOVED, Decision.of(Choice.SET_ASIDE));
        decide(Kind.ITEM_ADDED, Decision.of(Choice.KEEP));
        var third = publish(RUNNING_ON);
        edit(content -> content.edited(CHOICE.id(), entry -> entry.with(with(without(entry.question(), "b"), "f"))));
        decide(Kind.ITEM_REMOVED, Decision.of(Choice.ARCHIVE));
        decide(Kind.ITEM_ADDED, Decision.of(Choice.KEEP));
        var fourth = publish(RUNNING_ON);

        assertThat(between(first, second)).hasValue(Map.of("a", "a", "b", "b", "c", "d"));
        assertThat(between(first, third)).hasValue(Map.of("b", "b", "c", "d"));
        assertThat(between(third, fourth)).isEmpty();
        assertThat(between(first, fourth)).isEmpty();
        assertThat(between(third, third))
                .hasValueSatisfying(
                        same -> assertThat(same).containsEntry("b", "b").containsEntry("d", "d"));
        assertThat(As.viewer(pm, () -> lineage.of(third)).get(CHOICE.id())).satisfies(descent -> {
            assertThat(descent.archived()).isZero();
            assertThat(descent.line())
                    .extracting(Descent.Ancestor::number, Descent.Ancestor::place)
                    .containsExactly(tuple(2, 2), tuple(1, 2));
        });
        assertThat(As.viewer(pm, () -> lineage.of(fourth)).get(CHOICE.id())).isEqualTo(new Descent(List.of(), 3));
        assertThat(between(first, made.published(pm, organisation)))
                .as("another survey")
                .isEmpty();
    }

    private Optional<Map<String, String>> between(CampaignId one, CampaignId other) {
        return As.viewer(pm, () -> lineage.between(one, other, CHOICE.id()));
    }

    @Test
    void edits_count_the_answers_to_all_versions_that_stand_in_line_by_whatever_an_item_was_called() {
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "");
        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(with(without(entry.question(), "roads"), "streets"))));
        decide(Kind.ITEM_REMOVED, Decision.map("streets"));
        decide(Kind.ITEM_ADDED, Decision.of(Choice.KEEP));
        publish(RUNNING_ON);
        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(reworded(entry.question(), "streets", "All of it"))));

        assertThat(impact()).singleElement().returns(new Touched(1, 1, 0, true, false), TouchingEdit::touched);
    }

    @Test
    void a_round_runs_on_with_what_it_asks_or_is_closed_with_a_reason() {
        var begun = fixtures.customer(organisation);
        var response = made.started(begun, first);
        edit(content -> content.edited(WORDS.id(), entry -> entry.with(retitled(entry.question(), "And now?"))));
        decide(Kind.REWORDED, Decision.of(Choice.KEEP));
        var second = publish(RUNNING_ON);
        assertThat(As.viewer(begun, () -> answering.sheet(response)).toString())
                .contains("What else?")
                .doesNotContain("And now?");
        made.save(begun, response, POINTS.id(), points(50, 50));
        As.viewer(begun, () -> answering.submit(response));

        edit(content -> content.with(text("Third"), content.why()));
        var running = As.viewer(pm, () -> campaigns.of(survey));
        var closing = new HashMap<CampaignId, Long>();
        running.forEach(one -> closing.put(one.id(), one.version()));
        refused(CommonError.REQUIRED, () -> publish(new EarlierFate(closing, " ", false)));
        var third = publish(new EarlierFate(closing, "The title was wrong", false));
        assertThat(As.viewer(pm, () -> campaigns.of(survey)))
                .extracting(CampaignInfo::id, CampaignInfo::state, CampaignInfo::versionNumber)
                .containsExactly(
                        tuple(third, SurveyState.OPEN, 3),
                        tuple(second, SurveyState.CLOSED, 2),
                        tuple(first, SurveyState.CLOSED, 1));
        assertThat(As.viewer(pm, () -> campaigns.changes(first)))
                .singleElement()
                .returns("The title was wrong", CampaignChange::reason);
        assertThat(As.viewer(pm, () -> surveys.detail(survey))
                        .campaigns()
                        .getLast()
                        .answered())
                .isEqualTo(1);
    }

    @Test
    void who_answered_the_version_before_can_be_left_out() {
        var answered = fixtures.customer(organisation);
        made.submitted(answered, first, points(100, 0), "");
        var silent = fixtures.customer(organisation);
        made.started(silent, first);
        edit(content -> content.with(text("Once more"), content.why()));
        var second = publish(new EarlierFate(Map.of(), "", true));

        assertThat(asked(answered)).doesNotContain(second);
        refused(CommonError.NOT_FOUND, () -> As.viewer(answered, () -> answering.start(second)));
        assertThat(asked(silent)).contains(second);
        made.started(silent, second);
        var come = fixtures.customer(organisation);
        assertThat(asked(come)).as("who comes later is asked").contains(second);
        made.started(come, second);
    }

    @Test
    void nobody_is_left_out_for_having_answered_where_that_is_confidential() {
        first = made.published(
                pm,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        survey = As.viewer(pm, () -> surveys.detail(first)).id();
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "");
        edit(content -> content.with(text("Once more"), content.why()));
        refused(SurveyError.CONFIDENTIAL_ALL_ASKED, () -> publish(new EarlierFate(Map.of(), "", true)));
        edit(content -> content.with(Confidentiality.NAMED));
        refused(SurveyError.CONFIDENTIAL_ALL_ASKED, () -> publish(new EarlierFate(Map.of(), "", true)));
    }

    private List<CampaignId> asked(Viewer customer) {
        return As.viewer(customer, () -> answering.open()).stream()
                .map(OpenSurvey::id)
                .toList();
    }

    @Test
    void an_answer_is_read_as_it_was_asked_whatever_came_after() {
        var customer = fixtures.customer(organisation);
        made.submitted(customer, first, points(70, 30), "Benches");
        edit(content -> content.with(Arrangement.removed(content.sections(), WORDS.id())));
        edit(content -> content.edited(
                POINTS.id(), entry -> entry.with(retitled(reworded(entry.question(), "roads", "Rails"), "Other?"))));
        for (var touch : impact()) {
            if (touch.edit().offer().isOpen()) {
                wish(touch, Decision.of(Choice.ARCHIVE));
            }
        }
        publish(RUNNING_ON);

        var asked = As.viewer(pm, () -> results.asked(first));
        assertThat(asked.question(POINTS.id())).isEqualTo(POINTS);
        assertThat(As.viewer(pm, () -> versions.asked(survey, 1))).isEqualTo(asked);
        assertThat(As.viewer(pm, () -> versions.intro(survey, 1)).title()).isEqualTo(asked.title());
        refused(CommonError.NOT_FOUND, () -> As.viewer(pm, () -> versions.asked(survey, 9)));
        assertThat(As.viewer(pm, () -> results.report(first, ResultsFilter.NONE))
                        .questions())
                .extracting(QuestionReport::question)
                .containsExactly(POINTS, CHOICE, WORDS);
        assertThat(As.viewer(pm, () -> results.exportCsv(first, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains("Item roads")
                .doesNotContain("Rails");
        assertThat(As.viewer(customer, () -> mine.submitted()).getFirst().answers())
                .extracting(MyResponses.Given::question)
                .contains(POINTS, WORDS);
    }

    private static Question with(Question question, String key) {
        return Rewording.of(
                question,
                Stream.concat(question.items().stream(), Stream.of(new Item(key, text("Item " + key))))
                        .toList());
    }
}
