package io.throughline.plan.draft;

import io.throughline.plan.DraftId;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.content.PlanOperation;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of working copies, never changed: taking one back is a step of its own. */
@Component
public class DraftSteps {

    /** What a step does to those before it. */
    public enum Kind {
        DO,
        UNDO,
        REDO
    }

    /**
     * @param undo steps that stand, the last one last
     * @param redo steps taken back since the last new one, in their original form, the last one last
     */
    public record Stacks(List<List<PlanOperation>> undo, List<List<PlanOperation>> redo) {}

    private record Step(Kind kind, String operations) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(DraftId draft, int number, Kind kind, List<PlanOperation> operations, PersonId by) {
        jdbc.sql("""
                insert into draft_step (id, draft_id, number, kind, operations, person_id, done_at)
                values (:id, :draft, :number, :kind, :operations, :person, :at)
                """)
                .param("id", Ids.next())
                .param("draft", draft.value())
                .param("number", number)
                .param("kind", kind.name())
                .param("operations", PlanJson.text(operations))
                .param("person", by.value())
                .param("at", Utc.column(clock.instant()))
                .update();
    }

    public Stacks stacks(DraftId draft) {
        var undo = new ArrayList<String>();
        var redo = new ArrayList<String>();
        jdbc.sql("select kind, operations from draft_step where draft_id = :draft order by number")
                .param("draft", draft.value())
                .query((row, i) -> new Step(Kind.valueOf(row.getString("kind")), row.getString("operations")))
                .list()
                .forEach(step -> {
                    switch (step.kind()) {
                        case DO -> {
                            undo.add(step.operations());
                            redo.clear();
                        }
                        case UNDO -> redo.add(undo.removeLast());
                        case REDO -> undo.add(redo.removeLast());
                    }
                });
        return new Stacks(last(undo), last(redo));
    }

    /** Who made, edited or took back anything in it, handed it in or spoke for it, also where it was sent back since. */
    public Set<PersonId> contributors(Draft draft) {
        var people = new LinkedHashSet<PersonId>();
        people.add(draft.createdBy());
        jdbc.sql("""
                        select person_id from draft_step where draft_id = :draft
                        union
                        select a.person_id from submission s join submission_author a on a.submission_id = s.id
                        where s.draft_id = :draft""")
                .param("draft", draft.uuid())
                .query((row, i) -> new PersonId(Columns.uuid(row, "person_id")))
                .list()
                .forEach(people::add);
        return people;
    }

    /** Only the last one is ever used: the others need not be read. */
    private static List<List<PlanOperation>> last(List<String> stack) {
        return stack.isEmpty() ? List.of() : List.of(PlanJson.readOperations(stack.getLast()));
    }
}
