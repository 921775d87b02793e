package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.stamp;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many statements the daily acts cost, and that neither they nor the rows they read grow with what is stored. What was
 * read once is remembered, so the least of several runs is taken.
 */
@IntegrationTest
class SurveyStatementsIT {

    private static final int RUNS = 6;
    private static final int FEW = 20;
    private static final int MANY = 500;

    @Autowired
    Surveys surveys;

    @Autowired
    Answering answering;

    @Autowired
    ResponseImport imports;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    DatabaseCost cost;

    private final List<Question> ten = IntStream.rangeClosed(1, 10)
            .<Question>mapToObj(number -> new Points(
                    QuestionId.next(),
                    text("Question " + number),
                    text(""),
                    true,
                    List.of(new Item("roads", text("Roads")), new Item("parks", text("Parks")))))
            .toList();
    private Viewer pm;
    private OrganisationId organisation;
    private String organisationName = "";
    private CampaignId campaign;

    @BeforeEach
    void tenQuestionsAreOpen() {
        pm = fixtures.projectManager();
        organisationName = Fixtures.unique("Counted");
        organisation = fixtures.organisation(organisationName, "all");
        campaign = made.published(
                pm,
                new SurveyContent(text("Ten"), text("To count."), ten),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
    }

    @Test
    void saving_and_submitting_cost_the_same_with_few_and_with_many_responses() {
        fill(FEW);
        var saveFew = leastOf(this::begun, this::saveOne);
        var submitFew = leastOf(this::answered, this::submit);
        fill(MANY);
        var saveMany = leastOf(this::begun, this::saveOne);
        var submitMany = leastOf(this::answered, this::submit);

        assertThat(saveFew.statements()).as("saving one answer").isLessThanOrEqualTo(2);
        assertThat(submitFew.statements()).as("submitting ten questions").isLessThanOrEqualTo(8);
        assertThat(saveMany.statements()).isEqualTo(saveFew.statements());
        assertThat(submitMany.statements()).isEqualTo(submitFew.statements());
        assertThat(saveMany.rows()).as("rows read by saving").isLessThanOrEqualTo(saveFew.rows() * 3 / 2);
        assertThat(submitMany.rows()).as("rows read by submitting").isLessThanOrEqualTo(submitFew.rows() * 3 / 2);
    }

    @Test
    void the_list_of_surveys_costs_the_same_with_few_and_with_many_responses() {
        fill(FEW);
        var few = leastOf(() -> pm, this::list);
        fill(MANY);
        var many = leastOf(() -> pm, this::list);

        assertThat(few.statements()).isLessThanOrEqualTo(3);
        assertThat(many.statements()).isEqualTo(few.statements());
    }

    private void list(Viewer reader) {
        As.viewer(reader, () -> {
            surveys.count("");
            surveys.list("", 0, 25);
        });
    }

    private record Begun(Viewer customer, ResponseId response) {}

    private Begun begun() {
        var customer = fixtures.customer(organisation);
        return new Begun(customer, made.started(customer, campaign));
    }

    private void saveOne(Begun begun) {
        As.viewer(
                begun.customer(),
                () -> answering.save(begun.response(), ten.getFirst().id(), points(50, 50), stamp()));
    }

    private Begun answered() {
        var begun = begun();
        ten.forEach(question -> made.save(begun.customer(), begun.response(), question.id(), points(50, 50)));
        return begun;
    }

    private void submit(Begun begun) {
        As.viewer(begun.customer(), () -> answering.submit(begun.response()));
    }

    /** Imports up to so many responses into the survey. */
    private void fill(int responses) {
        var columns =
                IntStream.rangeClosed(1, 10).mapToObj(n -> "r" + n + ",p" + n).collect(Collectors.joining(","));
        var csv = new StringBuilder("id,org,").append(columns).append('\n');
        for (int n = 1; n <= responses; n++) {
            csv.append(n)
                    .append(',')
                    .append(organisationName)
                    .append(",60,40".repeat(10))
                    .append('\n');
        }
        var parts = IntStream.rangeClosed(1, 10)
                .mapToObj(n ->
                        "{\"question\": %d, \"points\": {\"r%d\": \"roads\", \"p%d\": \"parks\"}}".formatted(n, n, n))
                .collect(Collectors.joining(","));
        var map =
                "{\"respondent\": \"id\", \"name\": \"R {}\", \"organisation\": \"org\", \"answers\": [" + parts + "]}";
        As.viewer(pm, () -> {
            var report = imports.importResponses(surveys.detail(campaign).key(), map, csv.toString(), false);
            assertThat(report.done()).isTrue();
        });
    }

    private <T> DatabaseCost.Cost leastOf(Supplier<T> prepared, Consumer<T> act) {
        return Stream.generate(prepared)
                .limit(RUNS)
                .map(on -> cost.of(() -> act.accept(on)))
                .min(Comparator.comparing(DatabaseCost.Cost::statements).thenComparing(DatabaseCost.Cost::rows))
                .orElseThrow();
    }
}
