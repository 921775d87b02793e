package io.throughline.change;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes a manager may decide on, and questions to their authors; not those whose copy was taken up again. */
@Component
class ChangeWaiting implements WaitingSource {

    private final JdbcClient jdbc;

    ChangeWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        var all = new ArrayList<Waiting>();
        if (viewer.is(Role.MANAGER)) {
            all.addAll(jdbc.sql("""
                    select c.change_key, c.title from change_request c join draft d on d.id = c.draft_id
                    where c.state = 'WAITING' and d.state <> 'OPEN' and not exists (
                        select 1 from submission_author a
                        where a.submission_id = c.submission_id and a.person_id = :person)
                    order by c.id limit 50
                    """)
                    .param("person", viewer.id().value())
                    .query((row, i) ->
                            waiting("change.waiting.decide", row.getString("change_key"), row.getString("title")))
                    .list());
        }
        if (viewer.is(Role.PROJECT_MANAGER)) {
            all.addAll(jdbc.sql("""
                    select c.change_key, c.title from change_request c join draft d on d.id = c.draft_id
                    join project_member m on m.project_id = c.project_id and m.person_id = :person and m.manages
                    where c.state = 'QUESTIONED' and d.state <> 'OPEN' order by c.id limit 50
                    """)
                    .param("person", viewer.id().value())
                    .query((row, i) ->
                            waiting("change.waiting.answer", row.getString("change_key"), row.getString("title")))
                    .list());
        }
        return all.stream().limit(50).toList();
    }

    private static Waiting waiting(String text, String key, String title) {
        return new Waiting("changes", text, List.of(key, title), ChangeLinks.change(key), null);
    }
}
