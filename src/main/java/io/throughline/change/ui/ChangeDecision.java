package io.throughline.change.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.change.ChangeDetail;
import io.throughline.change.ChangeState;
import io.throughline.people.PersonInfo;
import io.throughline.plan.PlanError;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.Submission;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.parts.DecisionCard;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Written;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The decision on a change that was handed in: made here, waited for, or made already. */
class ChangeDecision extends Composite<Div> {

    private final DecisionCard card = new DecisionCard();
    private final transient ChangePages pages;

    /** @param done runs an act, shows what became of it and tells so with a text of this key */
    ChangeDecision(
            ChangePages pages,
            ChangeDetail change,
            ProjectDetail project,
            Function<PersonId, String> names,
            BiConsumer<String, Runnable> done) {
        this.pages = pages;
        getContent().add(card);
        var submission = change.submission();
        if (submission == null || change.state() == ChangeState.WITHDRAWN) {
            card.told(getTranslation("change.withdrawn.told"));
            return;
        }
        card.hindered(submission.hindrances());
        var decided = submission.decision();
        if (decided != null) {
            card.decided(
                            decided,
                            names.apply(decided.by()),
                            pages.viewer().get().zone())
                    .signed(submission.hash());
            pages.baselines()
                    .madeOf(project.id(), submission.id())
                    .ifPresent(made -> card.with(Kit.link(
                            PlanNavigation.baselineHref(project.key(), made.number()),
                            getTranslation("approval.toBaseline", made.number()))));
        } else if (submission.mayDecide()) {
            deciding(change, submission, done);
        } else {
            undecided(change, submission);
        }
    }

    void focus() {
        card.focus();
    }

    private void deciding(ChangeDetail change, Submission submission, BiConsumer<String, Runnable> done) {
        var id = change.id();
        card.deciding(
                submission.hash(),
                getTranslation(
                        "change.signs",
                        change.baselineNumber() + 1,
                        Written.date(submission.finish(), getLocale()),
                        Written.money(
                                submission.cost(), submission.content().header().currency(), getLocale())),
                new DecisionCard.Acts(
                        change.stale() || !submission.hindrances().isEmpty()
                                ? null
                                : () -> done.accept(
                                        "change.approved.done",
                                        () -> pages.changes().approve(id, submission.hash())),
                        question -> done.accept(
                                "approval.asked.done", () -> pages.changes().ask(id, question)),
                        reason -> done.accept(
                                "approval.rejected.done", () -> pages.changes().reject(id, reason))));
    }

    private void undecided(ChangeDetail change, Submission submission) {
        var me = pages.viewer().get();
        if (submission.mayAnswer()) {
            card.told(getTranslation("approval.questioned.you"))
                    .with(Kit.link(PlanNavigation.draftHref(change.draft()), getTranslation("change.copy.edit")));
        } else if (change.state() == ChangeState.QUESTIONED) {
            card.told(getTranslation("approval.questioned"));
        }
        if (me.is(Role.MANAGER) && submission.authors().contains(me.id())) {
            card.told(getTranslation(PlanError.AUTHOR_CANNOT_DECIDE.key()));
        }
        card.waitingFor(
                        pages.changes().whoMayDecide(change.id()).stream()
                                .map(PersonInfo::name)
                                .toList(),
                        pages.names().administrators())
                .signed(submission.hash());
    }
}
