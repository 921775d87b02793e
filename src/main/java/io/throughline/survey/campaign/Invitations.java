package io.throughline.survey.campaign;

import io.throughline.people.Customer;
import io.throughline.people.Customers;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.Audience;
import io.throughline.survey.Audience.Reach;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyError;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was invited to a campaign: one row per person, never changed. Of an organisation asked as a whole everybody is
 * invited but those without an account, who are known from an import only and can't be reached, and those whose account is
 * disabled.
 */
@Component
public class Invitations {

    private static final String REACHABLE = """
            select p.id, p.organisation_id
            from person p join account a on a.id = p.id
            where a.state <> 'DISABLED'
            """;

    private final Organisations organisations;
    private final Customers customers;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    Invitations(Organisations organisations, Customers customers, JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.organisations = organisations;
        this.customers = customers;
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** How many an audience is, were it asked now. */
    public Reach reach(Audience audience) {
        var whole = whole(audience);
        int people = whole.isEmpty() ? 0 : reachable(whole).size();
        var single = customers.byIds(audience.people()).stream()
                .filter(one -> !whole.contains(one.organisation().value()))
                .toList();
        var all = new HashSet<>(whole);
        single.forEach(one -> all.add(one.organisation().value()));
        return new Reach(all.size(), people + single.size());
    }

    /**
     * Invites an audience; the organisations' segments and weights are frozen with it.
     *
     * @param leftOut who is not asked, though meant; nor later, if the campaign follows
     * @return who is invited
     * @throws DomainException NO_AUDIENCE if nobody is meant, NOT_FOUND if somebody meant isn't there
     */
    Set<PersonId> invite(Campaign campaign, Audience audience, Set<PersonId> leftOut) {
        var whole = whole(audience);
        var single = customers.byIds(audience.people());
        if (single.size() < audience.people().size()) {
            throw DomainException.notFound();
        }
        var voices = voices(whole, single);
        batch.batchUpdate(
                "insert into survey_audience (campaign_id, organisation_id, segment, weight, whole) values (?, ?, ?, ?, ?)",
                voices.stream()
                        .map(one -> new Object[] {
                            campaign.uuid(),
                            one.id().value(),
                            one.segment(),
                            one.weight(),
                            whole.contains(one.id().value())
                        })
                        .toList());
        batch.batchUpdate(
                "insert into campaign_segment (campaign_id, segment) values (?, ?)",
                audience.segments().stream()
                        .map(segment -> new Object[] {campaign.uuid(), segment})
                        .toList());
        var now = Utc.now(clock);
        var people = new LinkedHashMap<PersonId, OrganisationId>();
        if (!whole.isEmpty()) {
            people.putAll(reachable(whole));
        }
        single.forEach(one -> people.put(one.id(), one.organisation()));
        people.keySet().removeAll(leftOut);
        batch.batchUpdate(
                "insert into campaign_left_out (campaign_id, person_id) values (?, ?)",
                leftOut.stream()
                        .map(one -> new Object[] {campaign.uuid(), one.value()})
                        .toList());
        invite(campaign.id(), people, now);
        return Set.copyOf(people.keySet());
    }

    private Map<PersonId, OrganisationId> reachable(Collection<UUID> whole) {
        return people(jdbc.sql(REACHABLE + "and p.organisation_id in (:organisations)")
                .param("organisations", whole));
    }

    private static Map<PersonId, OrganisationId> people(JdbcClient.StatementSpec query) {
        var people = new LinkedHashMap<PersonId, OrganisationId>();
        query.query((row, number) -> Map.entry(
                        new PersonId(Columns.uuid(row, "id")),
                        new OrganisationId(Columns.uuid(row, "organisation_id"))))
                .list()
                .forEach(one -> people.put(one.getKey(), one.getValue()));
        return people;
    }

    private Collection<OrganisationInfo> voices(Set<UUID> whole, List<Customer> single) {
        var meant = new HashSet<OrganisationId>();
        whole.forEach(id -> meant.add(new OrganisationId(id)));
        single.forEach(one -> meant.add(one.organisation()));
        var found = organisations.byIds(meant);
        if (found.isEmpty()) {
            throw new DomainException(SurveyError.NO_AUDIENCE);
        }
        if (found.size() < meant.size()) {
            throw DomainException.notFound();
        }
        return found.values();
    }

    /** Organisations meant as a whole, by themselves or by their segment. */
    private Set<UUID> whole(Audience audience) {
        var whole = new HashSet<UUID>();
        audience.organisations().forEach(one -> whole.add(one.value()));
        if (!audience.segments().isEmpty()) {
            whole.addAll(jdbc.sql("select id from organisation where segment in (:segments)")
                    .param("segments", audience.segments())
                    .query(UUID.class)
                    .list());
        }
        return whole;
    }

    /** Invites people by name; who is invited already stays as they were. */
    public void invite(CampaignId campaign, Map<PersonId, OrganisationId> people, Instant now) {
        batch.batchUpdate(
                "insert ignore into campaign_invitation (campaign_id, person_id, organisation_id, invited_at)"
                        + " values (?, ?, ?, ?)",
                people.entrySet().stream()
                        .map(one -> new Object[] {
                            campaign.value(),
                            one.getKey().value(),
                            one.getValue().value(),
                            Utc.column(now)
                        })
                        .toList());
    }

    /** Campaigns that also ask who comes while they are open. */
    List<CampaignId> following() {
        return jdbc.sql("""
                        select id from campaign
                        where following and opens_at <= :now and closes_at > :now
                          and (closed_at is null or closed_at > :now)""")
                .param("now", Utc.column(clock.instant()))
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .list();
    }

    /** Invites who has come to an organisation or a segment asked, and says who that is. */
    Set<PersonId> follow(CampaignId campaign) {
        addVoices(campaign);
        var come = people(jdbc.sql(REACHABLE + """
                        and p.organisation_id in (
                            select au.organisation_id from survey_audience au where au.campaign_id = :campaign and au.whole)
                        and not exists (
                            select 1 from campaign_left_out l where l.campaign_id = :campaign and l.person_id = p.id)
                        and not exists (
                            select 1 from campaign_invitation c where c.campaign_id = :campaign and c.person_id = p.id)""").param("campaign", campaign.value()));
        invite(campaign, come, Utc.now(clock));
        return come.keySet();
    }

    private void addVoices(CampaignId campaign) {
        var come = jdbc.sql("""
                        select o.id, o.segment, o.weight from campaign_segment s join organisation o on o.segment = s.segment
                        where s.campaign_id = :campaign and not exists (
                            select 1 from survey_audience au
                            where au.campaign_id = :campaign and au.organisation_id = o.id)""")
                .param("campaign", campaign.value())
                .query((row, number) -> new Object[] {
                    campaign.value(), Columns.uuid(row, "id"), row.getString("segment"), row.getBigDecimal("weight")
                })
                .list();
        batch.batchUpdate("""
                insert ignore into survey_audience (campaign_id, organisation_id, segment, weight, whole)
                values (?, ?, ?, ?, true)""", come);
    }

    /** How a campaign's audience was put together, to be proposed again: of those asked by name whoever can be asked. */
    public Audience.Again audience(Campaign campaign) {
        var whole = jdbc.sql("select organisation_id from survey_audience where campaign_id = ? and whole")
                .param(campaign.uuid())
                .query(UUID.class)
                .list();
        var segments = jdbc.sql("select segment from campaign_segment where campaign_id = ?")
                .param(campaign.uuid())
                .query(String.class)
                .list();
        var bySegment = segments.isEmpty()
                ? Set.<UUID>of()
                : new HashSet<>(jdbc.sql("select id from organisation where segment in (:segments)")
                        .param("segments", segments)
                        .query(UUID.class)
                        .list());
        var people = jdbc.sql("""
                        select i.person_id from campaign_invitation i
                        join survey_audience au on au.campaign_id = i.campaign_id and au.organisation_id = i.organisation_id
                        where i.campaign_id = ? and not au.whole""").param(campaign.uuid()).query(UUID.class).list();
        var set = new HashSet<OrganisationId>();
        whole.stream().filter(one -> !bySegment.contains(one)).forEach(one -> set.add(new OrganisationId(one)));
        var asked = new HashSet<PersonId>();
        people.forEach(one -> asked.add(new PersonId(one)));
        var askable = customers.byIds(asked).stream().map(Customer::id).collect(Collectors.toSet());
        return new Audience.Again(
                new Audience(set, Set.copyOf(segments), askable, campaign.following()), asked.size() - askable.size());
    }
}
