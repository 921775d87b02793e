package io.throughline.people;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** People for administrators, organisations for those who look after them. */
@Component
class PeoplePalette implements PaletteSource {

    private final AccountList list;
    private final OrganisationRepository organisations;

    PeoplePalette(AccountList list, OrganisationRepository organisations) {
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
                ? organisations.findByNameContainingIgnoreCaseOrderByNameAsc(query, Limit.of(limit)).stream()
                        .map(found -> new Entry("palette.organisation", found.name(), "organisations/" + found.uuid()))
                : Stream.<Entry>empty();
        return Stream.concat(people, homes).limit(limit).toList();
    }
}
