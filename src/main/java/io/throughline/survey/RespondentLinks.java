package io.throughline.survey;

import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.Response;
import io.throughline.survey.design.VersionContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account's person is the same human as a respondent known by an import only, who then sees what became of the
 * imported answers. Administrators say so by the id in the imported file: of who answered, and what, they are told nothing.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class RespondentLinks {

    private static final String RESPONDENTS = """
            select r.id, r.campaign_id, r.external_id, r.person_id respondent, l.person_id, c.confidentiality
            from response r join campaign c on c.id = r.campaign_id
            left join respondent_link l on l.respondent_id = r.person_id
            where r.external_id is not null
            """;

    private static final String FOUND = """
            and r.campaign_id = :campaign and locate(:text, r.external_id) > 0
            """;

    private static final int MOST = 200;

    private final VersionContents contents;
    private final People people;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RespondentLinks(
            VersionContents contents,
            People people,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contents = contents;
        this.people = people;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A campaign that answers were brought into. @param number among the campaigns of its survey, from 1 */
    public record Imported(CampaignId campaign, String surveyKey, LocalizedText title, int number) {}

    /**
     * A respondent of one campaign.
     *
     * @param externalId in the imported file
     * @param linkedWith the account's person by name; null where there is none, or where nobody is to know who answered
     */
    public record Respondent(
            ResponseId response,
            CampaignId campaign,
            String externalId,
            boolean linked,
            @Nullable String linkedWith) {}

    /** The last survey's first, and of one survey the last campaign. */
    public List<Imported> imported() {
        return jdbc.sql("""
                        select c.id, c.number, c.survey_version_id, s.survey_key
                        from campaign c join survey s on s.id = c.survey_id
                        where exists (select 1 from response r where r.campaign_id = c.id and r.external_id is not null)
                        order by s.created_at desc, s.id, c.number desc""")
                .query((row, number) -> new Imported(
                        new CampaignId(Columns.uuid(row, "id")),
                        row.getString("survey_key"),
                        contents.of(new SurveyVersionId(Columns.uuid(row, "survey_version_id")))
                                .title(),
                        row.getInt("number")))
                .list();
    }

    /** @param text anywhere in the id, empty for all, @param limit at most 200 */
    public List<Respondent> find(CampaignId campaign, String text, int offset, int limit) {
        var found = jdbc.sql(RESPONDENTS + FOUND + """
                        order by r.external_id = :text desc, char_length(r.external_id), r.external_id
                        limit :limit offset :offset""")
                .param("campaign", campaign.value())
                .param("text", text.strip())
                .param("limit", Math.min(limit, MOST))
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
        var names = people.names(
                found.stream().flatMap(one -> one.toldPerson().stream()).toList());
        return found.stream().map(one -> one.told(names)).toList();
    }

    /** @throws DomainException NOT_FOUND */
    public Respondent respondent(ResponseId response) {
        return jdbc.sql(RESPONDENTS + "and r.id = ?")
                .param(response.value())
                .query((row, number) -> row(row))
                .optional()
                .map(one -> one.told(people.names(one.toldPerson())))
                .orElseThrow(DomainException::notFound);
    }

    /** How many {@link #find} would give without a limit. */
    public int count(CampaignId campaign, String text) {
        return jdbc.sql("select count(*) from (%s) found".formatted(RESPONDENTS + FOUND))
                .param("campaign", campaign.value())
                .param("text", text.strip())
                .query(Integer.class)
                .single();
    }

    /**
     * Links a respondent with an account's person; linking again moves the link. Nobody does so for themselves: the answers
     * become theirs.
     *
     * @param externalId the respondent's id in the imported file
     * @throws DomainException NOT_A_RESPONDENT, LINKED_BY_SELF
     */
    @Command
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void link(PersonId person, CampaignId campaign, String externalId) {
        if (person.equals(viewer.get().id())) {
            throw new DomainException(SurveyError.LINKED_BY_SELF);
        }
        var respondent = respondent(campaign, externalId);
        jdbc.sql("""
                        insert into respondent_link (person_id, respondent_id, linked_at) values (:person, :respondent, :at)
                        on duplicate key update person_id = :person, linked_at = :at""")
                .param("person", person.value())
                .param("respondent", respondent.respondent().value())
                .param("at", Utc.column(Utc.now(clock)))
                .update();
        act(ActKind.RESPONDENT_LINKED, respondent);
    }

    /**
     * Takes a link back: the answers are nobody's with an account again.
     *
     * @return whom they were linked with, to be linked again; null if nobody
     * @throws DomainException NOT_A_RESPONDENT
     */
    @Command
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public @Nullable PersonId unlink(CampaignId campaign, String externalId) {
        var respondent = respondent(campaign, externalId);
        if (respondent.person() != null) {
            jdbc.sql("delete from respondent_link where respondent_id = ?")
                    .param(respondent.respondent().value())
                    .update();
            act(ActKind.RESPONDENT_UNLINKED, respondent);
        }
        return respondent.person();
    }

    /** With the response: who may not know whose it is doesn't read of this, either. */
    private void act(ActKind kind, Row respondent) {
        events.publishEvent(
                Act.of(kind, new ObjectRef(Response.KIND, respondent.response().value())));
    }

    private Row respondent(CampaignId campaign, String externalId) {
        return jdbc.sql(RESPONDENTS + "and r.campaign_id = ? and r.external_id = ?")
                .params(campaign.value(), externalId)
                .query((row, number) -> row(row))
                .optional()
                .orElseThrow(() -> new DomainException(SurveyError.NOT_A_RESPONDENT, externalId));
    }

    private static Row row(ResultSet row) throws SQLException {
        var person = Columns.uuidOrNull(row, "person_id");
        return new Row(
                new ResponseId(Columns.uuid(row, "id")),
                new CampaignId(Columns.uuid(row, "campaign_id")),
                row.getString("external_id"),
                new PersonId(Columns.uuid(row, "respondent")),
                person == null ? null : new PersonId(person),
                Confidentiality.valueOf(row.getString("confidentiality")));
    }

    private record Row(
            ResponseId response,
            CampaignId campaign,
            String externalId,
            PersonId respondent,
            @Nullable PersonId person,
            Confidentiality confidentiality) {

        /** Of a confidential survey only its editors know who answered. */
        List<PersonId> toldPerson() {
            return person == null || confidentiality != Confidentiality.NAMED ? List.of() : List.of(person);
        }

        Respondent told(Map<PersonId, String> names) {
            var told = toldPerson();
            return new Respondent(
                    response, campaign, externalId, person != null, told.isEmpty() ? null : names.get(told.getFirst()));
        }
    }
}
