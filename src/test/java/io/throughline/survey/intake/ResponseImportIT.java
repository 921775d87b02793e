package io.throughline.survey.intake;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ExpressionOrigins;
import io.throughline.survey.ImportReport;
import io.throughline.survey.LineError;
import io.throughline.survey.MyResponses;
import io.throughline.survey.QuestionId;
import io.throughline.survey.RespondentLinks;
import io.throughline.survey.ResponseImport;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.ResponsesImported;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.KansasCity;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.ui.answer.QuestionsViewTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class ResponseImportIT {

    private static final String MAP = """
            {"respondent": "id", "name": "Respondent {}", "organisation": "org",
             "answers": [{"question": 1, "points": {"r": "roads", "p": "parks"}},
                         {"question": 3, "words": "comment"}]}""";

    @Autowired
    ResponseImport imports;

    @Autowired
    ImportCommand command;

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyResults results;

    @Autowired
    MyResponses mine;

    @Autowired
    RespondentLinks links;

    @Autowired
    Answering answering;

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @TempDir
    Path folder;

    Viewer pm;
    OrganisationId organisation;
    String name;
    CampaignId campaign;
    String key;

    @BeforeEach
    void survey() {
        pm = fixtures.projectManager();
        name = Fixtures.unique("Imported, \"quoted\"");
        organisation = fixtures.organisation(name, "standard");
        campaign = made.published(pm, organisation);
        key = As.viewer(pm, () -> surveys.detail(campaign)).key();
    }

    private String csv(String... lines) {
        return "id,org,r,p,comment\r\n"
                + String.join("\r\n", lines).replace("ORG", "\"" + name.replace("\"", "\"\"") + "\"") + "\r\n";
    }

    private ImportReport run(String csv, boolean dryRun) {
        return As.viewer(pm, () -> imports.importResponses(key, MAP, csv, dryRun));
    }

    private int responses() {
        return jdbc.sql("select count(*) from response where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_dry_run_says_what_would_happen_and_stores_nothing() {
        int people =
                jdbc.sql("select count(*) from person").query(Integer.class).single();
        var report = run(csv("1,ORG,60,40,More trees", "2,ORG,0,100,"), true);

        assertThat(report).isEqualTo(new ImportReport(2, 2, 0, List.of(), 0, false));
        assertThat(responses()).isZero();
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single())
                .isEqualTo(people);
    }

    @Test
    void what_is_imported_counts_and_importing_again_changes_nothing() {
        var csv = csv("1,ORG,60,40,\"More \"\"trees\"\",\nplease\"", "2,ORG,0,100,");
        assertThat(run(csv, false).done()).isTrue();
        var again = run(csv + "3,\"" + name.replace("\"", "\"\"") + "\",50,50,\r\n", false);

        assertThat(again.fresh()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(2);
        assertThat(responses()).isEqualTo(3);
        var turnout = As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.NONE));
        assertThat(turnout).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(name);
            assertThat(one.answered()).isEqualTo(3);
            assertThat(one.invited()).isEqualTo(3);
        });
        assertThat(events.stream(ResponsesImported.class))
                .singleElement()
                .satisfies(
                        event -> assertThat(origins.saidIn(event.responses())).hasSize(1));
        assertThat(events.stream(ResponseSubmitted.class)).isEmpty();
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.RESPONSES_IMPORTED))
                .hasSize(2);
    }

    @Test
    void one_bad_line_and_nothing_is_imported_and_every_bad_line_is_named() {
        var report = run(
                csv(
                        "1,ORG,60,40,ok",
                        "2,ORG,60,39,",
                        "3,Nobody,50,50,",
                        "1,ORG,50,50,",
                        ",ORG,50,50,",
                        "6,ORG,many,50,",
                        "7,ORG,-10,110,",
                        "8,ORG,,,"),
                false);

        assertThat(report.errors())
                .extracting(LineError::line, error -> error.error().code())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, SurveyError.POINTS_SUM),
                        org.assertj.core.groups.Tuple.tuple(4L, SurveyError.IMPORT_ORGANISATION_UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple(5L, SurveyError.IMPORT_RESPONDENT_TWICE),
                        org.assertj.core.groups.Tuple.tuple(6L, SurveyError.IMPORT_RESPONDENT_MISSING),
                        org.assertj.core.groups.Tuple.tuple(7L, SurveyError.IMPORT_NOT_A_NUMBER),
                        org.assertj.core.groups.Tuple.tuple(8L, SurveyError.POINTS_OUT_OF_RANGE),
                        org.assertj.core.groups.Tuple.tuple(9L, SurveyError.POINTS_SUM));
        assertThat(report.done()).isFalse();
        assertThat(responses()).isZero();
    }

    @Test
    void a_map_or_a_file_that_doesn_t_fit_is_refused_as_a_whole() {
        for (var map : List.of(
                "no json",
                "{}",
                MAP.replace("\"question\": 1", "\"question\": 9"),
                MAP.replace("\"question\": 1", "\"question\": 2"))) {
            refused(
                    SurveyError.IMPORT_MAP_INVALID,
                    () -> As.viewer(pm, () -> imports.importResponses(key, map, csv("1,ORG,60,40,"), false)));
        }
        refused(SurveyError.IMPORT_COLUMN_MISSING, () -> run("id,org\r\n1,x\r\n", false));
        assertThat(run(csv("1,ORG,60,40,\"never closed"), false).errors())
                .extracting(LineError::line, error -> error.error().code())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, SurveyError.IMPORT_NOT_A_TABLE));
        assertThat(run("id,id,org,r,p,comment\r\n", false).errors())
                .extracting(LineError::line)
                .containsExactly(1L);
        refused(SurveyError.IMPORT_EMPTY, () -> run("", false));
        assertThat(responses()).isZero();
    }

    @Test
    void somebody_else_s_draft_is_no_survey_to_import_into() {
        var draft = made.draft(pm, SurveyFixtures.content());
        var draftKey = As.viewer(pm, () -> surveys.detail(draft)).key();

        refused(
                SurveyError.NOT_PUBLISHED,
                () -> As.viewer(pm, () -> imports.importResponses(draftKey, MAP, csv(), false)));
        refused(
                SurveyError.UNKNOWN_SURVEY_KEY,
                () -> As.viewer(fixtures.projectManager(), () -> imports.importResponses(draftKey, MAP, csv(), false)));
    }

    @Test
    void who_only_reads_a_survey_adds_no_answers_to_it() {
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(fixtures.projectManager(), () -> imports.importResponses(key, MAP, csv(), false)));
        assertThat(responses()).isZero();
    }

    @Test
    void the_city_s_answers_import_and_come_to_the_published_figures() throws IOException {
        var districts = new HashSet<OrganisationId>();
        // Other tests may have made the same districts already: a name is an organisation once.
        for (int district = 1; district <= 6; district++) {
            var called = "District " + district;
            districts.add(jdbc.sql("select id from organisation where name = ?")
                    .param(called)
                    .query(java.util.UUID.class)
                    .optional()
                    .map(OrganisationId::new)
                    .orElseGet(() -> fixtures.organisation(called, called)));
        }
        var question = KansasCity.question();
        var city = made.published(
                pm,
                new SurveyContent(text("City services"), text("To know."), List.of(question)),
                Instant.now().minusSeconds(60),
                districts);
        var cityKey = As.viewer(pm, () -> surveys.detail(city)).key();
        var demo = Path.of("src/main/resources/demo");
        var out = new ByteArrayOutputStream();

        int code = command.run(
                List.of(
                        demo.resolve("kcmo-2022-wave1.csv").toString(),
                        "--survey",
                        cityKey,
                        "--map",
                        demo.resolve("kcmo-2022-map.json").toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("1,033 responses imported, 0 known");
        assertThat(code).isZero();
        var figures = As.viewer(pm, () -> results.itemFigures(city, question.id(), "3"));
        assertThat(figures.size().people()).isEqualTo(1033);
        assertThat(figures.size().organisations()).isEqualTo(6);
        assertThat(figures.named()).isEqualTo(722);
        assertThat(figures.importance().perOrganisation().value()).isCloseTo(.6970, within(5e-5));
        assertThat(figures.rating().perPerson().value()).isCloseTo(.6045, within(5e-5));
        assertThat(As.viewer(pm, () -> results.countBehind(city, question.id(), "3")))
                .isGreaterThanOrEqualTo(1029);
        assertThat(As.viewer(pm, () -> results.answersBehind(city, question.id(), "3", 0, 50)))
                .hasSize(50)
                .allMatch(one -> one.answer() instanceof ImportanceSatisfaction.Answer
                        && one.by().name().startsWith("Resident "));

        var customer = fixtures.person(districts.iterator().next(), Role.CUSTOMER);
        var administrator = fixtures.administrator();
        refused(
                SurveyError.LINKED_BY_SELF,
                () -> As.viewer(administrator, () -> links.link(administrator.id(), city, "1")));
        As.viewer(administrator, () -> links.link(customer.id(), city, "1"));
        assertThat(jdbc.sql("""
                                select e.actor from audit_entry e join response r
                                  on e.objects like concat('%', r.id, '%')
                                where e.act = 'RESPONDENT_LINKED' and r.campaign_id = ? and r.external_id = '1'""").param(city.value()).query(UUID.class).list())
                .containsExactly(administrator.id().value());
        assertThat(As.viewer(customer, () -> mine.submitted()))
                .singleElement()
                .satisfies(one -> assertThat(one.answers().getFirst().named())
                        .extracting(item -> item.key())
                        .containsExactly("9", "1", "3"));
        refused(SurveyError.ANSWERED_BY_IMPORT, () -> As.viewer(customer, () -> answering.start(city)));
        assertThat(As.viewer(customer, () -> answering.open()))
                .noneMatch(one -> one.id().equals(city));
    }

    @Test
    void the_command_says_what_is_wrong_line_by_line() throws IOException {
        var file = Files.writeString(folder.resolve("answers.csv"), csv("1,ORG,60,39,"));
        var map = Files.writeString(folder.resolve("map.json"), MAP);
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(command.run(List.of(file.toString()), print)).isEqualTo(2);
        assertThat(command.run(List.of(file.toString(), "--survey", key, "--map", map + "x"), print))
                .isEqualTo(2);
        assertThat(command.run(List.of(file.toString(), "--survey", "SUR-0", "--map", map.toString()), print))
                .isEqualTo(1);
        assertThat(command.run(List.of("--dry-run", file.toString(), "--survey", key, "--map", map.toString()), print))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith(
                        "Line 2, columns “r” (“60”), “p” (“39”): The points must come to 100; they come to 99"));
    }

    @Test
    void a_spreadsheet_s_own_way_of_writing_tables_is_understood() {
        var quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        var report = run(
                "\uFEFFid;org;r;p;comment\n1;" + quoted + ";60;40;\"a; b\n\"\"c\"\"\"\n\n2;" + quoted + ";0;100;\n",
                false);

        assertThat(report).isEqualTo(new ImportReport(2, 2, 0, List.of(), 0, true));
        assertThat(run("id\torg\tr\tp\tcomment\n1\t" + quoted + "\t60\t40\t\n3\t" + quoted + "\t60\t\n", true)
                        .errors())
                .extracting(LineError::line, error -> error.error().code())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, SurveyError.IMPORT_CELLS));
    }

    /** What spreadsheets call Unicode text. */
    @Test
    void the_command_reads_what_its_first_bytes_say_it_is() throws IOException {
        var map = Files.writeString(folder.resolve("map.json"), MAP).toString();
        var file = Files.write(
                        folder.resolve("unicode.txt"),
                        csv("1,ORG,60,40,Stra\u00dfe").getBytes(StandardCharsets.UTF_16))
                .toString();

        assertThat(told(file, "--survey", key, "--map", map)).startsWith("1 response imported");
    }

    @Test
    void empty_cells_are_not_knowing_and_a_line_without_any_left_the_question() {
        var choice = """
                {"respondent": "id", "name": "{}", "organisation": "org",
                 "answers": [{"question": 2, "named": ["n"], "satisfaction": {"sa": "a", "sb": "b"}},
                             {"question": 1, "points": {"r": "roads", "p": "parks"}}]}""";
        var quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        var csv = "id,org,n,sa,sb,r,p\n1,ORG,a,4,,60,40\n2,ORG,,,,60,40\n".replace("ORG", quoted);
        As.viewer(pm, () -> imports.importResponses(key, choice, csv, false));

        var result = (ImportanceSatisfaction.Result) As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE))
                .questions()
                .get(1)
                .result();
        assertThat(result.size().people()).isEqualTo(2);
        assertThat(result.unanswered()).isEqualTo(1);
        assertThat(result.items().get(0).satisfied()).isEqualTo(1);
        assertThat(result.items().get(1).dontKnow()).isEqualTo(1);
        assertThat(result.items().get(1).rated()).isZero();
        assertThat(result.items().get(0).importance().perPerson().value()).isEqualTo(.5);
    }

    @Test
    void every_plain_type_is_read_from_its_columns() {
        var items = QuestionsViewTest.items("a", "b", "c");
        var one = new SingleChoice(QuestionId.next(), text("One?"), text(""), true, items, true);
        var some = new MultipleChoice(QuestionId.next(), text("Some?"), text(""), true, items, false);
        var two = new ChoiceOfK(QuestionId.next(), text("Two?"), text(""), true, 2, items);
        var rates = new ImportanceSatisfactionByRating(QuestionId.next(), text("Rate"), text(""), true, items);
        var scale = new Scale(QuestionId.next(), text("Scale"), text(""), true, 1, 5, text(""), text(""));
        var nps = new Nps(QuestionId.next(), text("Recommend?"), text(""), true);
        var number = new NumberQuestion(QuestionId.next(), text("Hours?"), text(""), true, null, null, 1, text(""));
        var date = new DateQuestion(QuestionId.next(), text("When?"), text(""), true, null, null);
        var line = new Text(QuestionId.next(), text("Street?"), text(""), true, false);
        var need = new OwnWords(QuestionId.next(), text("Need?"), text(""), true);
        var asked = List.of(one, some, two, rates, scale, nps, number, date, line, need);
        var types = made.published(
                pm,
                new SurveyContent(text("Types"), text("To know."), List.copyOf(asked)),
                Instant.now().minusSeconds(60),
                java.util.Set.of(organisation));
        var map = """
                {"respondent": "id", "name": "{}", "organisation": "org", "answers": [
                  {"question": 1, "chosen": "c1", "other": "o1"},
                  {"question": 2, "named": ["m1", "m2"], "noneIfEmpty": true},
                  {"question": 3, "named": ["k1", "k2"]},
                  {"question": 4, "importance": {"i1": "a", "i2": "b"}, "satisfaction": {"s1": "a"}},
                  {"question": 5, "step": "sc"}, {"question": 6, "step": "np"}, {"question": 7, "number": "nu"},
                  {"question": 8, "day": "da"}, {"question": 9, "words": "te"},
                  {"question": 10, "words": "ne", "who": "wh", "often": "of", "badly": "ba"}]}""";
        var columns = "id;org;c1;o1;m1;m2;k1;k2;i1;i2;s1;sc;np;nu;da;te;ne;wh;of;ba\n";
        var home = "\"" + name.replace("\"", "\"\"") + "\"";
        var typesKey = As.viewer(pm, () -> surveys.detail(types)).key();
        As.viewer(
                pm,
                () -> imports.importResponses(
                        typesKey,
                        map,
                        columns + "1;" + home + ";;by letter;;;c;a;5;4;2;3;9;1,5;2027-01-31;Main St;A ramp;all;5;4\n",
                        false));

        assertThat(asked.stream()
                        .map(question -> As.viewer(pm, () -> results.answersBehind(types, question.id(), null, 0, 9))
                                .getFirst()
                                .answer()))
                .containsExactly(
                        new SingleChoice.Answer(Other.KEY, "by letter"),
                        new MultipleChoice.Answer(List.of(), true, ""),
                        new ChoiceOfK.Answer(List.of("c", "a"), false),
                        new ImportanceSatisfactionByRating.Answer(
                                Map.of("a", 5, "b", 4, "c", 0), Map.of("a", 2, "b", 0, "c", 0)),
                        new Scale.Answer(3),
                        new Nps.Answer(9),
                        new NumberQuestion.Answer(new BigDecimal("1.5")),
                        new DateQuestion.Answer(LocalDate.of(2027, 1, 31)),
                        new Text.Answer("Main St"),
                        new OwnWords.Answer("A ramp", "all", OwnWords.Often.DAILY, OwnWords.Badly.PREVENTS));
        assertThat(As.viewer(
                                pm,
                                () -> imports.importResponses(
                                        typesKey,
                                        map,
                                        columns + "2;" + home + ";a;;a;;a;;1;1;1;3;9;1h;31.1.2027;x;y;;;\n" + "3;"
                                                + home + ";a;;a;;a;;1;1;1;3;9;1;1/31/2027;x;y;;;\n",
                                        true))
                        .errors())
                .extracting(error -> error.error().code())
                .containsExactly(SurveyError.IMPORT_NOT_A_DECIMAL, SurveyError.IMPORT_NOT_A_DATE);
    }

    @Test
    void whatever_is_wrong_with_a_call_is_said_and_changes_nothing() throws IOException {
        var map = Files.writeString(folder.resolve("map.json"), MAP).toString();
        var good = Files.writeString(folder.resolve("good.csv"), csv("1,ORG,60,40,ok"))
                .toString();
        var latin = Files.write(
                        folder.resolve("latin.csv"),
                        csv("1,ORG,60,40,Stra\u00dfe").getBytes(StandardCharsets.ISO_8859_1))
                .toString();
        var wrongMap = Files.writeString(folder.resolve("wrong.json"), MAP.replace("\"name\"", "\"nickname\""))
                .toString();
        var huge = folder.resolve("huge.csv");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(20_000_001);
        }

        assertThat(told(latin, "--survey", key, "--map", map)).contains("isn’t UTF-8");
        assertThat(told(huge.toString(), "--survey", key, "--map", map)).contains("larger than 20 MB");
        assertThat(told(folder.toString(), "--survey", key, "--map", map)).contains("Can’t read " + folder);
        assertThat(told(good + "x", "--survey", key, "--map", map)).contains("Can’t read " + good + "x");
        assertThat(told(good, "--survey", key, "--map", wrongMap)).contains("The map doesn’t fit: \"nickname\"");
        assertThat(told(good, "--survey", key, "--map", good)).contains("The map doesn’t fit: JSON");
        assertThat(told(good, "--survey", "SUR-0", "--map", map)).contains("There is no survey SUR-0");
        assertThat(told(good, "--survey", key, "--map", map, "--dryrun")).startsWith("Usage:");
        assertThat(responses()).isZero();
        assertThat(told(good, "--survey", key, "--map", map)).startsWith("1 response imported, 0 known");
        assertThat(told(good, "--survey", key, "--map", map)).startsWith("0 responses imported, 1 known already");
        assertThat(responses()).isEqualTo(1);
    }

    private String told(String... arguments) {
        var out = new ByteArrayOutputStream();
        command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
