package io.throughline.plan.port;

import io.throughline.plan.SubmissionId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.row.Columns;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First plans a manager may decide on, and questions to their project managers. */
@Component
class PlanWaiting implements WaitingSource {

    private final JdbcClient jdbc;

    PlanWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        var all = new ArrayList<Waiting>();
        if (viewer.is(Role.MANAGER)) {
            all.addAll(jdbc.sql("""
                    select p.project_key, p.name, d.submission_id from draft d join project p on p.id = d.project_id
                    where d.purpose = 'PLAN' and d.state = 'SUBMITTED' and not exists (
                        select 1 from submission_author a
                        where a.submission_id = d.submission_id and a.person_id = :person)
                    order by d.submission_id limit 50
                    """)
                    .param("person", viewer.id().value())
                    .query((row, i) -> waiting(
                            "plan.waiting.decide",
                            row.getString("project_key"),
                            row.getString("name"),
                            new SubmissionId(Columns.uuid(row, "submission_id"))))
                    .list());
        }
        if (viewer.is(Role.PROJECT_MANAGER)) {
            all.addAll(jdbc.sql("""
                    select p.project_key, p.name, d.submission_id from draft d join project p on p.id = d.project_id
                    join project_member m on m.project_id = p.id and m.person_id = :person and m.manages
                    where d.purpose = 'PLAN' and d.state = 'QUESTIONED' order by d.submission_id limit 50
                    """)
                    .param("person", viewer.id().value())
                    .query((row, i) -> waiting(
                            "plan.waiting.answer",
                            row.getString("project_key"),
                            row.getString("name"),
                            new SubmissionId(Columns.uuid(row, "submission_id"))))
                    .list());
        }
        return all.stream().limit(50).toList();
    }

    private static Waiting waiting(String text, String key, String name, SubmissionId submission) {
        return new Waiting("projects", text, List.of(key + " " + name), PlanLinks.approval(key, submission), null);
    }
}
