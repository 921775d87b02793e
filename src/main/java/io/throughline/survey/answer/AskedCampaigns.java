package io.throughline.survey.answer;

import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.design.SurveyVersion;
import io.throughline.survey.design.VersionContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns as those who are asked meet them. */
@Component
public class AskedCampaigns {

    private static final String ASKED = """
            select c.survey_version_id, c.opens_at, least(c.closes_at, coalesce(c.closed_at, c.closes_at)) closes,
                   v.languages, s.owner_id, c.shared_with, c.shared_from, c.removed_at,
                   (select k.keep_until from survey_retention k where k.survey_id = c.survey_id) keep_until,
                   au.organisation_id, au.segment,
                   """ + Voice.WEIGHT + """

            from campaign c
            join survey_version v on v.id = c.survey_version_id
            join survey s on s.id = c.survey_id
            """;

    private final VersionContents contents;
    private final Organisations organisations;
    private final People people;
    private final JdbcClient jdbc;

    AskedCampaigns(VersionContents contents, Organisations organisations, People people, JdbcClient jdbc) {
        this.contents = contents;
        this.organisations = organisations;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * By invitation, or because the campaign also asks who comes to this person's organisation meanwhile.
     *
     * @throws DomainException NOT_FOUND if this person isn't asked
     */
    public Asked of(CampaignId id, Viewer person) {
        var organisation = person.organisation();
        return jdbc.sql(ASKED + """
                        left join campaign_invitation i on i.campaign_id = c.id and i.person_id = :person
                        join survey_audience au
                          on au.campaign_id = c.id and au.organisation_id = coalesce(i.organisation_id, :organisation)
                        where c.id = :campaign and (i.person_id is not null or c.following and au.whole and not exists (
                            select 1 from campaign_left_out lo where lo.campaign_id = c.id and lo.person_id = :person))""")
                .param("campaign", id.value())
                .param("person", person.id().value())
                .param("organisation", organisation == null ? null : organisation.value())
                .query((row, number) -> Asked.of(row))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /** @throws DomainException NOT_FOUND if nobody of this organisation is asked */
    public Asked of(CampaignId id, OrganisationId organisation) {
        return jdbc.sql(ASKED + """
                        join survey_audience au on au.campaign_id = c.id
                        where c.id = :campaign and au.organisation_id = :organisation""")
                .param("campaign", id.value())
                .param("organisation", organisation.value())
                .query((row, number) -> Asked.of(row))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /** The facts of its first page. */
    public SurveyIntro intro(Asked asked) {
        var content = contents.of(asked.version());
        var organisation = asked.voice().organisation();
        var info = organisations.byIds(Set.of(organisation)).get(organisation);
        return new SurveyIntro(
                content.title(),
                content.why(),
                people.names(Set.of(asked.owner())).getOrDefault(asked.owner(), ""),
                content.minutes(),
                asked.opensAt(),
                asked.closesAt(),
                asked.languages(),
                content.confidentiality(),
                content.groupSize(),
                content.counting(),
                asked.sharing(),
                asked.keepUntil(),
                asked.removedAt(),
                info == null ? "" : info.name(),
                asked.voice().weight());
    }

    /** A campaign as one organisation meets it. */
    public record Asked(
            SurveyVersionId version,
            Instant opensAt,
            Instant closesAt,
            List<Locale> languages,
            PersonId owner,
            Sharing sharing,
            @Nullable LocalDate keepUntil,
            @Nullable Instant removedAt,
            Voice voice) {

        static Asked of(ResultSet row) throws SQLException {
            return new Asked(
                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                    Utc.instant(row, "opens_at"),
                    Utc.instant(row, "closes"),
                    SurveyVersion.languages(row.getString("languages")),
                    new PersonId(Columns.uuid(row, "owner_id")),
                    CampaignRows.sharing(row),
                    row.getObject("keep_until", LocalDate.class),
                    Utc.optional(row, "removed_at"),
                    new Voice(
                            new OrganisationId(Columns.uuid(row, "organisation_id")),
                            row.getString("segment"),
                            row.getBigDecimal("weight")));
        }

        public boolean isOpen(Instant now) {
            return !now.isBefore(opensAt) && now.isBefore(closesAt);
        }

        /** @throws DomainException NOT_YET_OPEN, CLOSED */
        public void requireOpen(Instant now) {
            if (now.isBefore(opensAt)) {
                throw new DomainException(SurveyError.NOT_YET_OPEN);
            }
            if (!now.isBefore(closesAt)) {
                throw new DomainException(SurveyError.CLOSED, closesAt);
            }
        }
    }
}
