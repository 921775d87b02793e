package io.throughline.survey.design;

import io.throughline.shared.DomainException;
import io.throughline.shared.row.Utc;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when the answers to a survey are kept: to the end of a day (UTC). Who may ask is asked by whoever calls. */
@Component
public class RetentionStore {

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LocalDate> of(SurveyId survey) {
        return jdbc.sql("select keep_until from survey_retention where survey_id = ?")
                .param(survey.value())
                .query(LocalDate.class)
                .optional();
    }

    /** As {@link #of}, read by nobody else until the transaction ends. */
    Optional<LocalDate> locked(SurveyId survey) {
        return jdbc.sql("select keep_until from survey_retention where survey_id = ? for update")
                .param(survey.value())
                .query(LocalDate.class)
                .optional();
    }

    void set(SurveyId survey, @Nullable LocalDate until) {
        if (until == null) {
            jdbc.sql("delete from survey_retention where survey_id = ?")
                    .param(survey.value())
                    .update();
        } else {
            jdbc.sql("""
                            insert into survey_retention (survey_id, keep_until) values (:survey, :until)
                            on duplicate key update keep_until = :until""").param("survey", survey.value()).param("until", until).update();
        }
    }

    /** @throws DomainException RETENTION_BEFORE_CLOSING if answers would still be taken then */
    public void requireKept(SurveyId survey, Instant closesAt) {
        of(survey).filter(until -> closesAt.isAfter(end(until))).ifPresent(until -> {
            throw new DomainException(SurveyError.RETENTION_BEFORE_CLOSING, until);
        });
    }

    /** When a day is over. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The day an instant belongs to, or the one before at its very beginning. */
    static LocalDate day(Instant instant) {
        return instant.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Whether somebody has begun to answer what is still kept, having read until when it is. Of an anonymous survey nobody is
     * to hear of the first who does: there somebody may have from its opening on.
     */
    boolean isRead(SurveyId survey, Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from campaign c where c.survey_id = :survey and c.removed_at is null
                            and (c.confidentiality = 'ANONYMOUS' and c.opens_at <= :now
                                 or exists (select 1 from response r where r.campaign_id = c.id)))""")
                .param("survey", survey.value())
                .param("now", Utc.column(now))
                .query(Boolean.class)
                .single();
    }

    /** When the last of its rounds ends whose answers are still kept. */
    Optional<Instant> lastClosing(SurveyId survey) {
        return jdbc.sql("""
                        select max(least(c.closes_at, coalesce(c.closed_at, c.closes_at))) closes from campaign c
                        where c.survey_id = ? and c.removed_at is null""")
                .param(survey.value())
                .query((row, number) -> Optional.ofNullable(Utc.optional(row, "closes")))
                .single();
    }
}
