package io.throughline.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.people.Customer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.survey.SurveyError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.org\nb@x.org\n",
                "email\na@x.org\nb@x.org",
                "\uFEFFName;E-Mail\nAnn;a@x.org\nBob;b@x.org\n",
                "name,mail\r\nAnn,a@x.org\r\n\r\nBob, b@x.org \r\n"
            })
    void addresses_are_found_with_and_without_a_heading(String csv) {
        assertThat(AudienceFile.read(csv))
                .extracting(AudienceFile.Line::address)
                .containsExactly("a@x.org", "b@x.org");
    }

    @Test
    void lines_are_counted_as_an_editor_does() {
        assertThat(AudienceFile.read("email\na@x.org\nb@x.org"))
                .extracting(AudienceFile.Line::number)
                .containsExactly(2L, 3L);
        assertThat(AudienceFile.read("a@x.org\nb@x.org"))
                .extracting(AudienceFile.Line::number)
                .containsExactly(1L, 2L);
        assertThat(AudienceFile.read("\nname,mail\n\n\"Ann\nof North\",a@x.org\n\nBob,b@x.org"))
                .extracting(AudienceFile.Line::number)
                .as("empty ones and those within a cell are lines, too")
                .containsExactly(5L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,organisation\nAnn,North", "email\n", "\"never closed\na@x.org"})
    void what_is_no_list_of_addresses_is_refused(String csv) {
        assertThatThrownBy(() -> AudienceFile.read(csv))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.AUDIENCE_UNREADABLE));
    }

    @Test
    void a_list_without_an_end_is_refused() {
        assertThatThrownBy(() -> AudienceFile.read("a@x.org\n".repeat(AudienceFile.MOST_ROWS + 1)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.AUDIENCE_TOO_LARGE));
        assertThat(AudienceFile.read("a@x.org\n".repeat(AudienceFile.MOST_ROWS)))
                .hasSize(AudienceFile.MOST_ROWS);
    }

    @Test
    void every_line_is_found_unknown_or_doubled() {
        var ann = new Customer(PersonId.next(), "Ann", OrganisationId.next(), "North");
        var rows = AudienceFile.judge(AudienceFile.read("A@x.org\nnobody@x.org\n a@X.org \n"), Map.of("a@x.org", ann));
        assertThat(rows)
                .extracting(AudienceRow::verdict)
                .containsExactly(AudienceVerdict.FOUND, AudienceVerdict.UNKNOWN, AudienceVerdict.DOUBLED);
        assertThat(rows.getFirst().customer()).isEqualTo(ann);
    }
}
