package io.throughline.backlog.evidence;

import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes evidence; what was once quoted is never changed. */
@Component
public class EvidenceStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    public EvidenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** At least one of requirement and need is what the figures speak for. */
    public void add(
            @Nullable RequirementId requirement,
            @Nullable NeedId need,
            UUID surveyVersion,
            UUID question,
            String item,
            EvidenceFigures figures,
            PersonId by) {
        jdbc.sql("""
                insert into evidence (id, requirement_id, need_id, survey_version_id, question_id, item_key, people,
                    figures, attached_by, attached_at)
                values (:id, :requirement, :need, :surveyVersion, :question, :item, :people, :figures, :by, :at)
                """)
                .param("id", Ids.next())
                .param("requirement", requirement == null ? null : requirement.value())
                .param("need", need == null ? null : need.value())
                .param("surveyVersion", surveyVersion)
                .param("question", question)
                .param("item", item)
                .param("people", figures.people())
                .param("figures", Rows.json(figures))
                .param("by", by.value())
                .param("at", Utc.column(clock.instant()))
                .update();
    }
}
