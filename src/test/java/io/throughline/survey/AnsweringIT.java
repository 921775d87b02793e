package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.port.WaitingSource;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.question.Doubt;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A response from its beginning to what counts of it. */
@IntegrationTest
class AnsweringIT extends AskedCustomer {

    @Autowired
    ResponseHistory history;

    @Autowired
    @Qualifier("surveyWaiting")
    WaitingSource waiting;

    @Autowired
    DatabaseCost cost;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_response_is_left_and_resumed_where_it_stood() {
        var response = made.started(customer, campaign);
        made.save(customer, response, POINTS.id(), points(60, 39));

        assertThat(made.started(customer, campaign)).isEqualTo(response);
        var sheet = As.viewer(customer, () -> answering.sheet(response));
        assertThat(sheet.state()).isEqualTo(ResponseState.IN_PROGRESS);
        assertThat(sheet.open()).isTrue();
        assertThat(sheet.answers().get(POINTS.id()).answer()).isEqualTo(points(60, 39));
        assertThat(sheet.intro().askedBy()).isEqualTo(pm.name());
        assertThat(sheet.intro().weight()).isEqualByComparingTo("1");
        assertThat(As.viewer(customer, () -> answering.open()))
                .filteredOn(one -> one.id().equals(campaign))
                .extracting(OpenSurvey::answered)
                .containsExactly(1);
        assertThat(As.viewer(customer, () -> waiting.waitingFor(customer)))
                .extracting(one -> one.textKey())
                .containsExactly("survey.waiting.continue");
    }

    @Test
    void rounds_of_one_survey_are_told_apart_by_their_number_where_two_wait() {
        assertThat(As.viewer(customer, () -> waiting.waitingFor(customer)))
                .singleElement()
                .satisfies(one -> assertThat(one.arguments()).endsWith(0));
        var survey = jdbc.sql("select survey_id from campaign where id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .single();
        var opens = Instant.now().minusSeconds(60);
        As.viewer(
                pm,
                () -> campaigns.again(
                        new SurveyId(survey),
                        2,
                        new Round(Set.of(organisation), opens, opens.plus(Duration.ofHours(1)))));

        var texts = new Texts();
        assertThat(As.viewer(customer, () -> waiting.waitingFor(customer)))
                .extracting(one -> texts.getTranslation(
                        one.textKey(), Locale.ENGLISH, one.arguments().toArray()))
                .anyMatch(said -> said.contains("”, round 1 ("))
                .anyMatch(said -> said.contains("”, round 2 ("));
    }

    @Test
    void ninety_nine_points_are_saved_and_refused_on_submit() {
        var response = made.started(customer, campaign);
        made.save(customer, response, POINTS.id(), points(60, 39));

        refused(SurveyError.INCOMPLETE, () -> As.viewer(customer, () -> answering.submit(response)));
        assertThat(As.viewer(customer, () -> answering.gaps(response)))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.question()).isEqualTo(POINTS.id());
                    assertThat(gap.problems().getFirst().code()).isEqualTo(SurveyError.POINTS_SUM);
                });
        assertThat(events.stream(ResponseSubmitted.class)).isEmpty();
    }

    @Test
    void the_submitted_revision_counts_until_the_edited_one_is_submitted() {
        var response = made.submitted(customer, campaign, points(100, 0), "Benches");
        assertThat(share("roads")).isEqualTo(1);

        made.save(customer, response, POINTS.id(), points(0, 100));
        assertThat(share("roads")).isEqualTo(1);
        assertThat(As.viewer(customer, () -> answering.sheet(response)).state()).isEqualTo(ResponseState.EDITED);

        var receipt = As.viewer(customer, () -> answering.submit(response));
        assertThat(receipt.revision()).isEqualTo(2);
        assertThat(share("roads")).isZero();
        assertThat(As.viewer(customer, () -> answering.sheet(response)).state()).isEqualTo(ResponseState.SUBMITTED);
        assertThat(acts(ActKind.RESPONSE_SUBMITTED)).hasSize(2).allMatch(act -> act.contentHash() != null);
        assertThat(events.stream(ResponseSubmitted.class)).hasSize(2);
    }

    @Test
    void what_was_submitted_is_not_found_out_by_trying_which_answers_have_its_hash() {
        made.submitted(customer, campaign, points(50, 50), "");
        made.submitted(fixtures.customer(organisation), campaign, points(50, 50), "");
        assertThat(acts(ActKind.RESPONSE_SUBMITTED))
                .hasSize(2)
                .extracting(Act::contentHash)
                .as("the same answers")
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private double share(String item) {
        return As.viewer(pm, () -> results.itemFigures(campaign, POINTS.id(), item))
                .importance()
                .perPerson()
                .value();
    }

    @Test
    void submitting_again_gives_the_same_receipt_and_does_nothing() {
        var response = made.submitted(customer, campaign, points(50, 50), "");
        var again = As.viewer(customer, () -> answering.submit(response));

        assertThat(again.already()).isTrue();
        assertThat(again.revision()).isEqualTo(1);
        assertThat(events.stream(ResponseSubmitted.class)).hasSize(1);
    }

    @Test
    void a_receipt_is_given_again_after_closing() {
        var response = made.submitted(customer, campaign, points(50, 50), "");
        As.viewer(pm, () -> {
            campaigns.close(campaign, surveys.detail(campaign).published().version());
        });

        assertThat(As.viewer(customer, () -> answering.submit(response)).already())
                .isTrue();
    }

    @Test
    void nobody_answers_before_it_opens() {
        var later = made.published(
                pm, SurveyFixtures.content(), Instant.now().plus(Duration.ofMinutes(5)), Set.of(organisation));

        refused(SurveyError.NOT_YET_OPEN, () -> As.viewer(customer, () -> answering.start(later)));
        refused(SurveyError.NOT_YET_OPEN, () -> As.viewer(customer, () -> answering.intro(later)));
        assertThat(As.viewer(customer, () -> answering.open()))
                .noneMatch(one -> one.id().equals(later));
    }

    @Test
    void other_people_s_responses_are_not_there() {
        var response = made.submitted(customer, campaign, points(50, 50), "");
        var colleague = fixtures.customer(organisation);

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> answering.sheet(response),
                () -> answering.gaps(response),
                () -> answering.submit(response),
                () -> answering.save(response, POINTS.id(), points(1, 1), stamp()))) {
            refused(CommonError.NOT_FOUND, () -> As.viewer(colleague, () -> callUnchecked(call)));
        }
        refused(CommonError.NOT_FOUND, () -> As.viewer(colleague, () -> history.of(response)));
        assertThat(As.viewer(colleague, () -> answering.find(campaign))).isEmpty();
        assertThat(As.viewer(colleague, () -> answering.savedElsewhere(response, UUID.randomUUID())))
                .isEmpty();
        refused(CommonError.NOT_FOUND, () -> As.viewer(colleague, () -> answering.sheet(ResponseId.next())));
    }

    @Test
    void every_submitting_is_kept_with_what_was_changed() {
        var response = made.submitted(customer, campaign, points(50, 50), "A ramp.");
        made.save(customer, response, POINTS.id(), points(70, 30));
        As.viewer(customer, () -> answering.submit(response));

        var revisions = As.viewer(customer, () -> history.of(response));

        assertThat(revisions).extracting(ResponseHistory.Revision::number).containsExactly(2, 1);
        assertThat(revisions).allSatisfy(one -> assertThat(one.submittedAt()).isNotNull());
        assertThat(revisions.getFirst().changes())
                .isEqualTo(Map.of(POINTS.id(), new ResponseHistory.Change(points(50, 50), points(70, 30))));
        assertThat(revisions.getLast().changes()).isEmpty();
    }

    @Test
    void words_submitted_meanwhile_are_not_replaced_where_they_stand() {
        var response = made.started(customer, campaign);
        made.save(customer, response, POINTS.id(), points(50, 50));
        made.save(customer, response, WORDS.id(), new OwnWords.Answer("A ramp."));

        // A save from another device that had read the answer before it was submitted.
        transactions.executeWithoutResult(status -> {
            As.viewer(customer, () -> answering.sheet(response));
            elsewhere(() -> As.viewer(customer, () -> answering.submit(response)));
            assertThatThrownBy(() -> made.save(customer, response, WORDS.id(), new OwnWords.Answer("A lift.")))
                    .isInstanceOf(ConcurrencyFailureException.class);
            status.setRollbackOnly();
        });
        made.save(customer, response, WORDS.id(), new OwnWords.Answer("A lift."));
        As.viewer(customer, () -> answering.submit(response));

        assertThat(As.viewer(customer, () -> history.of(response)).getFirst().changes())
                .isEqualTo(Map.of(
                        WORDS.id(),
                        new ResponseHistory.Change(new OwnWords.Answer("A ramp."), new OwnWords.Answer("A lift."))));
    }

    private void elsewhere(Runnable act) {
        var other = new TransactionTemplate(
                transactions.getTransactionManager(),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        other.executeWithoutResult(status -> act.run());
    }

    @Test
    void the_same_answer_to_everything_is_flagged_and_counts_all_the_same() {
        var items = Stream.of("a", "b", "c", "d")
                .map(key -> new Item(key, SurveyFixtures.text(key)))
                .toList();
        var rating = new ImportanceSatisfactionByRating(
                QuestionId.next(), SurveyFixtures.text("Rate them"), SurveyFixtures.text(""), true, items);
        var rated = made.published(
                pm,
                new SurveyContent(
                        SurveyFixtures.text(Fixtures.unique("Rated")),
                        SurveyFixtures.text("To know."),
                        List.of(rating)),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        var other = fixtures.customer(organisation);
        rate(customer, rated, rating, Map.of("a", 3, "b", 3, "c", 3, "d", 3));
        var changing = rate(other, rated, rating, Map.of("a", 3, "b", 3, "c", 3, "d", 3));

        assertThat(As.viewer(pm, () -> history.doubts(rated)))
                .isEqualTo(Map.of(rating.id(), Map.of(Doubt.Kind.SAME_THROUGHOUT, 2)));

        made.save(
                other,
                changing,
                rating.id(),
                new ImportanceSatisfactionByRating.Answer(
                        Map.of("a", 5, "b", 3, "c", 3, "d", 3), Map.of("a", 3, "b", 3, "c", 3, "d", 3)));
        As.viewer(other, () -> answering.submit(changing));

        assertThat(As.viewer(pm, () -> history.doubts(rated)))
                .isEqualTo(Map.of(rating.id(), Map.of(Doubt.Kind.SAME_THROUGHOUT, 1)));
        assertThat(jdbc.sql("select count(*) from response where campaign_id = ? and submitted_revision > 0")
                        .param(rated.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private ResponseId rate(
            Viewer person, CampaignId rated, ImportanceSatisfactionByRating rating, Map<String, Integer> each) {
        var response = made.started(person, rated);
        made.save(person, response, rating.id(), new ImportanceSatisfactionByRating.Answer(each, each));
        As.viewer(person, () -> answering.submit(response));
        return response;
    }

    @Test
    void a_survey_that_asks_others_is_not_there() {
        var stranger = fixtures.customer();
        var homeless = fixtures.person(null, Role.CUSTOMER);

        for (var one : List.of(stranger, homeless)) {
            assertThat(As.viewer(one, () -> answering.open())).isEmpty();
            refused(CommonError.NOT_FOUND, () -> As.viewer(one, () -> answering.intro(campaign)));
            refused(CommonError.NOT_FOUND, () -> As.viewer(one, () -> answering.start(campaign)));
        }
    }

    @Test
    void organisation_segment_and_weight_are_those_of_the_publishing_and_copied() {
        jdbc.sql("update organisation set weight = 7, segment = 'changed' where id = ?")
                .param(organisation.value())
                .update();
        var response = made.submitted(customer, campaign, points(50, 50), "");

        var row = jdbc.sql("select organisation_id, segment, weight from response where id = ?")
                .param(response.value())
                .query()
                .singleRow();
        assertThat(row.get("organisation_id")).hasToString(organisation.value().toString());
        assertThat(row).containsEntry("segment", "standard");
        assertThat(row.get("weight")).hasToString("1.0000");
    }

    @Test
    void own_responses_only() {
        var response = made.started(customer, campaign);
        made.save(customer, response, POINTS.id(), points(20, 80));
        made.save(
                customer,
                response,
                CHOICE.id(),
                new ImportanceSatisfaction.Answer(List.of("c", "a"), false, Map.of("a", 4)));
        assertThat(As.viewer(customer, () -> mine.submitted())).isEmpty();
        As.viewer(customer, () -> answering.submit(response));

        var submitted = As.viewer(customer, () -> mine.submitted());
        assertThat(submitted).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(response);
            assertThat(one.answers())
                    .extracting(given -> given.question().id())
                    .containsExactly(POINTS.id(), CHOICE.id());
            assertThat(one.answers().get(0).named())
                    .extracting(item -> item.key())
                    .containsExactly("parks", "roads");
            assertThat(one.answers().get(1).named())
                    .extracting(item -> item.key())
                    .containsExactly("c", "a");
        });
        assertThat(As.viewer(fixtures.customer(organisation), () -> mine.submitted()))
                .isEmpty();
        assertThat(As.viewer(fixtures.customer(organisation), () -> mine.told()))
                .isEmpty();
    }

    @Test
    void a_save_takes_two_statements_and_a_submit_at_most_eight() {
        var response = made.started(customer, campaign);
        made.save(customer, response, POINTS.id(), points(1, 99));
        made.save(customer, response, WORDS.id(), new OwnWords.Answer("a"));

        assertThat(statements(() -> made.save(customer, response, POINTS.id(), points(2, 98))))
                .isEqualTo(2);
        assertThat(statements(() -> made.save(customer, response, CHOICE.id(), CHOICE.blank())))
                .isEqualTo(2);
        assertThat(statements(() -> As.viewer(customer, () -> answering.submit(response))))
                .isLessThanOrEqualTo(8);
    }

    private long statements(Runnable act) {
        return cost.of(act).statements();
    }

    private static void callUnchecked(ThrowingCallable call) throws Exception {
        try {
            call.call();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
