package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.change.ChangeList;
import io.throughline.change.ChangeRow;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.ui.parts.ProjectSection;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The changes of a project on its page, and where a new one begins. */
@org.springframework.stereotype.Component
@Order(20)
class ChangesOfProject implements ProjectSection {

    private final ChangeList changes;
    private final CurrentViewer viewer;

    ChangesOfProject(ChangeList changes, CurrentViewer viewer) {
        this.changes = changes;
        this.viewer = viewer;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public Optional<Component> of(ProjectDetail project) {
        return project.access().seesMoney() && project.baseline() != null
                ? Optional.of(new Card(
                        project, changes.ofProject(project.id()), viewer.get().zone()))
                : Optional.empty();
    }

    private static final class Card extends Composite<Section> {

        /** The newest; all of them have a page of their own. */
        private static final int SHOWN = 8;

        Card(ProjectDetail project, List<ChangeRow> rows, ZoneId zone) {
            getContent().addClassName("tl-card");
            getContent().add(new H2(getTranslation("changes.heading")));
            if (rows.isEmpty()) {
                getContent().add(Kit.dim(getTranslation("changes.none.text")));
            } else {
                var list = new UnorderedList();
                list.addClassName("tl-list");
                rows.stream()
                        .limit(SHOWN)
                        .forEach(row -> list.add(new ListItem(
                                Kit.link(ChangeNavigation.changeHref(row.key()), row.key() + " " + row.title()),
                                Kit.row(ChangePages.badge(this, row.state()), new Moment(row.proposedAt(), zone)))));
                getContent().add(list);
                if (rows.size() > SHOWN) {
                    getContent()
                            .add(Kit.link(
                                    ChangeNavigation.foundHref(project.key()),
                                    getTranslation("change.card.all", rows.size())));
                }
            }
            if (project.access().manages()) {
                var propose = Kit.link(ChangeNavigation.proposeHref(project.key()), getTranslation("change.propose"));
                propose.addClassName("change-propose");
                getContent().add(propose);
            }
        }
    }
}
