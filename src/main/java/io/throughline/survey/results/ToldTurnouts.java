package io.throughline.survey.results;

import io.throughline.shared.OrganisationId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Turnout;
import io.throughline.survey.count.KnownCells;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Who was asked and who has answered, as far as the viewer is to know. */
@Component
public class ToldTurnouts {

    private final ResultsAccess reading;
    private final Turnouts turnouts;
    private final AnonymousResults anonymous;
    private final KeptResults kept;

    ToldTurnouts(ResultsAccess reading, Turnouts turnouts, AnonymousResults anonymous, KeptResults kept) {
        this.reading = reading;
        this.turnouts = turnouts;
        this.anonymous = anonymous;
        this.kept = kept;
    }

    /**
     * Per organisation, by name; per segment that may be looked at alone for those who are not to know who answered.
     *
     * @param readable with this filter
     */
    public List<Turnout> of(ReadableResults readable, ResultsFilter filter) {
        return told(readable, filter, () -> turnouts.of(readable.campaign().id(), filter));
    }

    /** As {@link #of(ReadableResults, ResultsFilter)}. @param state of the cells wanted */
    public List<Turnout> of(ReadableResults readable, ResultsFilter filter, KnownCells state) {
        return told(readable, filter, () -> turnouts.of(readable.campaign().id(), filter, state));
    }

    private List<Turnout> told(ReadableResults readable, ResultsFilter filter, Supplier<List<Turnout>> byOrganisation) {
        var campaign = readable.campaign();
        if (campaign.removedAt() != null) {
            return kept.turnout(campaign.id(), filter.segment());
        }
        if (campaign.isAnonymous()) {
            return anonymous.turnout(campaign.id(), filter.segment(), byOrganisation.get());
        }
        return readable.names() ? byOrganisation.get() : ConfidentialResults.turnout(byOrganisation.get());
    }

    /** The segments asked whose figures the viewer may read alone, in alphabetical order. */
    public List<String> segments(ReadableResults readable) {
        var campaign = readable.campaign();
        if (campaign.removedAt() != null) {
            return kept.segments(campaign.id());
        }
        if (!readable.names()) {
            return reading.segments(campaign);
        }
        return turnouts.bySegment(campaign.id(), ResultsFilter.NONE).stream()
                .map(Turnout::segment)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /**
     * The organisations asked, by name; none for those who are not to know who answered, who may not filter by anything but
     * segments, and where single answers were removed.
     */
    public Map<OrganisationId, String> organisations(ReadableResults readable) {
        return readable.names() && readable.campaign().removedAt() == null
                ? turnouts.organisations(readable.campaign().id())
                : Map.of();
    }
}
