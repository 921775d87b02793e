package io.throughline.change;

import io.throughline.plan.DraftId;
import io.throughline.plan.DraftOwner;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.shared.row.Columns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changed copies of a baseline are made for change requests. */
@Component
class ChangeDrafts implements DraftOwner {

    private final Projects projects;
    private final JdbcClient jdbc;

    ChangeDrafts(Projects projects, JdbcClient jdbc) {
        this.projects = projects;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Owner> ownerOf(DraftId draft) {
        return jdbc.sql("select change_key, title, project_id from change_request where draft_id = :draft")
                .param("draft", draft.value())
                .query((row, i) -> new Found(
                        new ProjectId(Columns.uuid(row, "project_id")),
                        row.getString("change_key"),
                        row.getString("title")))
                .optional()
                .filter(found -> projects.access(found.project()).seesMoney())
                .map(found -> new Owner(found.key() + " " + found.title(), ChangeLinks.change(found.key())));
    }

    private record Found(ProjectId project, String key, String title) {}
}
