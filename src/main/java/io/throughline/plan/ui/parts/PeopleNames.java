package io.throughline.plan.ui.parts;

import io.throughline.people.People;
import io.throughline.people.PersonInfo;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Names of people on pages. */
@Component
public class PeopleNames {

    private static final String NOBODY = "–";

    private final People people;

    PeopleNames(People people) {
        this.people = people;
    }

    /** Of these people; a person who is gone has none. */
    public Function<PersonId, String> of(Collection<PersonId> ids) {
        var names = people.names(ids);
        return id -> names.getOrDefault(id, NOBODY);
    }

    /** Whom to ask when nobody may decide. */
    public List<String> administrators() {
        return people.withRole(Role.ADMINISTRATOR).stream()
                .map(PersonInfo::name)
                .toList();
    }
}
