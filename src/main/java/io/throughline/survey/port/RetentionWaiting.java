package io.throughline.survey.port;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.row.Columns;
import io.throughline.survey.SurveyId;
import io.throughline.survey.design.RetentionStore;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyLinks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Surveys whose editors are warned that single answers will be removed soon. */
@Component
class RetentionWaiting implements WaitingSource {

    private static final Period BEFORE = Period.ofDays(14);

    private static final int MOST = 50;

    private final SurveyAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionWaiting(SurveyAccess access, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        if (!viewer.is(Role.PROJECT_MANAGER)) {
            return List.of();
        }
        record Due(SurveyId survey, LocalDate until) {}
        return jdbc
                .sql("""
                        select s.id, k.keep_until from survey_retention k join survey s on s.id = k.survey_id
                        where k.keep_until <= :soon
                          and (s.owner_id = :me or exists (
                              select 1 from survey_co_editor e where e.survey_id = s.id and e.person_id = :me))
                          and exists (select 1 from campaign c join response r on r.campaign_id = c.id
                                      where c.survey_id = s.id and c.removed_at is null)
                        order by k.keep_until, s.id limit :most""")
                .param(
                        "soon",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(BEFORE))
                .param("me", viewer.id().value())
                .param("most", MOST)
                .query((row, number) ->
                        new Due(new SurveyId(Columns.uuid(row, "id")), row.getObject("keep_until", LocalDate.class)))
                .list()
                .stream()
                .map(due -> new Waiting(
                        "surveys",
                        "retention.waiting",
                        List.of(access.asked(access.readable(due.survey()))
                                .title()
                                .in(viewer.locale())),
                        SurveyLinks.survey(due.survey()),
                        RetentionStore.end(due.until())))
                .toList();
    }
}
