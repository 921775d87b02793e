package io.throughline.survey.results;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.TypedText;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.CampaignId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the voices of the organisations weigh in a campaign. Frozen when it opens; managers may set others, with a reason. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Weights {

    /** A weight may have so many. */
    public static final int DECIMALS = 4;

    private static final BigDecimal LARGEST = new BigDecimal("10000000");
    private static final int LONGEST_REASON = 2_000;

    private final ResultsAccess reading;
    private final WeightSets sets;
    private final Organisations organisations;
    private final CurrentViewer viewer;

    Weights(ResultsAccess reading, WeightSets sets, Organisations organisations, CurrentViewer viewer) {
        this.reading = reading;
        this.sets = sets;
        this.organisations = organisations;
        this.viewer = viewer;
    }

    /**
     * @param frozen when the campaign was published
     * @param weight in force
     */
    public record Weight(OrganisationId organisation, String name, BigDecimal frozen, BigDecimal weight) {}

    /**
     * @param number of the set in force; 0 for the frozen one
     * @param weights by name; none for those who are not to know who answered
     * @param changes newest first
     */
    public record InForce(int number, List<Weight> weights, List<WeightSets.Change> changes) {}

    /** @throws DomainException NOT_FOUND */
    public InForce of(CampaignId campaign) {
        boolean names = reading.readable(campaign).names();
        var changes = sets.changes(campaign);
        return new InForce(
                changes.isEmpty() ? 0 : changes.getFirst().number(),
                names ? named(sets.weights(campaign)) : List.of(),
                changes);
    }

    private List<Weight> named(List<WeightSets.Weight> weights) {
        var names = organisations.byIds(weights.stream()
                .map(one -> new OrganisationId(one.organisation()))
                .collect(Collectors.toSet()));
        return weights.stream()
                .map(one -> {
                    var id = new OrganisationId(one.organisation());
                    OrganisationInfo info = names.get(id);
                    return new Weight(id, info == null ? "" : info.name(), one.frozen(), one.weight());
                })
                .sorted(Comparator.comparing(Weight::name))
                .toList();
    }

    /**
     * Sets the weight of one organisation; those of the others stay. All figures follow.
     *
     * @param seen number of the set that was in force when this was decided
     * @throws DomainException NOT_FOUND, OUT_OF_RANGE, REQUIRED without a reason, TOO_LONG, STALE,
     *     ANSWERS_REMOVED
     */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void change(CampaignId id, int seen, OrganisationId organisation, BigDecimal weight, String reason) {
        var why = TypedText.required(reason, "surveys.weights.reason", LONGEST_REASON);
        if (weight.signum() < 0 || weight.compareTo(LARGEST) > 0 || weight.scale() > DECIMALS) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "surveys.weight", 0, LARGEST);
        }
        var readable = reading.readable(id);
        readable.campaign().requireAnswers();
        var now = of(id);
        if (now.number() != seen) {
            throw new DomainException(CommonError.STALE);
        }
        var weights = new TreeMap<UUID, BigDecimal>();
        sets.weights(id).forEach(one -> weights.put(one.organisation(), one.weight()));
        if (!readable.names() || !weights.containsKey(organisation.value())) {
            throw DomainException.notFound();
        }
        weights.put(organisation.value(), weight);
        try {
            sets.replace(readable.campaign(), seen + 1, why, viewer.get().id(), weights);
        } catch (DuplicateKeyException e) {
            throw new DomainException(CommonError.STALE);
        }
    }
}
