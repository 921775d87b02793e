package io.throughline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Separation of duties: people who hold both roles do by chance whatever the services offer, and a model in memory says what
 * must come of it.
 */
@IntegrationTest
class DutiesIT extends PlanCase {

    private static final int PROJECTS = 10;
    private static final int STEPS = 40;

    private enum Act {
        EDIT,
        EDIT_AND_TAKE_BACK,
        SUBMIT,
        ASK,
        ANSWER,
        REJECT,
        APPROVE
    }

    private enum State {
        OPEN,
        WAITING,
        QUESTIONED,
        APPROVED
    }

    /** What must come of an act, without a database. */
    private static final class Model {

        private final Set<Viewer> authors = new HashSet<>();

        /** Of what was handed in last. */
        private Set<Viewer> submitters = Set.of();

        private State state = State.OPEN;

        /** Null where it is done. */
        @Nullable
        ErrorCode act(Act act, Viewer by) {
            var refusal = refusal(act, by);
            if (refusal == null) {
                if (act != Act.ASK && act != Act.REJECT && act != Act.APPROVE) {
                    authors.add(by);
                }
                if (act == Act.SUBMIT || act == Act.ANSWER) {
                    submitters = Set.copyOf(authors);
                }
                state = switch (act) {
                    case EDIT, EDIT_AND_TAKE_BACK, REJECT -> State.OPEN;
                    case SUBMIT, ANSWER -> State.WAITING;
                    case ASK -> State.QUESTIONED;
                    case APPROVE -> State.APPROVED;
                };
            }
            return refusal;
        }

        private @Nullable ErrorCode refusal(Act act, Viewer by) {
            return switch (act) {
                case EDIT, EDIT_AND_TAKE_BACK, SUBMIT ->
                    switch (state) {
                        case OPEN, QUESTIONED -> null;
                        case WAITING -> PlanError.DRAFT_SUBMITTED;
                        case APPROVED -> PlanError.DRAFT_CLOSED;
                    };
                case ANSWER -> state == State.QUESTIONED ? null : PlanError.NO_OPEN_QUESTION;
                case ASK, REJECT, APPROVE ->
                    submitters.contains(by)
                            ? PlanError.AUTHOR_CANNOT_DECIDE
                            : switch (state) {
                                case WAITING -> null;
                                case APPROVED -> PlanError.ALREADY_DECIDED;
                                case OPEN, QUESTIONED -> PlanError.WITH_THE_AUTHOR;
                            };
            };
        }
    }

    @Test
    void whoever_had_a_part_in_a_plan_never_decides_on_it_whatever_came_before() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        int approved = 0;
        for (int project = 0; project < PROJECTS; project++) {
            approved += walk(random, "seed %d, project %d".formatted(seed, project));
        }
        assertThat(approved)
                .as("seed %d: approvals among all that is tried", seed)
                .isPositive();
    }

    /** @return how many baselines came of it */
    private int walk(Random random, String where) {
        var world = plans.drafted();
        var model = new Model();
        model.authors.add(world.pm());
        var some = people(world);
        @Nullable SubmissionId submission = null;
        var told = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            var by = some.get(random.nextInt(some.size()));
            var act = Act.values()[random.nextInt(Act.values().length)];
            if (model.submitters.isEmpty() && act.ordinal() > Act.SUBMIT.ordinal()) {
                continue;
            }
            told.add(some.indexOf(by) + " " + act);
            var outcome = outcome(by, act, world.draft(), submission);
            assertThat(outcome.refusal()).as("%s: %s", where, told).isEqualTo(model.act(act, by));
            submission = outcome.submission() == null ? submission : outcome.submission();
        }
        return decidedByNoAuthor(world, where);
    }

    /** Both roles each, and all let in, so that nothing but their part in the plan makes a difference. */
    private List<Viewer> people(PlanFixtures.World world) {
        var some = Stream.generate(() -> people.person(null, Role.PROJECT_MANAGER, Role.MANAGER))
                .limit(4)
                .toList();
        As.viewer(world.pm(), () -> some.forEach(one -> projects.letIn(world.project(), one.id(), true)));
        return some;
    }

    /** @param submission that was made, null for other acts and where it was refused */
    private record Outcome(
            @Nullable ErrorCode refusal, @Nullable SubmissionId submission) {}

    private Outcome outcome(Viewer by, Act act, DraftId draft, @Nullable SubmissionId last) {
        try {
            return new Outcome(null, As.viewer(by, () -> done(act, draft, last)));
        } catch (DomainException e) {
            return new Outcome(e.code(), null);
        }
    }

    private @Nullable SubmissionId done(Act act, DraftId draft, @Nullable SubmissionId last) {
        long version = drafts.draft(draft).version();
        switch (act) {
            case EDIT -> edit(draft, version);
            case EDIT_AND_TAKE_BACK -> drafts.undo(draft, edit(draft, version).version());
            case SUBMIT -> {
                return approvals.submit(draft, version);
            }
            case ASK -> approvals.ask(submitted(last), "Why?");
            case ANSWER -> approvals.answer(submitted(last), "Therefore.");
            case REJECT -> approvals.reject(submitted(last), "Not so.");
            case APPROVE ->
                approvals.approve(
                        submitted(last), approvals.submission(submitted(last)).hash());
        }
        return null;
    }

    private static SubmissionId submitted(@Nullable SubmissionId last) {
        return Objects.requireNonNull(last);
    }

    private DraftDetail edit(DraftId draft, long version) {
        var stage = new Stage(StageId.next(), Fixtures.unique("S"), "More", "", 9);
        return drafts.edit(draft, version, List.of(new PlanOperation.Add(stage)));
    }

    /** As the rows say it, which the model knows nothing of. */
    private int decidedByNoAuthor(PlanFixtures.World world, String where) {
        assertThat(jdbc.sql("""
                        select count(*) from decision d join submission s on s.id = d.submission_id
                        where s.draft_id = :draft and (
                            d.decided_by in (select person_id from draft_step where draft_id = :draft and done_at <= d.decided_at)
                            or exists (
                                select 1 from submission e join submission_author a on a.submission_id = e.id
                                where e.draft_id = :draft and e.submitted_at <= s.submitted_at
                                    and a.person_id = d.decided_by))""")
                        .param("draft", world.draft().value())
                        .query(Integer.class)
                        .single())
                .as(where)
                .isZero();
        return jdbc.sql("select count(*) from baseline where project_id = ?")
                .param(world.project().value())
                .query(Integer.class)
                .single();
    }
}
