package io.throughline.plan;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.plan.content.PlanItemKind;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A plan is handed in, questioned and decided on, by whoever had no part in it, once. */
@IntegrationTest
class ApprovalIT extends PlanCase {

    @Autowired
    Baselines baselines;

    @Test
    void approvalMakesBaselineOneWithItsRows() {
        var world = plans.drafted();

        var id = plans.approved(world);

        As.viewer(world.manager(), () -> {
            var baseline = baselines.baseline(id);
            assertThat(baseline.number()).isEqualTo(1);
            assertThat(baseline.finish()).isEqualTo("2026-01-09");
            assertThat(baseline.cost()).hasToString("4250.00");
            assertThat(projects.project(world.project()).baseline()).isEqualTo(id);
            assertThat(baselines.items(id))
                    .extracting(Baselines.Item::kind)
                    .containsExactlyInAnyOrder(
                            "SCOPE_ITEM",
                            "SCOPE_ITEM",
                            "STAGE",
                            "TASK",
                            "MILESTONE",
                            "DELIVERABLE",
                            "BUDGET_LINE",
                            "SERVES",
                            "SERVES");
            assertThat(baselines.items(id))
                    .filteredOn(item -> item.kind().equals(PlanItemKind.TASK.name()))
                    .singleElement()
                    .satisfies(task -> {
                        assertThat(task.person()).isEqualTo(world.pm().id());
                        assertThat(task.start()).isEqualTo("2026-01-05");
                        assertThat(task.cost()).hasToString("4000.00");
                    });
        });
        var stored = jdbc.sql("select content from baseline where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        var hash = jdbc.sql("select content_hash from baseline where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(Hashes.sha256(stored)).isEqualTo(hash);
    }

    @Test
    void approvalHoldsItsRequirementsAndTellsTheBacklog() {
        var world = plans.drafted();
        plans.approved(world);

        assertThat(jdbc.sql("select state from requirement where id = ?")
                        .param(world.photo().value())
                        .query(String.class)
                        .single())
                .isEqualTo("PLANNED");
        assertThat(jdbc.sql("""
                        select json_value(project_name, '$.de') from requirement_status
                        where requirement_id = ? and status = 'PLANNED'""")
                        .param(world.photo().value())
                        .query(String.class)
                        .single())
                .as("customers read it in their language")
                .isEqualTo("Straßenarbeiten online");
        assertThat(jdbc.sql("select project_id from requirement_hold where requirement_id = ?")
                        .param(world.photo().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(world.project().value());
    }

    @Test
    void aRequirementHeldElsewhereStopsTheWholeApproval() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        jdbc.sql("insert into requirement_hold (requirement_id, project_id, held_at) values (?, ?, utc_timestamp(6))")
                .params(world.map().value(), Ids.next())
                .update();

        refused(world.manager(), PlanError.HELD_BY_ANOTHER, () -> approve(submission));

        assertThat(count("baseline", "project_id", world.project().value())).isZero();
        assertThat(count("decision", "submission_id", submission.value())).isZero();
        assertThat(count("requirement_hold", "requirement_id", world.photo().value()))
                .isZero();
    }

    @Test
    void noAuthorDecidesWhateverTheirRoles() {
        var world = plans.drafted();
        var both = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        As.viewer(both, () -> {
            var view = drafts.draft(world.draft());
            var stage = new Stage(StageId.next(), "S-2", "Pilot", "", 2);
            view = drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Add(stage)));
            drafts.undo(world.draft(), view.version());
        });
        var submission = plans.submitted(world);

        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> approve(submission));
        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> {
            approvals.reject(submission, "mine");
            return 1;
        });
        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> {
            approvals.ask(submission, "mine?");
            return 1;
        });
        As.viewer(
                both,
                () -> assertThat(approvals.submission(submission).mayDecide()).isFalse());
    }

    @Test
    void theDatabaseRefusesAnAuthorsDecisionToo() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var hash = As.viewer(world.pm(), () -> approvals.submission(submission).hash());

        assertThatThrownBy(() -> insertDecision(submission, world.pm(), hash))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("author");
        assertThatThrownBy(() -> insertDecision(submission, world.manager(), "0".repeat(64)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("content");
        insertDecision(submission, world.manager(), hash);
        assertThatThrownBy(() -> insertDecision(submission, people.manager(), hash))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theDatabaseRefusesABaselineWithoutAnApproval() {
        var world = plans.drafted();
        var submission = plans.submitted(world);

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into baseline (id, project_id, number, submission_id, content, content_hash, engine, start,
                            finish, cost, approved_by, approved_at)
                        select :id, project_id, 1, id, content, content_hash, engine, finish, finish, cost, :by,
                            utc_timestamp(6)
                        from submission where id = :submission
                        """)
                        .param("id", Ids.next())
                        .param("by", world.manager().id().value())
                        .param("submission", submission.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("approved submission");
    }

    @Test
    void whatWasDecidedAndApprovedIsNeverChanged() {
        var world = plans.drafted();
        var id = plans.approved(world).value();

        assertThatThrownBy(() -> jdbc.sql("update baseline set number = 7 where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from baseline_item where baseline_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update decision set outcome = 'REJECTED'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aQuestionStaysInSightWhereThePlanIsHandedInAgainWithoutAnAnswer() {
        var world = plans.drafted();
        var first = plans.submitted(world);
        As.viewer(world.manager(), () -> approvals.ask(first, "Why a map?"));

        var second = plans.submitted(world);

        As.viewer(world.manager(), () -> {
            assertThat(approvals.submission(second).thread())
                    .extracting(Post::text)
                    .containsExactly("Why a map?");
            approvals.ask(second, "Why a map, once more?");
            assertThat(approvals.submission(first).thread())
                    .as("what came later is no part of what was asked before")
                    .extracting(Post::text)
                    .containsExactly("Why a map?");
        });
    }

    @Test
    void twentyApprovalsAtOnceHaveOneOutcome() throws Exception {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var managers =
                java.util.stream.Stream.generate(people::manager).limit(20).toList();
        var hash = As.viewer(
                world.manager(), () -> approvals.submission(submission).hash());
        var start = new CyclicBarrier(20);
        try (var pool = Executors.newFixedThreadPool(20)) {
            var results = managers.stream()
                    .map(manager -> pool.submit(() -> {
                        start.await();
                        try {
                            As.viewer(manager, () -> approvals.approve(submission, hash));
                            return "approved";
                        } catch (DomainException e) {
                            return e.code().name();
                        } catch (org.springframework.dao.ConcurrencyFailureException e) {
                            return "busy";
                        }
                    }))
                    .toList();
            var outcomes = new java.util.ArrayList<String>();
            for (var result : results) {
                outcomes.add(result.get());
            }
            assertThat(outcomes).containsOnlyOnce("approved");
            assertThat(Set.copyOf(outcomes)).isSubsetOf("approved", "ALREADY_DECIDED", "busy");
        }
        assertThat(count("baseline", "project_id", world.project().value())).isEqualTo(1);
        assertThat(count("decision", "submission_id", submission.value())).isEqualTo(1);
    }

    @Test
    void aQuestionGoesBackAndForth() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        refused(world.pm(), PlanError.NO_OPEN_QUESTION, () -> {
            approvals.answer(submission, "nobody asked");
            return 1;
        });
        As.viewer(world.manager(), () -> approvals.ask(submission, "Why the map first?"));
        refused(world.manager(), PlanError.WITH_THE_AUTHOR, () -> approve(submission));
        As.viewer(world.pm(), () -> approvals.answer(submission, "Most asked for it."));

        As.viewer(world.manager(), () -> {
            var now = approvals.submission(submission);
            assertThat(now.state()).isEqualTo(SubmissionState.WAITING);
            assertThat(now.thread()).extracting(Post::kind).containsExactly(Post.Kind.QUESTION, Post.Kind.ANSWER);
            approve(submission);
        });
    }

    @Test
    void whoAnswersForAPlanHasAPartInItAndDecidesNoMore() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var both = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        As.viewer(
                both,
                () -> assertThat(approvals.submission(submission).mayDecide())
                        .as("no part in it yet")
                        .isTrue());
        As.viewer(world.manager(), () -> approvals.ask(submission, "Why the map first?"));
        As.viewer(both, () -> approvals.answer(submission, "Most asked for it."));
        As.viewer(world.manager(), () -> approvals.ask(submission, "How many?"));
        As.viewer(both, () -> approvals.answer(submission, "Forty."));

        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> approve(submission));
        As.viewer(
                both,
                () -> assertThat(approvals.submission(submission).authors()).contains(both.id()));
        assertThat(As.viewer(world.manager(), () -> approve(submission))).isNotNull();
    }

    @Test
    void editingAfterAQuestionSupersedesTheSubmission() {
        var world = plans.drafted();
        var first = plans.submitted(world);
        As.viewer(world.manager(), () -> approvals.ask(first, "Shorter?"));
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            var task = view.content().task(world.build()).orElseThrow();
            drafts.edit(
                    world.draft(),
                    view.version(),
                    List.of(new PlanOperation.Change(task, task.withDuration(WorkDays.of(4)))));
        });
        refused(world.manager(), PlanError.WITH_THE_AUTHOR, () -> approve(first));

        var second = plans.submitted(world);

        As.viewer(world.manager(), () -> {
            assertThat(approvals.submission(first).state()).isEqualTo(SubmissionState.SUPERSEDED);
            approve(second);
        });
    }

    @Test
    void aRejectionTakesAReasonAndGivesTheDraftBack() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        refused(world.manager(), CommonError.REQUIRED, () -> {
            approvals.reject(submission, " ");
            return 1;
        });

        As.viewer(world.manager(), () -> approvals.reject(submission, "Too late for the season."));

        As.viewer(world.pm(), () -> {
            assertThat(approvals.submission(submission).state()).isEqualTo(SubmissionState.REJECTED);
            assertThat(drafts.draft(world.draft()).editable()).isTrue();
        });
    }

    @Test
    void whoSignsAnotherContentThanShownIsRefused() {
        var world = plans.drafted();
        var submission = plans.submitted(world);

        refused(world.manager(), CommonError.STALE, () -> approvals.approve(submission, "0".repeat(64)));
    }

    @Test
    void whoMayDecideLeavesTheAuthorsOut() {
        var world = plans.drafted();
        var both = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        As.viewer(both, () -> {
            var view = drafts.draft(world.draft());
            scoping.decide(world.draft(), view.version(), world.photo(), true, "most asked for");
        });
        var submission = plans.submitted(world);

        As.viewer(
                world.pm(),
                () -> assertThat(approvals.whoMayDecide(submission))
                        .extracting(io.throughline.people.PersonInfo::id)
                        .contains(world.manager().id())
                        .doesNotContain(both.id()));
    }

    private BaselineId approve(SubmissionId submission) {
        return approvals.approve(submission, approvals.submission(submission).hash());
    }

    private long count(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void insertDecision(SubmissionId submission, Viewer by, String hash) {
        jdbc.sql("""
                insert into decision (id, submission_id, outcome, content_hash, decided_by, decided_at)
                values (:id, :submission, 'APPROVED', :hash, :by, utc_timestamp(6))
                """)
                .param("id", Ids.next())
                .param("submission", submission.value())
                .param("hash", hash)
                .param("by", by.id().value())
                .update();
    }
}
