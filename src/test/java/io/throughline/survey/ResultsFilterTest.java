package io.throughline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultsFilterTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void peopleOfNoKnownOrganisationSpeakTogetherSegmentBySegment() {
        var big = new Group(Group.NOT_KEPT, "big");

        assertThat(big.voice()).isNotEqualTo(new Group(Group.NOT_KEPT, "small").voice());
        assertThat(new Group(Group.NOT_KEPT, "").voice()).isEqualTo(Group.NOT_KEPT);
        assertThat(ResultsFilter.of("big").admits(big, MONDAY)).isTrue();
        assertThat(ResultsFilter.NONE
                        .withOrganisations(Set.of(new OrganisationId(UUID.randomUUID())))
                        .admits(big, MONDAY))
                .isFalse();
        assertThat(ResultsFilter.NONE.withWeeks(MONDAY, MONDAY).admits(big, MONDAY))
                .isTrue();
        assertThat(ResultsFilter.NONE.withWeeks(MONDAY.plusDays(7), null).admits(big, MONDAY))
                .isFalse();
    }

    @Test
    void whatIsWrittenIsReadAgainAndWeeksBeginOnMondays() {
        var filter = new ResultsFilter(
                "big",
                Set.of(new OrganisationId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID())),
                LocalDate.of(2026, 11, 28),
                LocalDate.of(2026, 11, 30),
                new ResultsFilter.Said(QuestionId.next(), "*other"));

        assertThat(filter.from()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(filter.to()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(ResultsFilter.read(name -> filter.written().getOrDefault(name, List.of())))
                .isEqualTo(filter);
        assertThat(ResultsFilter.read(_ -> List.of()).isNone()).isTrue();
        for (var name : List.of("organisation", "from", "said")) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() ->
                            ResultsFilter.read(one -> Map.of(name, List.of("x")).getOrDefault(one, List.of())));
        }
        for (var day : List.of("+12345-01-01", "-0001-01-01", "+999999999-12-31")) {
            assertThatExceptionOfType(DomainException.class)
                    .as(day)
                    .isThrownBy(() ->
                            ResultsFilter.read(one -> Map.of("to", List.of(day)).getOrDefault(one, List.of())));
        }
    }
}
