package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import java.util.Set;

/**
 * Whom a campaign asks: everybody of some organisations, everybody of the organisations of some segments, and some people
 * by name. Who is meant by more than one of these is asked once.
 *
 * @param following also who comes to one of the organisations or segments while the campaign is open; else the audience is
 *     frozen when it is published
 */
public record Audience(
        Set<OrganisationId> organisations, Set<String> segments, Set<PersonId> people, boolean following) {

    public Audience {
        organisations = Set.copyOf(organisations);
        segments = Set.copyOf(segments);
        people = Set.copyOf(people);
    }

    public boolean isEmpty() {
        return organisations.isEmpty() && segments.isEmpty() && people.isEmpty();
    }

    /**
     * Whom a campaign asked, to be asked again.
     *
     * @param leftOut how many it asked by name who can't be asked any more: their account is disabled or gone, or is no
     *     customer's
     */
    public record Again(Audience audience, int leftOut) {}

    /** How many an audience is. */
    public record Reach(int organisations, int people) {}
}
