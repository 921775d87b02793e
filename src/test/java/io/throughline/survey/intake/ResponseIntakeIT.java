package io.throughline.survey.intake;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.LineError;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ResponseIntakeIT extends IntoASurvey {

    private static final String HEADING =
            "Respondent,Organisation,q1_roads,Item parks,named_1,q2_a_satisfaction,What else?\n";

    @Autowired
    ResponseIntake intake;

    @Test
    void columns_are_guessed_by_their_headings() {
        var proposal = propose(file(HEADING + "1," + company + ",60,40,a,5,A lamp\n"));

        assertThat(proposal.columns()).hasSize(7);
        assertThat(proposal.sample()).hasSize(1);
        var guess = proposal.guess();
        assertThat(guess.respondent()).isEqualTo("Respondent");
        assertThat(guess.organisation()).isEqualTo("Organisation");
        assertThat(guess.columns())
                .containsEntry(new ImportSlot(1, ImportField.POINTS, "roads"), "q1_roads")
                .containsEntry(new ImportSlot(1, ImportField.POINTS, "parks"), "Item parks")
                .containsEntry(new ImportSlot(2, ImportField.SATISFACTION, "a"), "q2_a_satisfaction")
                .containsEntry(new ImportSlot(3, ImportField.WORDS, ""), "What else?")
                .doesNotContainKey(new ImportSlot(2, ImportField.NAMED, "1"));
    }

    @Test
    void a_check_tells_what_is_wrong_line_by_line_and_nothing_is_stored() {
        var file = file(HEADING
                + "1," + company + ",60,40,,,A lamp\n"
                + "2," + company + ",60,50,,,\n"
                + "3,Nobody’s,60,40,,,\n");
        var mapping = propose(file).guess();

        var report = As.viewer(pm, () -> intake.check(survey, mapping, file, lines -> true));

        assertThat(report.errors()).extracting(LineError::line).containsExactly(3L, 4L);
        assertThat(report.errors())
                .extracting(error -> error.error().code())
                .containsExactly(SurveyError.POINTS_SUM, SurveyError.IMPORT_ORGANISATION_UNKNOWN);
        assertThat(responses()).isZero();
    }

    @Test
    void what_is_no_table_in_utf8_is_refused() throws IOException {
        var latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADING + "1,Straße,60,40,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        refused(SurveyError.IMPORT_NOT_A_TABLE, () -> propose(latin));
        refused(SurveyError.IMPORT_EMPTY, () -> propose(file("")));
        refused(SurveyError.IMPORT_EMPTY, () -> propose(file("\n \n\n")));
        refused(SurveyError.IMPORT_NOT_A_TABLE, () -> propose(file("a,".repeat(3_000))));
    }

    @Test
    void only_editors_bring_in_a_file() {
        var file = file(HEADING + "1," + company + ",60,40,,,\n");
        var mapping = propose(file).guess();
        var other = fixtures.projectManager();

        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> intake.propose(survey, file, "{}")));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(other, () -> intake.check(survey, mapping, file, read -> true)));
        var draft = made.draft(pm, SurveyFixtures.content());
        refused(SurveyError.NOT_PUBLISHED, () -> As.viewer(pm, () -> intake.propose(draft, file, "{}")));
        refused(CommonError.NOT_FOUND, () -> As.viewer(other, () -> intake.propose(draft, file, "{}")));
    }

    private ResponseIntake.Proposal propose(Path file) {
        return As.viewer(pm, () -> intake.propose(survey, file, "Respondent {}"));
    }
}
