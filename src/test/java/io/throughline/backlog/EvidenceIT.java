package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.backlog.rank.RescoreOnUpgrade;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnsweredSurveys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what a survey found to requirements that rest on it. */
@IntegrationTest
class EvidenceIT {

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    AnsweredSurveys surveys;

    @Autowired
    Evidence evidence;

    @Autowired
    Backlog backlog;

    @Autowired
    Areas areas;

    @Autowired
    Requirements requirements;

    @Autowired
    Outcomes outcomes;

    @Autowired
    RescoreOnUpgrade rescoring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BacklogForPlanning planning;

    Viewer pm;
    AreaId area;
    AnsweredSurveys.Answered survey;
    ItemRef roads;
    ItemRef parks;

    @BeforeEach
    void answered() {
        pm = fixtures.projectManager();
        area = given.area(pm);
        var seen = As.viewer(pm, () -> areas.area(area));
        As.viewer(
                pm,
                () -> areas.rankBy(
                        area, seen.version(), new io.throughline.backlog.priority.PriorityMethod.PointsShare()));
        survey = surveys.by(pm, Fixtures.unique("More lamps"));
        roads = new ItemRef(survey.version(), survey.points(), "roads");
        parks = new ItemRef(survey.version(), survey.points(), "parks");
    }

    @Test
    void itemsBecomeNeedsAndRequirementsRankedByTheirFiguresInOneStep() {
        var made = make();
        assertThat(made).hasSize(2);
        var list = As.viewer(pm, () -> backlog.page(area, 0, 10));
        assertThat(list).extracting(RequirementRow::id).containsExactlyElementsOf(made);
        assertThat(list.getFirst().score())
                .as("one person of twenty: .75 · √(1/20)")
                .isEqualByComparingTo("0.167705");
        assertThat(list.getFirst().tooFew()).isTrue();
        assertThat(list.getFirst().evidence().people()).isEqualTo(1);
        var detail = As.viewer(pm, () -> requirements.detail(made.getFirst()));
        assertThat(detail.needs()).hasSize(1);
        var entry = As.viewer(pm, () -> evidence.of(made.getFirst())).getFirst();
        assertThat(entry.source()).isEqualTo(roads);
        assertThat(entry.figures().points().value()).isEqualTo(.75);
    }

    /** As the one line of a plan says it, which both serve. */
    @Test
    void whoAnsweredOneQuestionStandsOnceBehindTwoNeedsThatRestOnIt() {
        var needs = make().stream()
                .flatMap(one -> As.viewer(pm, () -> requirements.detail(one)).needs().stream())
                .map(NeedSummary::id)
                .toList();

        assertThat(needs).hasSize(2);
        assertThat(As.viewer(pm, () -> planning.needs(needs)).values())
                .extracting(NeedSummary::answersBehind)
                .containsExactly(1L, 1L);
        assertThat(As.viewer(pm, () -> planning.answersBehind(needs))).isEqualTo(1);
    }

    @Test
    void whatIsNotRankedHasNoRankInTheExportEither() {
        var made = make();
        var lines =
                As.viewer(pm, () -> backlog.csv(area, Locale.ENGLISH)).lines().skip(1);
        assertThat(lines).hasSameSizeAs(made).allMatch(line -> line.startsWith(","));
    }

    @Test
    void scoresOfBeforeTheRuleForFewPeopleAreComputedAnewAtTheNextStart() {
        var roadworks = make().getFirst();
        jdbc.sql("update standing set score = .75, too_few = 0 where requirement_id = ?")
                .param(roadworks.value())
                .update();
        rescoring.rescoreOutdatedAreas();
        assertThat(first().tooFew()).as("scored by this rule already").isFalse();

        jdbc.sql("update area set credibility = 0 where id = ?")
                .param(area.value())
                .update();
        rescoring.rescoreOutdatedAreas();

        assertThat(first().score()).isEqualByComparingTo("0.167705");
        assertThat(first().tooFew()).isTrue();
    }

    private RequirementRow first() {
        return As.viewer(pm, () -> backlog.page(area, 0, 1)).getFirst();
    }

    @Test
    void doingItTwiceMakesNothingTwiceAlsoAtTheSameMoment() throws Exception {
        var twice = List.<Callable<List<RequirementId>>>of(this::make, this::make);
        try (var pool = Executors.newFixedThreadPool(2)) {
            int made = 0;
            for (var done : pool.invokeAll(twice)) {
                made += done.get().size();
            }
            assertThat(made).isEqualTo(2);
        }
        assertThat(make()).isEmpty();
        assertThat(As.viewer(pm, () -> backlog.count(area))).isEqualTo(2);
        assertThat(As.viewer(pm, () -> evidence.madeOf(survey.version()))).containsOnlyKeys(roads, parks);
    }

    @Test
    void anItemIsAttachedToAnExistingRequirementOnce() {
        var id = given.requirement(pm, area, "Lamps");
        assertThat(As.viewer(pm, () -> evidence.attachNew(id, List.of(roads, parks))))
                .isEqualTo(2);
        assertThat(As.viewer(pm, () -> evidence.attachNew(id, List.of(roads)))).isZero();
        assertThat(As.viewer(pm, () -> evidence.of(id))).hasSize(2);
    }

    @Test
    void whatWasQuotedOnceStaysAsItWas() {
        var made = make();
        assertThatThrownBy(() -> jdbc.sql("update evidence set people = 99 where requirement_id = ?")
                        .param(made.getFirst().value())
                        .update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void whoNamedAnItemFollowsWhatBecameOfIt() {
        assertThat(status(survey.customer())).isEqualTo(AnswerStatus.RECEIVED);
        As.viewer(pm, () -> evidence.toNeed(roads, LocalizedText.en("Safe roads")));
        assertThat(status(survey.customer())).isEqualTo(AnswerStatus.JOINED);
        make();
        assertThat(status(survey.customer())).isEqualTo(AnswerStatus.REQUIREMENT);
    }

    private AnswerStatus status(Viewer customer) {
        return As.viewer(customer, outcomes::mine).stream()
                .filter(outcome -> outcome.said().in(java.util.Locale.ENGLISH).equals("Item roads"))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private List<RequirementId> make() {
        var items = new LinkedHashMap<ItemRef, LocalizedText>();
        items.put(roads, LocalizedText.en("Roads"));
        items.put(parks, LocalizedText.en("Parks"));
        return As.viewer(pm, () -> evidence.toRequirements(area, items));
    }
}
