package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.people.PersonInfo;
import io.throughline.plan.ProjectMember;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Tone;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who works on a project; its managers let people in and out. */
class MembersPart extends Composite<Div> {

    private final transient Function<PersonId, String> names;

    MembersPart(List<ProjectMember> members, Function<PersonId, String> names) {
        this.names = names;
        getContent().addClassName("tl-stack");
        getContent().add(list(members, null));
    }

    /**
     * @param candidates who may be let in
     * @param mayManage those of them who are project managers
     * @param letIn a person, and whether to manage the project
     */
    MembersPart(
            List<ProjectMember> members,
            Function<PersonId, String> names,
            List<PersonInfo> candidates,
            Predicate<PersonInfo> mayManage,
            BiConsumer<PersonId, Boolean> letIn,
            Consumer<PersonId> letGo) {
        this.names = names;
        getContent().addClassName("tl-stack");
        getContent().add(list(members, member -> {
            letGo.accept(member.person());
            Notices.undoable(
                    this,
                    getTranslation("project.member.gone", names.apply(member.person())),
                    () -> letIn.accept(member.person(), member.manages()));
        }));
        if (!candidates.isEmpty()) {
            getContent().add(form(candidates, mayManage, letIn));
        }
    }

    private UnorderedList list(List<ProjectMember> members, @Nullable Consumer<ProjectMember> letGo) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var member : members) {
            var row = Kit.row(new Span(names.apply(member.person())));
            if (member.manages()) {
                row.add(new Badge(Tone.INFO, "◆", getTranslation("project.member.manages")));
            }
            if (letGo != null) {
                var go = new Button(getTranslation("project.member.letGo"), click -> letGo.accept(member));
                go.addThemeVariants(ButtonVariant.TERTIARY);
                go.setAriaLabel(getTranslation("project.member.letGo.who", names.apply(member.person())));
                row.add(go);
            }
            list.add(new ListItem(row));
        }
        return list;
    }

    private Component form(
            List<PersonInfo> candidates, Predicate<PersonInfo> mayManage, BiConsumer<PersonId, Boolean> letIn) {
        var who = new ComboBox<PersonInfo>(getTranslation("project.member.add"));
        who.setItems(candidates);
        who.setItemLabelGenerator(PersonInfo::name);
        var manages = new Checkbox(getTranslation("project.member.asManager"));
        manages.setEnabled(false);
        who.addValueChangeListener(change -> {
            var person = change.getValue();
            manages.setEnabled(person != null && mayManage.test(person));
            manages.setValue(manages.getValue() && manages.isEnabled());
        });
        var go = new Button(getTranslation("project.member.letIn"), click -> {
            var person = who.getValue();
            if (person == null) {
                Missing.say(who);
                return;
            }
            letIn.accept(person.id(), manages.getValue());
        });
        var form = Kit.row(who, manages, go);
        form.addClassName("plan-form");
        return form;
    }
}
