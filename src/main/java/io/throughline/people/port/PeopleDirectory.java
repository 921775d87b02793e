package io.throughline.people.port;

import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.people.organisation.Organisation;
import io.throughline.people.organisation.OrganisationList;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names persons and organisations: to administrators all, to managers organisations, to everybody themselves. */
@Component
class PeopleDirectory implements ObjectDirectory {

    private final AccountStore accounts;
    private final OrganisationList organisations;

    PeopleDirectory(AccountStore accounts, OrganisationList organisations) {
        this.accounts = accounts;
        this.organisations = organisations;
    }

    @Override
    public List<String> kinds() {
        return List.of(Person.KIND, Organisation.KIND);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var found = new HashMap<UUID, Entry>();
        var own = viewer.id().value();
        var administrator = viewer.is(Role.ADMINISTRATOR);
        var people = ids(objects, Person.KIND).stream()
                .filter(id -> administrator || id.equals(own))
                .toList();
        if (!people.isEmpty()) {
            accounts.persons(people)
                    .forEach(person -> found.put(
                            person.uuid(),
                            new Entry(person.name(), administrator ? "people/" + person.uuid() : "profile")));
        }
        var homes = ids(objects, Organisation.KIND);
        if (!homes.isEmpty() && (administrator || viewer.is(Role.MANAGER))) {
            organisations
                    .names(homes)
                    .forEach((home, name) -> found.put(home, new Entry(name, "organisations/" + home)));
        }
        return found;
    }

    private static List<UUID> ids(Collection<ObjectRef> objects, String kind) {
        return objects.stream()
                .filter(ref -> ref.kind().equals(kind))
                .map(ObjectRef::id)
                .distinct()
                .toList();
    }
}
