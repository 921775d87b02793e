package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.question.OwnWords;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer's own words: where they stand, who reads them, and needs told outside any survey. */
@IntegrationTest
class ExpressionsIT extends AskedCustomer {

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    NeedBox needs;

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
}
