package io.throughline.survey.lineage;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignRequests;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.version.Choice;
import io.throughline.survey.version.Decision;
import io.throughline.survey.version.Edit.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The draft that follows a version: what it touches, what is decided of that, and its publication. */
@IntegrationTest
@RecordApplicationEvents
class NextVersionIT extends PublishedVersion {

    @Autowired
    CampaignRequests requests;

    @Autowired
    DatabaseCost cost;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void editing_what_is_published_makes_a_draft_that_only_editors_see() {
        var before = As.viewer(pm, () -> surveys.detail(survey));
        assertThat(before.isDrafted()).isFalse();
        edit(content -> content.with(text("Another title"), content.why()));

        var seen = As.viewer(pm, () -> surveys.detail(survey));
        assertThat(seen.isDrafted()).isTrue();
        assertThat(seen.asked()).isEqualTo(before.content());
        var other = fixtures.manager();
        assertThat(As.viewer(other, () -> surveys.detail(survey)).content()).isEqualTo(before.content());
        assertThat(As.viewer(other, () -> surveys.preview(survey)).title())
                .isEqualTo(before.content().title());
        assertThat(As.viewer(other, () -> surveys.list("Another title", 0, 10))).isEmpty();
        assertThat(As.viewer(other, () -> surveys.count("Another title"))).isZero();
        var customer = fixtures.customer(organisation);
        assertThat(As.viewer(customer, () -> answering.intro(first)).title())
                .isEqualTo(before.content().title());
    }

    @Test
    void an_edit_names_the_answers_it_touches_those_being_given_too() {
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "More trees");
        made.submitted(fixtures.customer(organisation), first, points(60, 40), "");
        var begun = fixtures.customer(organisation);
        made.save(begun, made.started(begun, first), POINTS.id(), points(1, 2));
        edit(content -> content.edited(POINTS.id(), entry -> entry.with(without(entry.question(), "parks"))));

        assertThat(impact()).singleElement().satisfies(touch -> {
            assertThat(touch.edit().kind()).isEqualTo(Kind.ITEM_REMOVED);
            assertThat(touch.touched()).isEqualTo(new Touched(2, 1, 1, true, false));
            assertThat(touch.edit().offer().suggested()).isEqualTo(Choice.ARCHIVE);
            assertThat(touch.decided()).isNull();
        });
    }

    @Test
    void an_answer_of_every_type_that_names_an_item_is_counted() {
        var answers = ofEveryTypeWithItems();
        var campaign = made.published(
                pm,
                new SurveyContent(text(Fixtures.unique("All")), text("To count."), List.copyOf(answers.keySet())),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        var customer = fixtures.customer(organisation);
        var response = made.started(customer, campaign);
        answers.forEach((question, answer) -> made.save(customer, response, question.id(), answer));
        As.viewer(customer, () -> answering.submit(response));
        edit(content -> {
            for (var question : answers.keySet()) {
                content = content.edited(
                        question.id(), entry -> entry.with(reworded(entry.question(), "a", "Quite another thing")));
            }
            return content;
        });

        assertThat(impact())
                .hasSize(answers.size())
                .allSatisfy(touch -> assertThat(touch.touched())
                        .as(touch.edit().key())
                        .isEqualTo(new Touched(1, 1, 0, true, false)));
    }

    @Test
    void a_version_is_published_once_it_is_decided_what_becomes_of_the_answers() {
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "");
        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(retitled(entry.question(), "Something else?"))));
        refused(SurveyError.UNDECIDED, () -> publish(RUNNING_ON));

        decide(Kind.REWORDED, Decision.of(Choice.KEEP));
        var second = publish(RUNNING_ON);

        var kept = As.viewer(pm, () -> versions.of(survey));
        assertThat(kept).extracting(Versions.Published::number).containsExactly(2, 1);
        assertThat(kept).extracting(Versions.Published::responses).containsExactly(0, 1);
        assertThat(kept.getFirst().changes()).singleElement().satisfies(change -> {
            assertThat(change.answers()).isEqualTo(1);
            assertThat(change.decided()).satisfies(one -> {
                assertThat(one.decision()).isEqualTo(Decision.of(Choice.KEEP));
                assertThat(one.by()).isEqualTo(pm.name());
            });
        });
        assertThat(As.viewer(fixtures.manager(), () -> versions.of(survey))
                        .getFirst()
                        .changes())
                .as("who doesn’t edit the survey sees no small counts")
                .singleElement()
                .returns(null, Versions.Change::answers);
        assertThat(acts(ActKind.VERSION_DECIDED)).hasSize(1).allMatch(act -> act.contentHash() != null);
        assertThat(As.viewer(pm, () -> surveys.detail(survey)).isDrafted()).isFalse();
        assertThat(As.viewer(pm, () -> lineage.between(second, first, POINTS.id())))
                .hasValue(Map.of("roads", "roads", "parks", "parks"));
        assertThatThrownBy(() -> jdbc.sql("update version_decision set choice = 'ARCHIVE'")
                        .update())
                .hasStackTraceContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from question_line").update()).hasStackTraceContaining("denied");
    }

    @Test
    void a_decision_holds_for_the_edit_as_it_was_seen() {
        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(retitled(entry.question(), "Something else?"))));
        var seen = impact().getFirst();
        decide(Kind.REWORDED, Decision.of(Choice.KEEP));
        assertThat(impact().getFirst().decided()).isNotNull();

        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(retitled(entry.question(), "Something third?"))));
        assertThat(impact().getFirst().decided()).isNull();
        refused(SurveyError.UNDECIDED, () -> publish(RUNNING_ON));
        refused(CommonError.STALE, () -> wish(seen, Decision.of(Choice.KEEP)));
        refused(SurveyError.DECISION_IMPOSSIBLE, () -> wish(impact().getFirst(), Decision.map("roads")));

        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(retitled(entry.question(), "Something else?"))));
        assertThat(impact().getFirst().decided())
                .as("the edit is again what was decided about")
                .isNotNull();
    }

    @Test
    void only_editors_decide_and_publish_the_next_version() {
        edit(content ->
                content.edited(POINTS.id(), entry -> entry.with(retitled(entry.question(), "Something else?"))));
        var touch = impact().getFirst();
        var stranger = fixtures.projectManager();
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> next.impact(survey)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> next.undecided(survey)));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(
                        stranger,
                        () -> next.decide(
                                survey,
                                List.of(new Wish(touch.edit().key(), touch.fingerprint(), Decision.of(Choice.KEEP))))));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(stranger, () -> next.publish(survey, 1, round(), List.of(Locale.ENGLISH), RUNNING_ON)));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(
                        stranger,
                        () -> requests.onceNext(
                                survey, "key", "hash", 1, round(), List.of(Locale.ENGLISH), RUNNING_ON)));
    }

    @Test
    void nothing_changed_is_no_version_and_an_old_draft_is_stale() {
        refused(SurveyError.NOTHING_CHANGED, () -> publish(RUNNING_ON));
        edit(content -> content.with(text("Another"), content.why()));
        refused(
                CommonError.STALE,
                () -> As.viewer(pm, () -> next.publish(survey, 1, round(), List.of(Locale.ENGLISH), RUNNING_ON)));
        var draft = made.draft(pm, SurveyFixtures.content());
        refused(SurveyError.NOT_PUBLISHED, () -> As.viewer(pm, () -> next.impact(draft)));
    }

    @Test
    void what_an_impact_costs_does_not_follow_the_number_of_edits() {
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "");
        edit(content -> content.edited(POINTS.id(), entry -> entry.with(without(entry.question(), "parks"))));
        var one = cost.of(() -> impact());
        edit(content -> content.edited(CHOICE.id(), entry -> entry.with(without(entry.question(), "a"))));
        edit(content -> content.edited(WORDS.id(), entry -> entry.with(retitled(entry.question(), "Why so?"))));
        var three = cost.of(() -> impact());
        assertThat(three.statements()).isEqualTo(one.statements());
    }

    private static Map<Question, Answer> ofEveryTypeWithItems() {
        var items = Stream.of("a", "b", "c")
                .map(key -> new Item(key, text("Item " + key)))
                .toList();
        var more = Stream.of("a", "b", "c", "d", "e")
                .map(key -> new Item(key, text("Item " + key)))
                .toList();
        var sets = new BestWorst(QuestionId.next(), text("Best?"), text(""), true, 3, 2, more, List.of()).designed();
        var picks = new HashMap<Integer, BestWorst.Pick>();
        for (int set = 0; set < sets.sets().size(); set++) {
            var shown = sets.sets().get(set);
            picks.put(set, new BestWorst.Pick(shown.getFirst(), shown.getLast()));
        }
        var pairs = new Pairwise(QuestionId.next(), text("Pairs?"), text(""), true, items);
        var judged = new HashMap<String, Integer>();
        pairs.pairs().forEach(pair -> judged.put(pair, 1));
        var feeling = new Kano.Pair(Feeling.LIKE, Feeling.DISLIKE);
        var rated = Map.of("a", 5, "b", 4, "c", 3);
        var answers = new LinkedHashMap<Question, Answer>();
        answers.put(
                new SingleChoice(QuestionId.next(), text("One?"), text(""), true, items, false),
                new SingleChoice.Answer("a", ""));
        answers.put(
                new MultipleChoice(QuestionId.next(), text("Several?"), text(""), true, items, false),
                new MultipleChoice.Answer(List.of("a", "b"), false, ""));
        answers.put(
                new ChoiceOfK(QuestionId.next(), text("Two?"), text(""), true, 2, items),
                new ChoiceOfK.Answer(List.of("a"), false));
        answers.put(
                new Kano(QuestionId.next(), text("Feel?"), text(""), true, items),
                new Kano.Answer(Map.of("a", feeling, "b", feeling, "c", feeling)));
        answers.put(
                new Ranking(QuestionId.next(), text("Order?"), text(""), true, items),
                new Ranking.Answer(Map.of("a", 1, "b", 2, "c", 3)));
        answers.put(pairs, new Pairwise.Answer(judged));
        answers.put(sets, new BestWorst.Answer(picks));
        answers.put(
                new ImportanceSatisfaction(QuestionId.next(), text("Matters?"), text(""), true, 2, items),
                new ImportanceSatisfaction.Answer(List.of("b"), false, rated));
        answers.put(
                new Points(QuestionId.next(), text("Points?"), text(""), true, items),
                new Points.Answer(Map.of("a", 100)));
        answers.put(
                new ImportanceSatisfactionByRating(QuestionId.next(), text("Rate?"), text(""), true, items),
                new ImportanceSatisfactionByRating.Answer(rated, rated));
        return answers;
    }

    private List<Act> acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).toList();
    }
}
