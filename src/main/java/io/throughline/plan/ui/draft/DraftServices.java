package io.throughline.plan.ui.draft;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.people.People;
import io.throughline.plan.DraftId;
import io.throughline.plan.DraftOwner;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanApprovals;
import io.throughline.plan.Projects;
import io.throughline.plan.Scoping;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the parts of the plan editor ask. */
@Component
record DraftServices(
        Drafts drafts,
        Scoping scoping,
        Projects projects,
        PlanApprovals approvals,
        BacklogForPlanning backlog,
        People people,
        List<DraftOwner> owners,
        Texts texts,
        CurrentViewer viewer,
        Clock clock) {

    Optional<DraftOwner.Owner> ownerOf(DraftId draft) {
        return owners.stream().flatMap(owner -> owner.ownerOf(draft).stream()).findFirst();
    }
}
