package io.throughline.api;

import io.throughline.shared.OrganisationId;
import io.throughline.survey.Round;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom a request wants to be asked, when, and in which languages. */
interface NewRound {

    /** Ids of organisations. */
    List<UUID> audience();

    @Nullable
    Instant opensAt();

    @Nullable
    Instant closesAt();

    /** Codes; none for English. */
    List<String> languages();

    /** @throws ApiProblem MALFORMED without its times */
    default Round round() {
        var opensAt = opensAt();
        var closesAt = closesAt();
        if (opensAt == null || closesAt == null) {
            throw new ApiProblem(ApiError.MALFORMED, "", "opensAt, closesAt");
        }
        return new Round(audience().stream().map(OrganisationId::new).collect(Collectors.toSet()), opensAt, closesAt);
    }

    default List<Locale> locales() {
        return languages().isEmpty()
                ? List.of(Locale.ENGLISH)
                : languages().stream().map(Locale::of).toList();
    }
}
