package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.people.PersonInfo;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.ProjectMember;
import io.throughline.plan.Projects;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Act;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.Notices;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of the project: who plans it, who works in it. All managers of the house read it anyway. */
class PeoplePart extends Part {

    private static final String MANAGES = "manages";
    private static final String MEMBER = "member";
    private static final String GO = "go";

    private final DraftDesk desk;
    private final Projects projects;
    private final ComboBox<PersonInfo> person;
    private final Checkbox manages;
    private final Div adding;
    private final LongTable table;

    PeoplePart(DraftDesk desk) {
        this.desk = desk;
        projects = desk.services().projects();
        person = new ComboBox<>(getTranslation("draft.person"));
        person.setItemLabelGenerator(PersonInfo::name);
        manages = new Checkbox(getTranslation("draft.person.manages"));
        var letIn = new Button(getTranslation("draft.person.letIn"), click -> letIn());
        letIn.addThemeVariants(ButtonVariant.PRIMARY);
        adding = Kit.div("draft-line", person, manages, letIn);
        person.addValueChangeListener(change -> offerManaging());
        table = new LongTable(
                        getTranslation("draft.people.caption"),
                        List.of(
                                Column.text(getTranslation("draft.person")),
                                Column.text(getTranslation("draft.person.role"))),
                        this::page)
                .acting(this::act);
        var text = new Paragraph(getTranslation("draft.people.text"));
        text.addClassName("tl-dim");
        getContent().add(Kit.card(getTranslation("enum.DraftSection.PEOPLE"), Kit.stack(text, adding, table)));
    }

    @Override
    void show(DraftDetail view) {
        var detail = projects.project(view.project());
        adding.setVisible(detail.access().manages());
        if (detail.access().manages()) {
            var known = ids(detail.members());
            person.setItems(Stream.concat(withRole(Role.PROJECT_MANAGER), withRole(Role.TEAM_MEMBER))
                    .distinct()
                    .filter(one -> !known.contains(one.id()))
                    .sorted(Comparator.comparing(PersonInfo::name, String.CASE_INSENSITIVE_ORDER))
                    .toList());
            offerManaging();
        }
        table.refresh();
    }

    /** Only who is a project manager can manage this project. */
    private void offerManaging() {
        var chosen = person.getValue();
        boolean may = chosen != null && mayManage(chosen.id());
        manages.setEnabled(may);
        if (!may) {
            manages.setValue(false);
        }
    }

    private LongTable.Page page(int offset, int limit) {
        var detail = projects.project(desk.view().project());
        var names = desk.services().people().names(ids(detail.members()));
        var members = detail.members().stream()
                .sorted(Comparator.comparing(member -> names.getOrDefault(member.person(), "")))
                .toList();
        return LongTable.Page.of(members, offset, limit, member -> {
            var name = names.getOrDefault(member.person(), "");
            var row = LongTable.Row.of(
                    member.person().value(),
                    Cell.of(name),
                    Cell.of(getTranslation(member.manages() ? "draft.person.plans" : "draft.person.works")));
            return detail.access().manages() ? row.with(acts(member, name)) : row;
        });
    }

    private Act[] acts(ProjectMember member, String name) {
        var go = new Act(GO, getTranslation("draft.person.letGo"), getTranslation("draft.person.letGo.whom", name));
        if (member.manages()) {
            var text = getTranslation("draft.person.makeMember");
            return new Act[] {new Act(MEMBER, text, name + ": " + text), go};
        }
        if (mayManage(member.person())) {
            var text = getTranslation("draft.person.makeManager");
            return new Act[] {new Act(MANAGES, text, name + ": " + text), go};
        }
        return new Act[] {go};
    }

    private void letIn() {
        var chosen = person.getValue();
        if (chosen == null) {
            Missing.say(person);
            return;
        }
        projects.letIn(desk.view().project(), chosen.id(), manages.getValue());
        person.clear();
        desk.refresh();
        Notices.done(getTranslation("draft.person.in", chosen.name()));
    }

    private void act(String what, UUID id) {
        var project = desk.view().project();
        var who = new PersonId(id);
        if (!what.equals(GO)) {
            projects.letIn(project, who, what.equals(MANAGES));
            desk.refresh();
            return;
        }
        var name = desk.services().people().names(Set.of(who)).getOrDefault(who, "");
        boolean managed = projects.project(project).members().stream()
                .anyMatch(member -> member.person().equals(who) && member.manages());
        projects.letGo(project, who);
        if (who.equals(desk.services().viewer().get().id())) {
            UI.getCurrent().navigate(PlanNavigation.projectsHref());
            return;
        }
        desk.refresh();
        Notices.undoable(this, getTranslation("draft.person.gone", name), () -> {
            projects.letIn(project, who, managed);
            desk.refresh();
        });
    }

    private boolean mayManage(PersonId who) {
        return desk.services().people().has(who, Role.PROJECT_MANAGER);
    }

    private Stream<PersonInfo> withRole(Role role) {
        return desk.services().people().withRole(role).stream();
    }

    private static Set<PersonId> ids(List<ProjectMember> members) {
        return members.stream().map(ProjectMember::person).collect(Collectors.toSet());
    }
}
