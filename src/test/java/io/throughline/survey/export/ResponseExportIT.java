package io.throughline.survey.export;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.export.ResponseExport.Format;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.SingleChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Responses, codebook, figures and report as files; nothing in them runs, and nobody gets more than the portal shows. */
@IntegrationTest
@RecordApplicationEvents
class ResponseExportIT {

    @Autowired
    ResponseExport export;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Answering answering;

    @Autowired
    AnswerFiles files;

    @Autowired
    SurveyResults results;

    @Autowired
    ApplicationEvents events;

    private Viewer pm;
    private CampaignId campaign;

    @BeforeEach
    void answered() {
        var manager = fixtures.projectManager();
        pm = new Viewer(manager.id(), manager.name(), manager.roles(), null, manager.locale(), ZoneId.of("Asia/Tokyo"));
        var north = fixtures.organisation(Fixtures.unique("=North"), "big");
        campaign = made.published(pm, north);
        made.submitted(
                fixtures.customer(north), campaign, points(60, 40), "=cmd|'/c calc'!A0\n\u0001second line\n=1+1");
        made.submitted(fixtures.customer(north), campaign, points(0, 100), "");
        made.started(fixtures.customer(north), campaign);
    }

    private byte[] written(Format format) {
        return As.viewer(pm, () -> {
            var out = new ByteArrayOutputStream();
            export.write(campaign, ResultsFilter.NONE, format, Locale.ENGLISH, out);
            return out.toByteArray();
        });
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var stored = Files.write(Files.createTempFile("export", ".zip"), archive);
        try (var zip = new ZipFile(stored.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(stored);
        }
        return files;
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        assertThat(csv).startsWith("\uFEFF");
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))) {
            return parser.getRecords();
        }
    }

    @Test
    void statistics_programs_get_numbers_their_meaning_and_the_commands_to_read_them() throws IOException {
        var files = unpacked(written(Format.SPSS));
        assertThat(files).containsOnlyKeys("responses.csv", "codebook.csv", "responses-spss.csv", "import.sps");
        var rows = rows(files.get("responses.csv"));
        assertThat(rows).hasSize(2);
        var first = rows.stream()
                .filter(row -> row.get("q1_1").equals("60"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("q1_2")).isEqualTo("40");
        assertThat(first.get("survey_version")).isEqualTo("1");
        assertThat(first.get("weight_organisation")).isEqualTo("1.0000");
        assertThat(OffsetDateTime.parse(first.get("submitted_at")).getOffset())
                .as("on the reader’s clock")
                .isEqualTo(ZoneOffset.ofHours(9));
        assertThat(first.get("weight_person")).as("two of it answered").startsWith("0.5");
        assertThat(first.get("organisation")).startsWith("'=North");
        assertThat(first.get("q3")).isEqualTo("'=cmd|'/c calc'!A0\n\u0001second line\n'=1+1");
        assertThat(rows(files.get("responses-spss.csv")))
                .as("a line a case")
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("q3")).doesNotContain("\n"))
                .extracting(row -> row.get("q1_1"))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("q1_1")).toList());
        assertThat(first.get("q2_1")).as("not answered").isEmpty();
        assertThat(files.get("codebook.csv")).contains("q1_1,Spend 100 points | Item roads,number");
        assertThat(files.get("import.sps"))
                .contains(
                        "/FILE='responses-spss.csv'",
                        "q1_1 F20.6",
                        "q3 A37\n",
                        "q3_who A1\n",
                        "q1_1 'Spend 100 points | Item roads'",
                        "WEIGHT BY weight_person.");
        assertThat(events.stream(Act.class)).anyMatch(act -> act.kind() == ActKind.RESULTS_EXPORTED);
    }

    @Test
    void files_are_told_by_their_names() throws IOException {
        var north = fixtures.organisation(Fixtures.unique("North"), "big");
        var file = new FileQuestion(
                QuestionId.next(),
                SurveyFixtures.text("A list?"),
                SurveyFixtures.text(""),
                false,
                List.of(FileKind.TEXT),
                2,
                1);
        var content = new SurveyContent(
                SurveyFixtures.text(Fixtures.unique("Survey")), SurveyFixtures.text("To see it."), List.of(file));
        campaign = made.published(pm, content, Instant.now().minusSeconds(60), Set.of(north));
        var customer = fixtures.customer(north);
        var response = made.started(customer, campaign);
        var given = As.viewer(
                customer,
                () -> files.take(
                        response, file.id(), "=lights.txt", "Mill Street, dark".getBytes(StandardCharsets.UTF_8)));
        made.save(customer, response, file.id(), new FileQuestion.Answer(List.of(given.id())));
        As.viewer(customer, () -> answering.submit(response));

        var rows = rows(unpacked(written(Format.SPSS)).get("responses.csv"));

        assertThat(rows).extracting(row -> row.get("q1")).containsExactly("'" + given.name());
    }

    @Test
    void a_workbook_holds_responses_codebook_and_figures_and_no_formula() throws IOException {
        var sheets = sheets();
        assertThat(sheets).hasSize(3).allSatisfy(sheet -> assertThat(sheet).doesNotContain("<f>", "\u0001"));
        assertThat(sheets.getFirst()).contains("&apos;=cmd", "<v>60</v>").containsAnyOf(">q1_1<");
        assertThat(sheets.getLast()).contains("share", "weighted");
    }

    private List<String> sheets() throws IOException {
        return unpacked(written(Format.XLSX)).entrySet().stream()
                .filter(file -> file.getKey().startsWith("xl/worksheets/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void what_looks_like_a_formula_is_kept_from_being_one_once_beside_figures_too() throws IOException {
        var spend = new Points(
                QuestionId.next(),
                LocalizedText.en("=1+1"),
                LocalizedText.en(""),
                true,
                List.of(new Item("roads", LocalizedText.en("Roads")), new Item("parks", LocalizedText.en("Parks"))));
        campaign = made.published(
                pm,
                new SurveyContent(LocalizedText.en("Sums"), LocalizedText.en("Why"), List.of(spend)),
                Instant.now().minusSeconds(60),
                Set.of(fixtures.organisation()));

        assertThat(sheets().getLast()).contains("&apos;=1+1").doesNotContain("&apos;&apos;");
        assertThat(As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains(",'=1+1,");
    }

    @Test
    void the_report_is_a_tagged_document_with_every_figure() throws IOException {
        try (var paper = Loader.loadPDF(written(Format.PDF))) {
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(new PDFTextStripper().getText(paper))
                    .contains(
                            "To spend the money well.",
                            "Spend 100 points",
                            "Item roads",
                            "2 of 3 people answered, 1 began");
        }
    }

    @Test
    void something_else_is_called_so_on_paper() throws IOException {
        var way = new SingleChoice(
                QuestionId.next(),
                LocalizedText.en("How do you come?"),
                LocalizedText.en(""),
                true,
                List.of(new Item("bus", LocalizedText.en("By bus")), new Item("tram", LocalizedText.en("By tram"))),
                true);
        campaign = made.published(
                pm,
                new SurveyContent(LocalizedText.en("Ways"), LocalizedText.en("Why"), List.of(way)),
                Instant.now().minusSeconds(60),
                Set.of(fixtures.organisation()));
        try (var paper = Loader.loadPDF(written(Format.PDF))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("By tram", "Something else")
                    .doesNotContain("*other");
        }
    }

    @Test
    void an_interval_stands_in_one_line() throws IOException {
        var item = LocalizedText.en("How much this matters to those who live here, all in all and over the years");
        var spend = new Points(
                QuestionId.next(),
                LocalizedText.en("Spend 100 points"),
                LocalizedText.en(""),
                true,
                List.of(new Item("roads", item), new Item("parks", item)));
        var asked = fixtures.organisation();
        campaign = made.published(
                pm,
                new SurveyContent(LocalizedText.en("Long"), LocalizedText.en("Why"), List.of(spend)),
                Instant.now().minusSeconds(60),
                Set.of(asked));
        for (int roads : List.of(61, 33, 17)) {
            var customer = fixtures.customer(asked);
            var response = made.started(customer, campaign);
            made.save(customer, response, spend.id(), points(roads, 100 - roads));
            As.viewer(customer, () -> answering.submit(response));
        }
        try (var paper = Loader.loadPDF(written(Format.PDF))) {
            assertThat(new PDFTextStripper().getText(paper).lines().filter(line -> line.contains(";")))
                    .hasSizeGreaterThan(2)
                    .allMatch(line -> line.indexOf('[') >= 0 && line.indexOf('[') < line.indexOf(']'));
        }
    }

    @Test
    void what_people_wrote_is_no_markup() {
        assertThat(ResultsPaper.escaped("<img src='file:///etc/passwd'/> & \"\u0000\uD800"))
                .isEqualTo("&lt;img src='file:///etc/passwd'/&gt; &amp; &quot;");
    }

    @Test
    void every_type_has_columns_whose_names_are_their_own() {
        var content = SurveyFixtures.content();
        var names = ResponseRows.columns(content, Locale.ENGLISH).stream()
                .map(ExportColumn::name)
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]{0,63}"));
        assertThat(names).contains("q3_need", "q3_who");
    }
}
