package io.throughline.plan.project;

import io.throughline.plan.BaselineId;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.row.Columns;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a baseline has in its scope. */
@Component
public class BaselineScope {

    private final JdbcClient jdbc;

    BaselineScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<RequirementRef> of(BaselineId baseline) {
        return Set.copyOf(
                jdbc.sql("select requirement_id from baseline_item where baseline_id = ? and kind = 'SCOPE_ITEM'")
                        .param(baseline.value())
                        .query((row, i) -> new RequirementRef(Columns.uuid(row, "requirement_id")))
                        .list());
    }
}
