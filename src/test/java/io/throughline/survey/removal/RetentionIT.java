package io.throughline.survey.removal;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyError;
import io.throughline.survey.design.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The day until which answers are kept: who sets it, and what holds before it. */
@IntegrationTest
class RetentionIT extends KeptUntilADay {

    @Autowired
    Retention retention;

    @Autowired
    List<WaitingSource> waiting;

    @Test
    void editors_set_the_day_and_everybody_asked_reads_it() {
        var day = TODAY.plusDays(30);
        refused(CommonError.NOT_ALLOWED, () -> set(fixtures.projectManager(), null, day));
        refused(SurveyError.RETENTION_TOO_EARLY, () -> set(owner, null, TODAY.minusDays(1)));
        set(owner, null, day);
        refused(CommonError.STALE, () -> set(owner, null, day.plusDays(1)));
        assertThat(As.viewer(people.getFirst(), () -> answering.intro(campaign)).keepUntil())
                .isEqualTo(day);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.RETENTION_SET))
                .singleElement()
                .satisfies(act -> assertThat(act.contentHash()).isNotNull());
        set(owner, day, day.plusDays(9));
        made.started(people.getFirst(), campaign);
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day.plusDays(9), day.plusDays(10)));
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day.plusDays(9), null));
        set(owner, day.plusDays(9), day);
    }

    @Test
    void which_day_is_refused_does_not_tell_that_somebody_has_begun_an_anonymous_survey() {
        campaign = ballots.published(owner, home, away);
        survey = survey(campaign);
        var day = TODAY.plusDays(30);
        set(owner, null, day);
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day, day.plusDays(1)));
        ballots.begun(people.getFirst(), campaign);
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day, day.plusDays(1)));
        set(owner, day, day.minusDays(1));
    }

    @Test
    void a_day_no_calendar_of_the_database_has_is_refused() {
        var last = LocalDate.of(9999, 12, 31);
        for (var day : List.of(last.plusDays(1), LocalDate.of(123_456, 1, 1), LocalDate.MAX)) {
            refused(SurveyError.RETENTION_TOO_LATE, () -> set(owner, null, day));
        }
        set(owner, null, last);
        assertThat(As.viewer(owner, () -> retention.until(survey))).contains(last);
    }

    @Test
    void no_round_ends_after_it() {
        set(owner, null, TODAY.plusDays(1));
        var late = Instant.now().plus(Duration.ofDays(3));
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.extend(campaign, version(), late)));
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.again(survey, 2, new Round(Set.of(home), Instant.now(), late))));
        ballots.close(owner, campaign);
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.reopen(campaign, version(), late, "More time")));
    }

    @Test
    void editors_are_warned_two_weeks_before() {
        made.submitted(people.getFirst(), campaign, points(70, 30), "");
        set(owner, null, TODAY.plusDays(15));
        assertThat(warnings(owner)).isEmpty();
        set(owner, TODAY.plusDays(15), TODAY.plusDays(14));
        assertThat(warnings(owner)).singleElement().satisfies(one -> {
            assertThat(one.href()).isEqualTo("surveys/" + survey.value());
            assertThat(one.due())
                    .isEqualTo(TODAY.plusDays(15).atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        assertThat(warnings(fixtures.projectManager())).isEmpty();
        assertThat(warnings(people.getFirst())).isEmpty();
        removed();
        assertThat(warnings(owner)).isEmpty();
    }

    @Test
    void before_the_day_the_database_lets_nobody_delete_an_answer() {
        var response = made.submitted(people.getFirst(), campaign, points(70, 30), "Mine");
        ballots.close(owner, campaign);
        set(owner, null, TODAY);
        for (var sql : List.of(
                "delete from submitted_answer where response_id = ?",
                "update campaign set removed_at = utc_timestamp(6) where id = (select campaign_id from response where id = ?)")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(response.value()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("remove");
        }
        keeper.goRound();
        assertThat(rows("submitted_answer", response))
                .as("kept to the end of the day")
                .isEqualTo(2);
    }

    private List<Waiting> warnings(Viewer viewer) {
        return As.viewer(
                viewer,
                () -> waiting.stream()
                        .flatMap(source -> source.waitingFor(viewer).stream())
                        .filter(one -> one.textKey().equals("retention.waiting"))
                        .toList());
    }

    private void set(Viewer viewer, LocalDate seen, LocalDate until) {
        As.viewer(viewer, () -> retention.set(survey, seen, until));
    }
}
