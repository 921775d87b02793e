package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.AccountData;
import io.throughline.people.AccountDetail;
import io.throughline.people.OrganisationDetail;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator says about an account. */
class AccountFields extends Composite<Div> {

    private final TextField name = new TextField(getTranslation("people.person.name"));
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("people.roles"));
    private final ComboBox<OrganisationInfo> organisation =
            new ComboBox<>(getTranslation("people.person.organisation"));

    private final transient Organisations organisations;

    AccountFields(Organisations organisations) {
        this.organisations = organisations;
        getContent().addClassName("tl-stack");
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> Labels.of(this, role));
        organisation.setItemLabelGenerator(OrganisationInfo::name);
        organisation.setHelperText(getTranslation("people.person.organisation.hint"));
        organisation.setClearButtonVisible(true);
        organisation.setItems(
                query -> organisations.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream()
                        .map(OrganisationDetail::info));
        getContent().add(name, email, roles, organisation);
    }

    /** Loses nothing of it, see {@link Kept}. */
    Kept kept(String object) {
        return Kept.in(getContent(), object)
                .text("name", name)
                .text("email", email)
                .choice("roles", roles, AccountFields::names, AccountFields::roles)
                .choice(
                        "organisation",
                        organisation,
                        chosen -> chosen.id().value().toString(),
                        id -> home(OrganisationId.parse(id)));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }

    void show(AccountDetail detail) {
        name.setValue(detail.name());
        email.setValue(detail.email());
        roles.setValue(detail.roles());
        var home = detail.organisation();
        if (home != null) {
            organisation.setValue(home(home));
        }
    }

    private @Nullable OrganisationInfo home(OrganisationId id) {
        return organisations.byIds(List.of(id)).get(id);
    }

    AccountData value() {
        var home = organisation.getValue();
        return new AccountData(name.getValue(), email.getValue(), roles.getValue(), home == null ? null : home.id());
    }
}
