package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.port.PaletteSource;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Text;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class SurveyResultsIT {

    @Autowired
    SurveyResults results;

    @Autowired
    @Qualifier("surveyObjects")
    ObjectDirectory objects;

    @Autowired
    @Qualifier("surveyPalette")
    PaletteSource palette;

    @Autowired
    Surveys surveys;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    ApplicationEvents events;

    Viewer pm;
    CampaignId campaign;
    ResponseId first;
    Viewer customer;

    @BeforeEach
    void answered() {
        pm = fixtures.projectManager();
        var north = fixtures.organisation(Fixtures.unique("=North"), "big");
        var south = fixtures.organisation(Fixtures.unique("South"), "small");
        campaign = made.published(pm, north, south);
        customer = fixtures.customer(north);
        first = made.submitted(customer, campaign, points(100, 0), "=cmd()");
        made.submitted(fixtures.customer(north), campaign, points(50, 50), "");
        made.submitted(fixtures.customer(south), campaign, points(0, 100), "");
        made.started(fixtures.customer(south), campaign);
    }

    @Test
    void who_has_answered_stands_per_organisation() {
        var report = As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE));

        assertThat(report.turnout())
                .extracting(Turnout::segment, Turnout::invited, Turnout::inProgress, Turnout::answered)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("big", 2, 0, 2),
                        org.assertj.core.groups.Tuple.tuple("small", 2, 1, 1));
        assertThat(report.answered()).isEqualTo(3);
        assertThat(report.inProgress()).isEqualTo(1);
        assertThat(As.viewer(pm, () -> results.segments(campaign))).containsExactly("big", "small");
        assertThat(As.viewer(pm, () -> results.report(campaign, ResultsFilter.of("small")))
                        .inProgress())
                .as("who has begun belongs to a segment, too")
                .isEqualTo(1);
        assertThat(As.viewer(pm, () -> results.report(campaign, ResultsFilter.of("big")))
                        .inProgress())
                .isZero();
    }

    @Test
    void each_organisation_counts_once_per_organisation_and_a_segment_is_counted_alone() {
        var all = As.viewer(pm, () -> results.itemFigures(campaign, POINTS.id(), "roads"));

        assertThat(all.importance().perPerson().value()).isEqualTo(.5);
        assertThat(all.importance().perOrganisation().value()).isEqualTo(.375);
        assertThat(all.named()).isEqualTo(2);
        assertThat(all.method()).isEqualTo("hundred-points");
        assertThat(all.size().tooFewToRank()).isTrue();
        var big = (Points.Result) As.viewer(fixtures.manager(), () -> results.report(campaign, ResultsFilter.of("big")))
                .questions()
                .getFirst()
                .result();
        assertThat(big.size().people()).isEqualTo(2);
        assertThat(big.items().getFirst().share().weighted().value()).isEqualTo(.75);
    }

    @Test
    void items_that_quote_an_answer_are_read_with_the_words_for_none_where_they_are_about_many() {
        var street = new Text(QuestionId.next(), text("Which street?"), text(""), false, false);
        var spend = new Points(
                QuestionId.next(),
                text("Spend 100 points"),
                text(""),
                true,
                List.of(new Item("own", text("{{q1|Your street}}")), new Item("parks", text("Parks"))));
        var content = new SurveyContent(text(Fixtures.unique("Streets")), text("To plan."), List.of(street, spend));
        var asked = made.published(pm, content, Instant.now().minusSeconds(60), Set.of(fixtures.organisation()));

        assertThat(As.viewer(pm, () -> results.report(asked, ResultsFilter.NONE))
                        .questions()
                        .getLast()
                        .question()
                        .items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("Your street", "Parks");
    }

    @Test
    void one_click_leads_to_the_answers_behind() {
        var behind = As.viewer(pm, () -> results.answersBehind(campaign, POINTS.id(), "roads", 0, 10));

        assertThat(behind).hasSize(2).allMatch(one -> one.by().organisation().startsWith("=North"));
        assertThat(behind).extracting(one -> one.by().name()).contains(customer.name());
        assertThat(As.viewer(pm, () -> results.countBehind(campaign, POINTS.id(), "roads")))
                .isEqualTo(2);
        assertThat(As.viewer(pm, () -> results.answersBehind(campaign, POINTS.id(), null, 1, 1)))
                .hasSize(1);
        assertThat(As.viewer(pm, () -> results.answersBehind(campaign, WORDS.id(), null, 0, 10)))
                .filteredOn(one -> one.by().response().equals(first))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isNotNull());
    }

    @Test
    void the_export_holds_method_and_n_is_recorded_and_runs_in_no_spreadsheet() throws Exception {
        var csv = As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH));
        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();

        assertThat(rows)
                .filteredOn(row ->
                        row.get("item_key").equals("roads") && row.get("figure").equals("share"))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.get("method")).isEqualTo("hundred-points");
                    assertThat(row.get("n_people")).isEqualTo("3");
                    assertThat(row.get("n_organisations")).isEqualTo("2");
                    assertThat(row.get("interval")).isEqualTo("t");
                    assertThat(row.get("too_few_to_rank")).isEqualTo("true");
                });
        assertThat(rows)
                .as("how points lie, and how far organisations differ, is in the file as on the screen")
                .filteredOn(row -> row.get("item_key").equals("roads")
                        && row.get("weighting").isEmpty())
                .extracting(row -> row.get("figure"), row -> row.get("value"))
                .contains(
                        org.assertj.core.groups.Tuple.tuple("given", "2"),
                        org.assertj.core.groups.Tuple.tuple("least", "0.0"),
                        org.assertj.core.groups.Tuple.tuple("median", "50.0"),
                        org.assertj.core.groups.Tuple.tuple("greatest", "100.0"),
                        org.assertj.core.groups.Tuple.tuple("organisation_share_lowest", "0.0"),
                        org.assertj.core.groups.Tuple.tuple("organisation_share_highest", "0.75"));
        assertThat(csv).doesNotContain("cmd()");
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.RESULTS_EXPORTED))
                .hasSize(1)
                .allMatch(act -> act.contentHash() != null);
    }

    @Test
    void objects_are_named_for_those_who_may_read_them() {
        var survey = As.viewer(pm, () -> surveys.detail(campaign));
        var refs = List.of(new ObjectRef("survey", survey.id().value()), new ObjectRef("response", first.value()));

        assertThat(objects.readable(pm, refs)).hasSize(2);
        assertThat(objects.readable(fixtures.manager(), refs)).hasSize(2);
        assertThat(objects.readable(customer, refs)).containsOnlyKeys(first.value());
        assertThat(objects.readable(fixtures.administrator(), refs)).isEmpty();
        assertThat(As.viewer(pm, () -> palette.find(pm, survey.key(), 5)))
                .anyMatch(entry -> entry.href().equals("surveys/" + survey.id().value()));
    }
}
