package io.throughline.survey;

import io.throughline.people.credentials.Throttle;
import io.throughline.shared.Hashes;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.VersionContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a personal link opens. Looking at it starts nothing, so that a mail scanner may; it can be used again until the
 * campaign closes or the link is revoked.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("permitAll()")
public class PersonalAccess {

    private static final int KEYS = 20_000;

    private static final String LINK = """
            select l.id, l.campaign_id, l.person_id, i.organisation_id, c.survey_version_id, c.opens_at, c.closes_at,
                   c.closed_at
            from personal_link l
            join campaign c on c.id = l.campaign_id
            join campaign_invitation i on i.campaign_id = l.campaign_id and i.person_id = l.person_id
            where l.revoked_at is null
            """;

    /** Guessing from one place. What was no guess is given back. */
    private final Throttle addresses = new Throttle(30, Duration.ofSeconds(10), KEYS);

    private final AddressBook people;
    private final VersionContents contents;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalAccess(AddressBook people, VersionContents contents, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the first page says.
     *
     * @param name of the person invited
     * @param state only an open campaign can be answered
     */
    public record Welcome(LocalizedText title, String name, Instant opensAt, Instant closesAt, SurveyState state) {}

    /**
     * Whether nothing opens from there for a while, since too many links that don't work were tried.
     *
     * @param address where the request comes from
     */
    public boolean isPaused(String address) {
        return addresses.isSpent(Throttle.network(address), clock.instant());
    }

    /**
     * Whom the link welcomes; empty if it doesn't work (any more), or if too many that don't were tried from this address.
     *
     * @param address where the request comes from
     */
    public Optional<Welcome> look(String token, String address) {
        return known(token, address)
                .map(link -> new Welcome(
                        contents.of(link.version()).title(),
                        link.viewer().name(),
                        link.opensAt(),
                        link.closesAt(),
                        link.state(clock.instant())));
    }

    /** Who the link signs in: empty as with {@link #look}, and while the campaign isn't open. */
    public Optional<RespondentPrincipal> open(String token, String address) {
        return known(token, address)
                .filter(link -> link.state(clock.instant()) == SurveyState.OPEN)
                .map(link -> new RespondentPrincipal(link.viewer(), link.campaign(), link.id()));
    }

    /** Whether a session begun with a link may go on: the link isn't revoked, the campaign open, the account not disabled. */
    public boolean goesOn(RespondentPrincipal principal) {
        return find(jdbc.sql(LINK + "and l.id = ?").param(principal.link()))
                .filter(link -> link.state(clock.instant()) == SurveyState.OPEN)
                .isPresent();
    }

    /** Why a session begun with a link doesn't go on. */
    public LinkEnd end(RespondentPrincipal principal) {
        return find(jdbc.sql(LINK + "and l.id = ?").param(principal.link())).isPresent()
                ? LinkEnd.CLOSED
                : LinkEnd.REVOKED;
    }

    private Optional<Link> known(String token, String address) {
        var now = clock.instant();
        var from = Throttle.network(address);
        if (!addresses.take(from, now).isZero()) {
            return Optional.empty();
        }
        var link = find(jdbc.sql(LINK + "and l.token_hash = ?").param(Hashes.sha256(token)));
        link.ifPresent(found -> addresses.giveBack(from, now));
        return link;
    }

    private Optional<Link> find(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> Row.of(row)).optional().flatMap(this::link);
    }

    private Optional<Link> link(Row row) {
        return people.recipient(row.person())
                .map(found -> new Link(
                        row.id(),
                        row.campaign(),
                        row.version(),
                        new Viewer(
                                row.person(), found.name(), Set.of(), row.organisation(), found.locale(), found.zone()),
                        row.opensAt(),
                        row.announcedEnd(),
                        row.closedAt()));
    }

    private record Row(
            UUID id,
            CampaignId campaign,
            PersonId person,
            OrganisationId organisation,
            SurveyVersionId version,
            Instant opensAt,
            Instant announcedEnd,
            @Nullable Instant closedAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Columns.uuid(row, "id"),
                    new CampaignId(Columns.uuid(row, "campaign_id")),
                    new PersonId(Columns.uuid(row, "person_id")),
                    new OrganisationId(Columns.uuid(row, "organisation_id")),
                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                    Utc.instant(row, "opens_at"),
                    Utc.instant(row, "closes_at"),
                    Utc.optional(row, "closed_at"));
        }
    }

    private record Link(
            UUID id,
            CampaignId campaign,
            SurveyVersionId version,
            Viewer viewer,
            Instant opensAt,
            Instant announcedEnd,
            @Nullable Instant closedAt) {

        Instant closesAt() {
            return Campaign.end(announcedEnd, closedAt);
        }

        SurveyState state(Instant now) {
            return Campaign.state(now, opensAt, announcedEnd, closedAt);
        }
    }
}
