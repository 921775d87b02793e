package io.throughline.people;

import io.throughline.people.account.AccountStore;
import io.throughline.people.organisation.Organisation;
import io.throughline.people.organisation.OrganisationList;
import io.throughline.people.organisation.OrganisationRepository;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations customers belong to. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Organisations {

    private static final int LARGEST_PAGE = 200;
    private static final Set<Role> CHOOSERS = EnumSet.of(Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMINISTRATOR);

    private final OrganisationRepository organisations;
    private final AccountStore accounts;
    private final OrganisationList list;
    private final CurrentViewer viewer;

    Organisations(
            OrganisationRepository organisations, AccountStore accounts, OrganisationList list, CurrentViewer viewer) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.list = list;
        this.viewer = viewer;
    }

    /** All of them, by name. */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','ADMINISTRATOR')")
    public List<OrganisationInfo> all() {
        return organisations.findAllByOrderByNameAsc().stream()
                .map(Organisation::info)
                .toList();
    }

    /** Those of them that exist and the viewer may know of: for who doesn't choose among them, their own one. */
    @PreAuthorize("isAuthenticated() or hasRole('RESPONDENT')")
    public Map<OrganisationId, OrganisationInfo> byIds(Collection<OrganisationId> ids) {
        // A command on the server acts for no person, and knows all.
        var readable = ids.stream()
                .filter(id -> viewer.find()
                        .map(reader -> CHOOSERS.stream().anyMatch(reader::is) || id.equals(reader.organisation()))
                        .orElse(true))
                .map(OrganisationId::value)
                .toList();
        if (readable.isEmpty()) {
            return Map.of();
        }
        return organisations.findByIdIn(readable).stream()
                .map(Organisation::info)
                .collect(Collectors.toMap(OrganisationInfo::id, Function.identity()));
    }

    /**
     * By name, with what those need who look after them.
     *
     * @param text part of the name, any case; empty for all
     * @param limit at most 200
     */
    @PreAuthorize("hasAnyRole('MANAGER','ADMINISTRATOR')")
    public List<OrganisationDetail> find(String text, int offset, int limit) {
        return list.find(text, Math.max(0, offset), Math.clamp(limit, 0, LARGEST_PAGE));
    }

    @PreAuthorize("hasAnyRole('MANAGER','ADMINISTRATOR')")
    public int count(String text) {
        return list.count(text);
    }

    @PreAuthorize("hasAnyRole('MANAGER','ADMINISTRATOR')")
    public Optional<OrganisationDetail> detail(OrganisationId id) {
        return organisations
                .findById(id.value())
                .map(o -> new OrganisationDetail(o.info(), accounts.countOf(id), o.version()));
    }

    /**
     * A new one, of weight 1.
     *
     * @param segment may be empty
     * @throws DomainException REQUIRED, TOO_LONG, ORGANISATION_NAME_TAKEN
     */
    @Command
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public OrganisationId create(String name, String segment) {
        requireFreeName(name, null);
        return organisations.save(new Organisation(name, segment)).id();
    }

    /** @throws DomainException NOT_FOUND, STALE, REQUIRED, TOO_LONG, ORGANISATION_NAME_TAKEN */
    @Command
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void rename(OrganisationId id, long version, String name) {
        change(id, version, organisation -> {
            requireFreeName(name, organisation);
            organisation.rename(name);
        });
    }

    /** @throws DomainException NOT_FOUND, STALE, TOO_LONG */
    @Command
    @PreAuthorize("hasAnyRole('MANAGER','ADMINISTRATOR')")
    public void moveToSegment(OrganisationId id, long version, String segment) {
        change(id, version, organisation -> organisation.moveToSegment(segment));
    }

    /**
     * Sets how much its voice counts in surveys that open from now on; the others keep the weight they have.
     *
     * @param weight 0–1000, four decimals
     * @throws DomainException NOT_FOUND, STALE, OUT_OF_RANGE
     */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void weigh(OrganisationId id, long version, BigDecimal weight) {
        change(id, version, organisation -> organisation.weigh(weight));
    }

    private void change(OrganisationId id, long version, Consumer<Organisation> act) {
        var organisation = organisations.findById(id.value()).orElseThrow(DomainException::notFound);
        organisation.requireVersion(version);
        act.accept(organisation);
        organisations.save(organisation);
    }

    /** Asked before anything changes: the database would refuse the change first, and less kindly. */
    private void requireFreeName(String name, @Nullable Organisation self) {
        organisations
                .findFirstByNameIgnoreCase(Organisation.named(name))
                .filter(other -> !other.equals(self))
                .ifPresent(other -> {
                    throw new DomainException(PeopleError.ORGANISATION_NAME_TAKEN);
                });
    }
}
