package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.AccountData;
import io.throughline.people.AccountDetail;
import io.throughline.people.OrganisationInfo;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator says about an account. */
class AccountFields extends Composite<Div> {

    private final TextField name = new TextField(getTranslation("people.person.name"));
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("people.roles"));
    private final ComboBox<OrganisationInfo> organisation =
            new ComboBox<>(getTranslation("people.person.organisation"));

    AccountFields(List<OrganisationInfo> organisations) {
        getContent().addClassName("tl-stack");
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> Labels.of(this, role));
        organisation.setItemLabelGenerator(OrganisationInfo::name);
        organisation.setHelperText(getTranslation("people.person.organisation.hint"));
        organisation.setClearButtonVisible(true);
        organisation.setItems(query -> {
            var typed = query.getFilter().orElse("").toLowerCase(getLocale());
            return organisations.stream()
                    .filter(o -> o.name().toLowerCase(getLocale()).contains(typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        getContent().add(name, email, roles, organisation);
    }

    /** Loses nothing of it, see {@link Kept}. */
    Kept kept(String object, List<OrganisationInfo> organisations) {
        return Kept.in(getContent(), object)
                .text("name", name)
                .text("email", email)
                .choice("roles", roles, AccountFields::names, AccountFields::roles)
                .choice(
                        "organisation",
                        organisation,
                        chosen -> chosen.id().value().toString(),
                        id -> organisations.stream()
                                .filter(o -> o.id().value().toString().equals(id))
                                .findFirst()
                                .orElse(null));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }

    void show(AccountDetail detail, List<OrganisationInfo> organisations) {
        name.setValue(detail.name());
        email.setValue(detail.email());
        roles.setValue(detail.roles());
        organisations.stream()
                .filter(o -> o.id().equals(detail.organisation()))
                .findFirst()
                .ifPresent(organisation::setValue);
    }

    AccountData value() {
        var home = organisation.getValue();
        return new AccountData(name.getValue(), email.getValue(), roles.getValue(), home == null ? null : home.id());
    }
}
