package io.throughline.people.account;

import io.throughline.people.PersonInfo;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with a name, with or without an account. The only place where a name stands. */
@Entity
@Table(name = "person")
public class Person extends AggregateRoot {

    public static final String KIND = "person";
    static final int NAME_LIMIT = 200;

    private String name = "";

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    protected Person() {}

    public Person(String name, @Nullable OrganisationId organisation) {
        rename(name);
        belongTo(organisation);
    }

    /** What an administrator says about them. */
    public void change(String newName, @Nullable OrganisationId newOrganisation) {
        var before = info();
        rename(newName);
        belongTo(newOrganisation);
        if (!info().equals(before)) {
            record(Act.of(ActKind.PERSON_CHANGED, new ObjectRef(KIND, uuid())));
        }
    }

    private void rename(String newName) {
        name = named(newName);
    }

    /**
     * A name as it would be kept.
     *
     * @throws DomainException REQUIRED, TOO_LONG
     */
    public static String named(String text) {
        return TypedText.required(TypedText.oneLine(text), "people.person.name", NAME_LIMIT);
    }

    private void belongTo(@Nullable OrganisationId organisation) {
        organisationId = organisation == null ? null : organisation.value();
    }

    public PersonId id() {
        return new PersonId(uuid());
    }

    public String name() {
        return name;
    }

    @Nullable
    public OrganisationId organisation() {
        return organisationId == null ? null : new OrganisationId(organisationId);
    }

    public PersonInfo info() {
        return new PersonInfo(id(), name, organisation());
    }
}
