package io.throughline.people.port;

import io.throughline.people.AccountFilter;
import io.throughline.people.account.AccountList;
import io.throughline.people.organisation.OrganisationList;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People for administrators, organisations for those who look after them. */
@Component
class PeoplePalette implements PaletteSource {

    private final AccountList list;
    private final OrganisationList organisations;

    PeoplePalette(AccountList list, OrganisationList organisations) {
        this.list = list;
        this.organisations = organisations;
    }

    @Override
    public List<Entry> find(Viewer viewer, String query, int limit) {
        var people = viewer.is(Role.ADMINISTRATOR)
                ? list.find(new AccountFilter(query, null, null), 0, limit).stream()
                        .map(row -> new Entry(
                                "palette.person",
                                row.name() + " · " + row.email(),
                                "people/" + row.id().value()))
                : Stream.<Entry>empty();
        var homes = viewer.is(Role.ADMINISTRATOR) || viewer.is(Role.MANAGER)
                ? organisations.named(query, limit).stream()
                        .map(found -> new Entry(
                                "palette.organisation",
                                found.name(),
                                "organisations/" + found.id().value()))
                : Stream.<Entry>empty();
        return Stream.concat(people, homes).limit(limit).toList();
    }
}
