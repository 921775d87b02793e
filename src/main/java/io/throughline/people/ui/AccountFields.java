package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.AccountData;
import io.throughline.people.AccountDetail;
import io.throughline.people.OrganisationDetail;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an administrator says about an account. */
class AccountFields extends Composite<Div> {

    private final TextField name = new TextField(getTranslation("people.person.name"));
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("people.roles"));
    private final ComboBox<OrganisationInfo> organisation =
            new ComboBox<>(getTranslation("people.person.organisation"));

    private final transient Organisations organisations;

    private final transient Function<DomainException, String> words;

    /** @param words of a refusal */
    AccountFields(Organisations organisations, Function<DomainException, String> words) {
        this.organisations = organisations;
        this.words = words;
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
        judgedByUs(name);
        judgedByUs(email);
        judgedByUs(roles);
        judgedByUs(organisation);
        getContent().add(name, email, roles, organisation);
    }

    /** What was wrong is so until it is changed. */
    private static <F extends HasValue<?, ?> & HasValidationProperties> void judgedByUs(F field) {
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    /** Says at each field what is wrong with it; the first gets the focus. @return whether nothing is */
    boolean accept(List<DomainException> problems) {
        fields().forEach(field -> field.setInvalid(false));
        problems.forEach(problem -> {
            var field = at(problem);
            field.setErrorMessage(words.apply(problem));
            field.setInvalid(true);
        });
        fields().filter(HasValidation::isInvalid)
                .findFirst()
                .ifPresent(first -> first.getElement().callJsFunction("focus"));
        return problems.isEmpty();
    }

    private Stream<HasValidationProperties> fields() {
        return Stream.of(name, email, roles, organisation);
    }

    private HasValidationProperties at(DomainException problem) {
        return switch (problem.code()) {
            case PeopleError.EMAIL_INVALID, PeopleError.EMAIL_LOOKS_LIKE_ANOTHER, PeopleError.EMAIL_TAKEN -> email;
            case PeopleError.ROLES_REQUIRED -> roles;
            case PeopleError.ORGANISATION_REQUIRED -> organisation;
            default -> problem.arguments().contains("people.email") ? email : name;
        };
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
