package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.port.WaitingSource;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.answer.AnswerStore;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.question.Doubt;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class AnsweringIT {

    private static final int THREADS = 8;

    /** More than a person has, as few as the bounded retries promise to serve. */
    private static final int TABS = 4;

    @Autowired
    Answering answering;

    @Autowired
    ResponseHistory history;

    @Autowired
    AnswerStore store;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyResults results;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    MyResponses mine;

    @Autowired
    NeedBox needs;

    @Autowired
    @Qualifier("surveyWaiting")
    WaitingSource waiting;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseCost cost;

    @Autowired
    ApplicationEvents events;

    Viewer pm;
    OrganisationId organisation;
    Viewer customer;
    CampaignId campaign;

    @BeforeEach
    void survey() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
        customer = fixtures.customer(organisation);
        campaign = made.published(pm, organisation);
    }

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

    @RepeatedTest(3)
    void a_storm_of_starts_and_submits_ends_in_one_response() throws Exception {
        var started = atOnce(THREADS, () -> As.viewer(customer, () -> answering.start(campaign)));
        assertThat(Set.copyOf(started)).hasSize(1);
        var response = started.getFirst();
        made.save(customer, response, POINTS.id(), points(70, 30));

        var receipts = atOnce(THREADS, () -> As.viewer(customer, () -> answering.submit(response)));

        assertThat(receipts).allMatch(receipt -> receipt.revision() == 1);
        assertThat(receipts.stream().filter(receipt -> !receipt.already())).hasSize(1);
        assertThat(count("select count(*) from response where campaign_id = ?", campaign.value()))
                .isEqualTo(1);
        assertThat(count("select count(*) from submitted_answer where response_id = ?", response.value()))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void saves_of_many_tabs_at_once_all_end_in_one_row() throws Exception {
        var response = made.started(customer, campaign);
        var saved = atOnce(
                TABS, () -> As.viewer(customer, () -> answering.save(response, POINTS.id(), points(70, 30), stamp())));

        assertThat(saved).extracting(Saved::revision).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select revision from answer where response_id = ?")
                        .param(response.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(TABS);
    }

    @Test
    void the_later_tab_wins_and_the_earlier_one_learns_it() {
        var response = made.started(customer, campaign);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var loaded = As.viewer(customer, () -> answering.sheet(response)).loadedAt();

        var one = save(response, points(10, 0), new Stamp(first, 1, 0));
        var two = save(response, points(20, 0), new Stamp(second, 1, 0));
        var three = save(response, points(30, 0), new Stamp(first, 2, one.revision()));

        assertThat(one.replacedOther()).isFalse();
        assertThat(one.savedElsewhere()).isNull();
        assertThat(two.replacedOther()).isTrue();
        assertThat(three.replacedOther()).isTrue();
        assertThat(three.savedElsewhere()).isAfterOrEqualTo(loaded);
        assertThat(three.revision()).isEqualTo(3);
        assertThat(held(response)).isEqualTo(points(30, 0));
        assertThat(As.viewer(customer, () -> answering.savedElsewhere(response, second)))
                .isPresent();
    }

    @Test
    void a_save_repeated_after_a_lost_connection_changes_nothing() {
        var response = made.started(customer, campaign);
        var tab = UUID.randomUUID();
        save(response, points(10, 0), new Stamp(tab, 1, 0));
        save(response, points(20, 0), new Stamp(tab, 2, 1));
        var other = save(response, points(40, 0), new Stamp(UUID.randomUUID(), 1, 2));

        var late = save(response, points(10, 0), new Stamp(tab, 1, 0));
        var repeated = save(response, points(20, 0), new Stamp(tab, 2, 1));

        assertThat(late.revision()).isEqualTo(other.revision());
        assertThat(repeated.revision()).isEqualTo(other.revision());
        assertThat(held(response)).isEqualTo(points(40, 0));
    }

    @Test
    void a_save_that_reached_the_server_before_closing_is_taken_and_a_later_one_refused() {
        var response = made.started(customer, campaign);
        var arrived = Instant.now();
        As.viewer(pm, () -> {
            campaigns.close(campaign, surveys.detail(campaign).published().version());
        });

        store.save(customer, response, POINTS.id(), points(10, 90), stamp(), arrived.minusMillis(5));
        refused(SurveyError.CLOSED, () -> save(response, points(90, 10), stamp()));
        refused(SurveyError.CLOSED, () -> As.viewer(customer, () -> answering.submit(response)));

        var sheet = As.viewer(customer, () -> answering.sheet(response));
        assertThat(sheet.open()).isFalse();
        assertThat(sheet.answers().get(POINTS.id()).answer()).isEqualTo(points(10, 90));
        assertThat(As.viewer(customer, () -> answering.open()))
                .noneMatch(one -> one.id().equals(campaign));
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
    void words_stand_in_one_place_and_are_kept_as_submitted() {
        var response = made.submitted(customer, campaign, points(50, 50), "More benches");
        var first = origins.saidIn(response).getFirst();
        made.save(customer, response, WORDS.id(), new OwnWords.Answer("More benches, and"));
        made.save(customer, response, WORDS.id(), new OwnWords.Answer("More benches, and shade"));

        assertThat(origins.saidIn(response)).containsExactly(first);
        assertThat(words(pm, first.id())).isEqualTo("More benches");
        As.viewer(customer, () -> answering.submit(response));
        var second = origins.saidIn(response).getFirst();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(words(pm, second.id())).isEqualTo("More benches, and shade");
        assertThat(words(pm, first.id())).isEqualTo("More benches");
        assertThat(count("select count(*) from expression_text where response_id = ?", response.value()))
                .isEqualTo(2);
        assertThat(count(
                        "select count(*) from answer where response_id = ? and content like '%benches%'",
                        response.value()))
                .isZero();
    }

    @Test
    void resubmitting_unchanged_words_makes_no_new_expression() {
        var response = made.submitted(customer, campaign, points(50, 50), "More benches");
        var before = origins.saidIn(response);
        made.save(customer, response, POINTS.id(), points(40, 60));
        As.viewer(customer, () -> answering.submit(response));

        assertThat(origins.saidIn(response)).isEqualTo(before);
    }

    @Test
    void words_are_read_by_who_may() {
        var response = made.submitted(customer, campaign, points(50, 50), "Mine");
        var id = origins.saidIn(response).getFirst().id();
        var begun = fixtures.customer(organisation);
        var unfinished = made.started(begun, campaign);
        made.save(begun, unfinished, WORDS.id(), new OwnWords.Answer("Not yet"));
        var draft = new ExpressionTextId(jdbc.sql("select id from expression_text where response_id = ?")
                .param(unfinished.value())
                .query(UUID.class)
                .single());

        assertThat(words(pm, id)).isEqualTo("Mine");
        assertThat(words(fixtures.manager(), id)).isEqualTo("Mine");
        assertThat(words(customer, id)).isEqualTo("Mine");
        assertThat(words(begun, id)).isNull();
        assertThat(words(pm, draft)).isNull();
        assertThat(origins.of(List.of(draft, id))).extracting(one -> one.id()).containsExactly(id);
    }

    private String words(Viewer viewer, ExpressionTextId id) {
        var found = As.viewer(viewer, () -> expressions.read(List.of(id)).get(id));
        return found == null ? null : found.words();
    }

    @Test
    void a_need_is_told_once_named_and_outside_any_survey() {
        var request = UUID.randomUUID();
        var id = As.viewer(customer, () -> needs.tell(request, new OwnWords.Answer(" A lift at the station ")));
        As.viewer(customer, () -> needs.tell(request, new OwnWords.Answer(" A lift at the station ")));

        var told = As.viewer(pm, () -> expressions.read(List.of(id)).get(id));
        assertThat(told.words()).isEqualTo("A lift at the station");
        assertThat(told.person()).isEqualTo(customer.name());
        assertThat(told.origin().response()).isNull();
        assertThat(As.viewer(customer, () -> mine.told()))
                .extracting(MyResponses.Told::id)
                .containsExactly(id);
        assertThat(events.stream(NeedTold.class)).hasSize(1);
        assertThat(acts(ActKind.NEED_TOLD)).hasSize(1);
        refused(
                CommonError.REQUIRED,
                () -> As.viewer(customer, () -> needs.tell(UUID.randomUUID(), new OwnWords.Answer("  "))));
    }

    @Test
    void a_request_of_somebody_else_is_not_there() {
        var request = UUID.randomUUID();
        As.viewer(customer, () -> needs.tell(request, new OwnWords.Answer("Mine")));

        refused(
                CommonError.NOT_FOUND,
                () -> As.viewer(
                        fixtures.customer(organisation), () -> needs.tell(request, new OwnWords.Answer("Yours"))));
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

    private Saved save(ResponseId response, io.throughline.survey.question.Answer answer, Stamp stamp) {
        return As.viewer(customer, () -> answering.save(response, POINTS.id(), answer, stamp));
    }

    private io.throughline.survey.question.Answer held(ResponseId response) {
        return As.viewer(customer, () -> answering.sheet(response))
                .answers()
                .get(POINTS.id())
                .answer();
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        var barrier = new CyclicBarrier(times);
        var futures = new ArrayList<Future<T>>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return action.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
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

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }

    private List<Act> acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).toList();
    }
}
