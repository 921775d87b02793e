package io.throughline.survey.intake;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.LineError;
import io.throughline.survey.ResponseImport;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.export.ResponseExport.Format;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Estimate.Interval;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.results.Figure;
import io.throughline.survey.results.ResultFigures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the portal exports of a survey can be brought into its copy, and comes to the same figures. */
@IntegrationTest
class ExportAgainIT extends IntoASurvey {

    private static final int PEOPLE = 7;
    private static final long SEED = 20_261_128;

    @Autowired
    ResponseExport export;

    @Autowired
    ResponseIntake intake;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportCommand command;

    @Autowired
    ResponseImport imports;

    @Autowired
    Answering answering;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyResults results;

    private OrganisationId north;
    private OrganisationId south;
    private CampaignId source;

    @BeforeEach
    void answeredInFull() {
        north = fixtures.organisation(Fixtures.unique("=North, \"the\" old"), "big");
        south = fixtures.organisation(Fixtures.unique("South"), "small");
        source = published(made.draft(pm, EveryType.content(4)));
        var drawn = new EveryType(SEED);
        var content = content(source);
        for (var company : List.of(north, south)) {
            IntStream.range(0, PEOPLE).forEach(_ -> respond(fixtures.customer(company), content, drawn));
        }
    }

    private void respond(Viewer customer, SurveyContent content, EveryType drawn) {
        var response = made.started(customer, source);
        drawn.answers(content).forEach((question, answer) -> made.save(customer, response, question, answer));
        As.viewer(customer, () -> answering.submit(response));
    }

    private CampaignId published(SurveyId id) {
        var opened = Instant.now().minusSeconds(60);
        return As.viewer(
                pm,
                () -> campaigns.publish(
                        id,
                        surveys.detail(id).version(),
                        new Round(Set.of(north, south), opened, opened.plus(Duration.ofHours(1))),
                        List.of(Locale.GERMAN, Locale.ENGLISH)));
    }

    private SurveyContent content(CampaignId campaign) {
        return As.viewer(pm, () -> surveys.detail(campaign)).asked();
    }

    private SurveyId surveyOf(CampaignId campaign) {
        return As.viewer(pm, () -> surveys.detail(campaign)).id();
    }

    private String key(CampaignId campaign) {
        return As.viewer(pm, () -> surveys.detail(campaign)).key();
    }

    private CampaignId copied() {
        return published(As.viewer(pm, () -> surveys.copy(surveyOf(source))));
    }

    /** The table of responses in the archive. */
    private Path exported(Viewer reader, Locale locale) {
        var archive = As.viewer(reader, () -> {
            var out = new ByteArrayOutputStream();
            export.write(source, ResultsFilter.NONE, Format.SPSS, locale, out);
            return out.toByteArray();
        });
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("responses.csv");
            return file(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every figure of every question, by the question's place. */
    private Map<Integer, List<Figure>> figures(CampaignId campaign) {
        var questions = As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE))
                .questions();
        return IntStream.range(0, questions.size())
                .boxed()
                .collect(Collectors.toMap(
                        at -> at + 1,
                        at -> ResultFigures.of(questions.get(at).result()).stream()
                                .map(ExportAgainIT::drawn)
                                .toList()));
    }

    /** Who is drawn how often in resampling depends on the response's own id: such an interval is never quite the same twice. */
    private static Figure drawn(Figure figure) {
        return figure instanceof Figure.Estimated one
                ? new Figure.Estimated(
                        one.item(),
                        one.name(),
                        new ByWeighting(
                                drawn(one.values().weighted()),
                                drawn(one.values().perOrganisation()),
                                drawn(one.values().perPerson())))
                : figure;
    }

    private static Estimate drawn(Estimate one) {
        return one.interval() == Interval.BOOTSTRAP
                ? new Estimate(one.value(), 0, 0, one.effectiveN(), one.interval())
                : one;
    }

    private void same(CampaignId again) {
        var figures = figures(again);
        figures(source)
                .forEach((number, expected) ->
                        assertThat(figures.get(number)).as("question " + number).isEqualTo(expected));
        assertThat(sizes(again)).isEqualTo(sizes(source));
    }

    private List<Size> sizes(CampaignId campaign) {
        return As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE)).questions().stream()
                .map(one -> one.result().size())
                .toList();
    }

    @Test
    void an_export_comes_to_the_same_figures_in_a_copy_of_its_survey() {
        var target = copied();
        var file = exported(pm, Locale.GERMAN);

        var proposal = As.viewer(pm, () -> intake.propose(surveyOf(target), file, "Respondent {}"));
        assertThat(proposal.exported()).isTrue();
        assertThat(proposal.guess().columns().keySet()).containsExactlyInAnyOrderElementsOf(proposal.slots());
        assertThat(proposal.leftOut())
                .as("only files are left out")
                .singleElement()
                .satisfies(number ->
                        assertThat(content(target).questions().get(number - 1)).isInstanceOf(FileQuestion.class));
        var dry = As.viewer(pm, () -> intake.check(surveyOf(target), proposal.guess(), file, _ -> true));
        assertThat(dry.errors()).isEmpty();
        assertThat(dry.fresh()).isEqualTo(2 * PEOPLE);
        assertThat(answered(target)).isZero();

        bringIn(target, proposal.guess(), file);

        same(target);
        assertThat(words(source)).as("some of it over several lines").anyMatch(text -> text.contains("\r\n=2+2\r\n"));
        assertThat(words(target)).containsExactlyInAnyOrderElementsOf(words(source));
        assertThat(people(target)).containsExactlyInAnyOrderElementsOf(people(source));
    }

    private void bringIn(CampaignId target, ImportMapping mapping, Path file) {
        var id = As.viewer(pm, () -> jobs.start(surveyOf(target), mapping, file, "responses.csv"));
        await().atMost(Duration.ofSeconds(60)).until(() -> state(target, id) != ImportState.RUNNING);
        assertThat(state(target, id)).isEqualTo(ImportState.DONE);
    }

    private ImportState state(CampaignId target, ImportId id) {
        return As.viewer(pm, () -> jobs.of(surveyOf(target))).stream()
                .map(ImportJobs.Shown::info)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void the_command_recognises_an_export_shows_how_it_is_read_and_brings_it_in() throws IOException {
        var target = copied();
        var file = exported(pm, Locale.ENGLISH);

        var dry = called(0, file.toString(), "--survey", key(target), "--dry-run");
        assertThat(dry)
                .contains("\"respondent\" : \"response\"", "\"marked\"", "Question 18 gets no answers")
                .contains("Dry run: " + 2 * PEOPLE + " responses");
        assertThat(answered(target)).isZero();
        var map = dry.substring(dry.indexOf('{'), dry.lastIndexOf('}') + 1);
        var shown = Files.writeString(folder.resolve("map.json"), map);

        assertThat(called(0, file.toString(), "--survey", key(target), "--map", shown.toString()))
                .contains(2 * PEOPLE + " responses imported");
        same(target);
        assertThat(called(0, file.toString(), "--survey", key(target)))
                .as("given again, it doubles nothing")
                .contains("0 responses imported, " + 2 * PEOPLE + " known already");
        assertThat(called(0, file.toString(), "--survey", key(source)))
                .as("nor in the survey it comes from")
                .contains("0 responses imported, " + 2 * PEOPLE + " known already");
        assertThat(called(1, file("id,org\n1,x\n").toString(), "--survey", key(target)))
                .contains("--map");
    }

    private String called(int code, String... arguments) {
        var out = new ByteArrayOutputStream();
        assertThat(command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_changed_in_it_is_wrong_by_line_and_nothing_is_stored() throws IOException {
        var target = copied();
        var wrong = edited(exported(pm, Locale.ENGLISH), Map.of("q11", "9", "q12_1", "maybe"));

        var report = As.viewer(pm, () -> {
            var guess = intake.propose(surveyOf(target), wrong, "{}").guess();
            return intake.check(surveyOf(target), guess, wrong, _ -> true);
        });

        assertThat(report.errors())
                .as("where the first two records end")
                .extracting(LineError::line)
                .containsExactlyElementsOf(ends(wrong).subList(0, 2));
        assertThat(report.errors())
                .extracting(error -> error.error().code())
                .containsExactlyInAnyOrder(SurveyError.IMPORT_NO_SUCH_CODE, SurveyError.IMPORT_NOT_A_MARK);
        assertThat(answered(target)).isZero();
    }

    /** The line each record ends on. */
    private static List<Long> ends(Path file) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(Files.readString(file)))) {
            var ends = new ArrayList<Long>();
            for (var _ : parser) {
                ends.add(parser.getCurrentLineNumber());
            }
            return ends.subList(1, ends.size());
        }
    }

    /** Each of the cells stands in a line of its own. */
    private Path edited(Path file, Map<String, String> cells) throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Files.readString(file).substring(1)))) {
            var text = new StringWriter();
            var printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(parser.getHeaderNames());
            var left = new ArrayDeque<>(cells.entrySet());
            for (var row : parser) {
                var values = new ArrayList<>(row.toList());
                var edit = left.poll();
                if (edit != null) {
                    values.set(parser.getHeaderMap().get(edit.getKey()), edit.getValue());
                }
                printer.printRecord(values);
            }
            return file(text.toString());
        }
    }

    @Test
    void a_question_that_asks_for_something_else_is_left_out() {
        var other = As.viewer(pm, () -> {
            var id = surveys.copy(surveyOf(source));
            var detail = surveys.detail(id);
            var points = detail.content().questions().get(4);
            var fewer = points.items().subList(0, 3);
            surveys.edit(
                    id,
                    detail.version(),
                    detail.content()
                            .edited(
                                    points.id(),
                                    entry -> entry.with(Rewording.of(
                                            points, points.title(), points.help(), points.required(), fewer))));
            return id;
        });
        published(other);

        var proposal = As.viewer(pm, () -> intake.propose(other, exported(pm, Locale.ENGLISH), "{}"));

        assertThat(proposal.leftOut()).containsExactly(5, 18);
        assertThat(proposal.guess().columns().keySet()).noneMatch(slot -> slot.question() == 5);
    }

    @Test
    void without_names_it_can_t_be_brought_in_and_an_anonymous_survey_has_none() {
        var target = copied();
        var reader = fixtures.projectManager();
        var confidential = published(As.viewer(pm, () -> {
            var id = surveys.copy(surveyOf(source));
            var detail = surveys.detail(id);
            surveys.edit(id, detail.version(), detail.content().with(Confidentiality.CONFIDENTIAL));
            return id;
        }));
        source = confidential;
        var drawn = new EveryType(SEED);
        for (int one = 0; one < SurveyContent.USUAL_GROUP; one++) {
            respond(fixtures.customer(north), content(source), drawn);
        }
        var nameless = exported(reader, Locale.ENGLISH);

        refused(
                SurveyError.IMPORT_EXPORT_NAMELESS,
                () -> As.viewer(pm, () -> intake.propose(surveyOf(target), nameless, "{}")));
        refused(
                SurveyError.IMPORT_EXPORT_NAMELESS,
                () -> As.viewer(pm, () -> imports.recognise(key(target), Files.readString(nameless))));

        source = made.published(
                pm,
                SurveyFixtures.content().with(Confidentiality.ANONYMOUS),
                Instant.now().minusSeconds(60),
                Set.of(north));
        refused(SurveyError.ANONYMOUS_NO_ROWS, () -> exported(pm, Locale.ENGLISH));
        refused(
                SurveyError.ANONYMOUS_NO_IMPORT,
                () -> As.viewer(pm, () -> intake.propose(surveyOf(source), nameless, "{}")));
    }

    private int answered(CampaignId campaign) {
        return As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE)).answered();
    }

    /** What people wrote, and about whom; what is written beside something else that isn't chosen is no part of the answer. */
    private List<String> words(CampaignId campaign) {
        return jdbc.sql("""
                        select concat_ws('|', t.words, t.who, t.often, t.badly) from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        join expression_text t on t.id = s.expression_text_id where r.campaign_id = ?
                        and (s.content is null or s.content not like '%"multiple-choice"%' or s.content like '%"*other"%')""").param(campaign.value()).query(String.class).list();
    }

    private List<String> people(CampaignId campaign) {
        return jdbc.sql("""
                        select concat(p.name, '|', o.name) from response r join person p on p.id = r.person_id
                        join organisation o on o.id = r.organisation_id where r.campaign_id = ?""").param(campaign.value()).query(String.class).list();
    }
}
