package io.throughline.plan.ui.draft;

import io.throughline.plan.content.Link;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.PlanOperation;
import io.throughline.shared.Id;
import java.util.ArrayList;
import java.util.List;

/** Taking an item out of a plan: the dependencies on it go with it; whatever else uses it stands in the way. */
final class Removal {

    private Removal() {}

    static List<PlanOperation> of(PlanContent plan, PlanItem item) {
        var operations = new ArrayList<PlanOperation>();
        for (var task : plan.tasks()) {
            if (waitsFor(task.links(), item.id())) {
                operations.add(new PlanOperation.Change(task, task.withLinks(without(task.links(), item.id()))));
            }
        }
        for (var milestone : plan.milestones()) {
            if (waitsFor(milestone.links(), item.id())) {
                operations.add(new PlanOperation.Change(
                        milestone, milestone.withLinks(without(milestone.links(), item.id()))));
            }
        }
        operations.add(new PlanOperation.Remove(item));
        return operations;
    }

    private static boolean waitsFor(List<Link> links, Id item) {
        return links.stream().anyMatch(link -> link.from().equals(item));
    }

    private static List<Link> without(List<Link> links, Id item) {
        return links.stream().filter(link -> !link.from().equals(item)).toList();
    }
}
