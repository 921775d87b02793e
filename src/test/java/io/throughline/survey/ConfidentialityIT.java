package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.ByWeighting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures and single answers of a confidential campaign: names and small groups are for its editors only. */
class ConfidentialityIT extends ConfidentialCampaign {

    @Autowired
    SurveyResults results;

    @Autowired
    Waves waves;

    @Autowired
    Answering answering;

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
            assertThat(As.viewer(editor, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .extracting(one -> one.by().name())
                    .contains(customer.name());
        }
        for (var outsider : outsiders()) {
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 10)))
                    .hasSize(10)
                    .allSatisfy(one -> assertThat(one.by()).isNull());
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .hasSize(13)
                    .extracting(AnswerBehind::answer)
                    .contains(points(70, 30));
            var more = ResultsFilter.of("more");
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, more, 0, 50)))
                    .as("nobody's segment is told")
                    .isEmpty();
            assertThat(As.viewer(outsider, () -> results.countBehind(campaign, POINTS.id(), null, more)))
                    .isZero();
        }
    }

    @Test
    void figures_of_single_organisations_and_small_segments_are_for_editors_only() {
        for (var editor : editors()) {
            assertThat(As.viewer(editor, () -> results.report(campaign, ResultsFilter.of("few")))
                            .turnout())
                    .extracting(Turnout::name)
                    .containsExactly(homeName);
            assertThat(As.viewer(editor, () -> results.segments(campaign))).containsExactly("few", "many", "more");
            assertThat(roads(editor, ResultsFilter.NONE).organisations()).hasSize(7);
            assertThat(roads(editor, ResultsFilter.NONE).share())
                    .satisfies(share -> assertThat(share.weighted().value())
                            .isNotCloseTo(share.perPerson().value(), offset(1e-9)));
        }
        for (var outsider : outsiders()) {
            var report = As.viewer(outsider, () -> results.report(campaign, ResultsFilter.NONE));
            assertThat(report.turnout())
                    .allSatisfy(one -> {
                        assertThat(one.organisation()).isNull();
                        assertThat(one.name()).isEmpty();
                    })
                    .extracting(Turnout::segment, Turnout::answered)
                    .as("the one of the small segment among others")
                    .containsExactly(tuple("more", 6), tuple("", 7));
            assertThat(report.answered()).isEqualTo(13);
            var roads = roads(outsider, ResultsFilter.NONE);
            assertThat(roads.organisations()).isEmpty();
            assertThat(roads.disagreement()).isNull();
            assertThat(roads.share())
                    .as("the difference of two weightings would tell what one said")
                    .satisfies(ConfidentialityIT::everybodyCountsOnce);
            assertThat(As.viewer(outsider, () -> results.segments(campaign))).containsExactly("more");
            assertThat(As.viewer(outsider, () -> results.report(campaign, ResultsFilter.of("more")))
                            .answered())
                    .isEqualTo(6);
            assertThat(roads(outsider, ResultsFilter.of("more")).spread())
                    .as("what one of a segment gave")
                    .isNull();
            assertThat(roads.spread()).as("as among single answers").isNotNull();
            for (var narrow : List.of(
                    ResultsFilter.of("few"),
                    ResultsFilter.of("many"),
                    ResultsFilter.NONE.withWeeks(LocalDate.EPOCH, null),
                    ResultsFilter.NONE.withOrganisations(Set.of(home)),
                    ResultsFilter.NONE.withSaid(new ResultsFilter.Said(CHOICE.id(), "a")))) {
                notThere(() -> As.viewer(outsider, () -> results.report(campaign, narrow)));
                notThere(() -> As.viewer(outsider, () -> results.turnout(campaign, narrow)));
                notThere(() -> As.viewer(outsider, () -> results.exportCsv(campaign, narrow, Locale.ENGLISH)));
                notThere(() -> As.viewer(outsider, () -> results.countBehind(campaign, POINTS.id(), null, narrow)));
                notThere(
                        () -> As.viewer(outsider, () -> waves.compare(campaign, campaign, narrow, Progress.UNWATCHED)));
                notThere(() -> responses(outsider, narrow));
            }
        }
    }

    @Test
    void a_question_few_beside_a_segment_answered_is_not_told_of_the_segment() {
        var scale = new Scale(
                QuestionId.next(),
                SurveyFixtures.text("How good?"),
                SurveyFixtures.text(""),
                false,
                1,
                5,
                SurveyFixtures.text(""),
                SurveyFixtures.text(""));
        var segments = new LinkedHashMap<String, List<Viewer>>();
        var asked = new HashSet<OrganisationId>();
        for (var segment : List.of("left", "right")) {
            for (int one = 0; one < 3; one++) {
                var organisation = fixtures.organisation(Fixtures.unique("Side"), segment);
                asked.add(organisation);
                for (int person = 0; person < 2; person++) {
                    segments.computeIfAbsent(segment, _ -> new ArrayList<>()).add(fixtures.customer(organisation));
                }
            }
        }
        var content = SurveyFixtures.content();
        campaign = made.published(
                owner,
                new SurveyContent(content.title(), content.why(), List.of(POINTS, scale))
                        .with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                asked);
        var right = segments.get("right");
        for (var person : segments.get("left")) {
            rated(person, scale, 4);
        }
        rated(right.getFirst(), scale, 1);
        for (var person : right.subList(1, 6)) {
            rated(person, scale, null);
        }
        for (var outsider : outsiders()) {
            assertThat(As.viewer(outsider, () -> results.segments(campaign))).containsExactly("left", "right");
            assertThat(people(outsider, ResultsFilter.NONE)).containsExactly(12, 7);
            assertThat(people(outsider, ResultsFilter.of("left")))
                    .as("all less these would be what one of the others rated")
                    .containsExactly(6, 0);
            assertThat(people(outsider, ResultsFilter.of("right"))).containsExactly(6, 0);
        }
        assertThat(people(owner, ResultsFilter.of("left"))).containsExactly(6, 6);

        for (var person : right.subList(1, 6)) {
            var again = made.started(person, campaign);
            made.save(person, again, scale.id(), new Scale.Answer(2));
            As.viewer(person, () -> answering.submit(again));
        }
        assertThat(people(other, ResultsFilter.of("left"))).containsExactly(6, 6);
        assertThat(people(other, ResultsFilter.of("right"))).containsExactly(6, 6);
    }

    private void rated(Viewer person, Scale scale, @Nullable Integer step) {
        var begun = made.started(person, campaign);
        made.save(person, begun, POINTS.id(), points(50, 50));
        if (step != null) {
            made.save(person, begun, scale.id(), new Scale.Answer(step));
        }
        As.viewer(person, () -> answering.submit(begun));
    }

    /** How many the figures of each question are of. */
    private List<Integer> people(Viewer viewer, ResultsFilter filter) {
        return As.viewer(viewer, () -> results.report(campaign, filter)).questions().stream()
                .map(one -> one.result().size().people())
                .toList();
    }

    private static void everybodyCountsOnce(ByWeighting share) {
        for (var weighted : List.of(share.weighted(), share.perOrganisation())) {
            assertThat(weighted.value()).isCloseTo(share.perPerson().value(), offset(1e-9));
        }
    }

    private Points.ItemResult roads(Viewer viewer, ResultsFilter filter) {
        var report = As.viewer(viewer, () -> results.report(campaign, filter));
        return ((Points.Result) report.questions().getFirst().result()).items().getFirst();
    }

    @Test
    void what_is_written_down_for_all_to_read_says_what_all_may_see() {
        var editors = As.viewer(owner, () -> results.itemFigures(campaign, POINTS.id(), "roads"));
        var others = As.viewer(other, () -> results.itemFigures(campaign, POINTS.id(), "roads"));
        assertThat(editors.importance()).isEqualTo(others.importance());
        everybodyCountsOnce(editors.importance());
        assertThat(editors.named()).isEqualTo(12);
    }

    @Test
    void of_fewer_than_five_people_nothing_is_told_to_others() {
        var organisation = fixtures.organisation();
        var five =
                Stream.generate(() -> fixtures.customer(organisation)).limit(5).toList();
        campaign = made.published(
                owner,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        for (var person : five) {
            assertThat(size(other)).isZero();
            assertThat(As.viewer(other, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .isEmpty();
            refused(SurveyError.UNNAMED_ROWS_OF_ALL, () -> responses(other, ResultsFilter.NONE));
            made.submitted(person, campaign, points(50, 50), "");
        }
        assertThat(size(owner)).isEqualTo(5);
        assertThat(size(other)).isEqualTo(5);
        assertThat(As.viewer(other, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                .hasSize(5);
    }

    @Test
    void of_a_question_too_few_answered_a_comparison_tells_nothing_and_not_that_nobody_did() {
        for (var outsider : outsiders()) {
            var told = compared(outsider);
            assertThat(told.people())
                    .as("who answered both is not theirs to know")
                    .isNull();
            var words = told.questions().getLast();
            assertThat(words.before()).isNull();
            assertThat(words.after()).isNull();
            assertThat(words.isBeforeWithheld()).isTrue();
            assertThat(words.isAfterWithheld()).isTrue();
            assertThat(words.tooFew()).isTrue();
            assertThat(told.questions().getFirst().after().people()).isEqualTo(13);
        }
        var all = compared(owner);
        assertThat(all.people()).isEqualTo(13);
        assertThat(all.questions().getLast().after().people()).isEqualTo(1);
        assertThat(all.questions().getLast().isAfterWithheld()).isFalse();
    }

    private Waves.Comparison compared(Viewer viewer) {
        return As.viewer(viewer, () -> waves.compare(campaign, campaign, ResultsFilter.NONE, Progress.UNWATCHED));
    }

    private int size(Viewer viewer) {
        return As.viewer(viewer, () -> results.report(campaign, ResultsFilter.NONE))
                .questions()
                .getFirst()
                .result()
                .size()
                .people();
    }

    private static void notThere(ThrowingCallable call) {
        refused(CommonError.NOT_FOUND, call);
    }
}
