package io.throughline.people.intake;

import io.throughline.people.OrganisationInfo;
import io.throughline.shared.OrganisationId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Organisations by the names people write in a file, in any case. */
public final class Homes {

    private final Map<String, OrganisationId> byName;

    public Homes(List<OrganisationInfo> organisations) {
        byName = organisations.stream()
                .collect(Collectors.toMap(one -> key(one.name()), OrganisationInfo::id, (first, second) -> first));
    }

    public @Nullable OrganisationId named(String name) {
        return byName.get(key(name));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
