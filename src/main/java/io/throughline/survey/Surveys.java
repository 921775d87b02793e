package io.throughline.survey;

import io.throughline.people.People;
import io.throughline.people.PersonInfo;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import io.throughline.shared.row.Utc;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.design.ContentRules;
import io.throughline.survey.design.RetentionStore;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyStore;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Copy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Surveys as those who ask see them: designed, shared with colleagues, previewed. {@link Campaigns} asks them. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Surveys {

    private final SurveyStore surveys;
    private final CampaignRows campaigns;
    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final People people;
    private final Keys keys;
    private final ContentRules rules;
    private final RetentionStore retention;
    private final CurrentViewer viewer;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Surveys(
            SurveyStore surveys,
            CampaignRows campaigns,
            SurveyAccess access,
            CampaignAccess campaignAccess,
            People people,
            Keys keys,
            ContentRules rules,
            RetentionStore retention,
            CurrentViewer viewer,
            Texts texts,
            JdbcClient jdbc,
            Clock clock) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.people = people;
        this.keys = keys;
        this.rules = rules;
        this.retention = retention;
        this.viewer = viewer;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Drafts the viewer edits and every published survey, newest first.
     *
     * @param query part of title or key; empty for all
     * @param limit at most 200
     */
    public List<SurveyRow> list(String query, int offset, int limit) {
        return jdbc.sql("""
                        select s.id, s.survey_key, json_extract(coalesce(v.content, s.content), '$.title') title,
                               c.survey_version_id, c.opens_at, c.closes_at, c.closed_at,
                               (select count(*) from response r
                                where r.campaign_id = c.id and r.submitted_revision > 0) answered
                        from survey s
                        left join campaign c on c.survey_id = s.id
                             and c.number = (select max(n.number) from campaign n where n.survey_id = s.id)
                        left join survey_version v on v.id = c.survey_version_id
                        where (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                  select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))
                          and (:query = '%%' or lower(json_extract(coalesce(v.content, s.content), '$.title.*')) like :query
                               or lower(s.survey_key) like :query)
                        order by s.created_at desc, s.id desc limit :limit offset :offset""")
                .param("me", viewer.get().id().value())
                .param("query", Like.containing(query.toLowerCase(Locale.ROOT)))
                .param("limit", Math.clamp(limit, 0, 200))
                .param("offset", Math.max(0, offset))
                .query((row, number) -> row(row))
                .list();
    }

    /** How many {@link #list} would give without a limit. */
    public int count(String query) {
        return jdbc.sql("""
                        select count(*) from survey s
                        left join survey_version v on v.survey_id = s.id
                             and v.number = (select max(n.number) from survey_version n where n.survey_id = s.id)
                        where (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                  select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))
                          and (:query = '%%' or lower(json_extract(coalesce(v.content, s.content), '$.title.*')) like :query
                               or lower(s.survey_key) like :query)""")
                .param("me", viewer.get().id().value())
                .param("query", Like.containing(query.toLowerCase(Locale.ROOT)))
                .query(Integer.class)
                .single();
    }

    private SurveyRow row(ResultSet row) throws SQLException {
        var closesAt = Utc.optional(row, "closes_at");
        var opensAt = Utc.optional(row, "opens_at");
        var closedAt = Utc.optional(row, "closed_at");
        var state = opensAt == null || closesAt == null
                ? SurveyState.DRAFT
                : Campaign.state(clock.instant(), opensAt, closesAt, closedAt);
        return new SurveyRow(
                new SurveyId(Columns.uuid(row, "id")),
                row.getString("survey_key"),
                SurveyJson.text(row.getString("title")),
                state,
                opensAt == null ? null : new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                opensAt,
                closesAt == null ? null : Campaign.end(closesAt, closedAt),
                row.getInt("answered"));
    }

    /** @throws DomainException NOT_FOUND, also for somebody else's draft */
    public SurveyDetail detail(SurveyId id) {
        return detail(access.readable(id));
    }

    /** The survey a campaign belongs to. @throws DomainException NOT_FOUND */
    public SurveyDetail detail(CampaignId id) {
        return detail(access.readable(campaignAccess.campaign(id).surveyId()));
    }

    private SurveyDetail detail(Survey survey) {
        var ids = new HashSet<>(survey.coEditors().stream().map(PersonId::new).toList());
        ids.add(survey.owner());
        var names = people.names(ids);
        var rounds = campaigns.of(survey.id());
        var editor = survey.isEditedBy(viewer.get().id());
        var draft = survey.content();
        var asked = access.asked(survey);
        var content = editor ? draft : asked;
        return new SurveyDetail(
                survey.id(),
                survey.key(),
                survey.version(),
                rounds.stream().map(CampaignInfo::state).findFirst().orElse(SurveyState.DRAFT),
                content,
                asked,
                new PersonInfo(survey.owner(), names.getOrDefault(survey.owner(), ""), null),
                survey.coEditors().stream()
                        .map(PersonId::new)
                        .map(person -> new PersonInfo(person, names.getOrDefault(person, ""), null))
                        .toList(),
                editor,
                survey.isDraft() || !content.equals(asked) ? ContentCheck.of(content, content.locales()) : List.of(),
                rounds);
    }

    /** A new draft, owned by the viewer. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SurveyId create(LocalizedText title) {
        var content = new SurveyContent(ContentRules.limited(title), new LocalizedText(java.util.Map.of()), List.of());
        return surveys.save(new Survey(keys.next(Keys.Kind.SUR), viewer.get().id(), content, Utc.now(clock)))
                .id();
    }

    /** A new draft that asks all of this; it may be incomplete. @throws DomainException TOO_LONG, OUT_OF_RANGE, UNKNOWN_REQUIREMENT */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SurveyId create(SurveyContent content) {
        rules.require(content);
        return surveys.save(new Survey(keys.next(Keys.Kind.SUR), viewer.get().id(), content, Utc.now(clock)))
                .id();
    }

    /**
     * A new draft that asks the same, owned by the viewer. Answers, campaigns and co-editors stay with the original.
     *
     * @throws DomainException NOT_FOUND, also for somebody else's draft
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SurveyId copy(SurveyId id) {
        var content = Copy.of(access.content(id));
        return create(content.with(titleOfCopy(content.title()), content.why()));
    }

    private LocalizedText titleOfCopy(LocalizedText title) {
        var named = new HashMap<String, String>();
        title.texts().forEach((language, text) -> {
            var mark = texts.getTranslation("surveys.copy.mark", Locale.of(language));
            var room = ContentRules.LONGEST_TEXT - mark.length() - 1;
            named.put(language, (text.length() <= room ? text : text.substring(0, room)) + " " + mark);
        });
        return new LocalizedText(named);
    }

    /**
     * Replaces what the draft asks, of a published survey that of its next version; it may be incomplete until it is
     * published.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, TOO_LONG, OUT_OF_RANGE, UNKNOWN_REQUIREMENT
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void edit(SurveyId id, long version, SurveyContent content) {
        var survey = access.editable(id);
        survey.requireVersion(version);
        rules.require(content, survey.content());
        survey.edit(content, Utc.now(clock));
        surveys.save(survey);
    }

    /**
     * Lets another project manager edit it too. Adding somebody twice changes nothing.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_A_PROJECT_MANAGER
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void addCoEditor(SurveyId id, PersonId person) {
        var survey = access.editable(id);
        if (!people.has(person, Role.PROJECT_MANAGER)) {
            throw new DomainException(SurveyError.NOT_A_PROJECT_MANAGER);
        }
        survey.addCoEditor(person, Utc.now(clock));
        surveys.save(survey);
    }

    /** Its owner edits it always. Taking out who isn't in changes nothing. @throws DomainException NOT_FOUND, NOT_ALLOWED */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void removeCoEditor(SurveyId id, PersonId person) {
        var survey = access.editable(id);
        survey.removeCoEditor(person, Utc.now(clock));
        surveys.save(survey);
    }

    /** The first page as a customer will see it. Looking at it stores nothing. @throws DomainException NOT_FOUND */
    public SurveyIntro preview(SurveyId id) {
        var survey = access.readable(id);
        var content = access.content(id);
        var published = campaigns.newest(id);
        return new SurveyIntro(
                content.title(),
                content.why(),
                people.names(Set.of(survey.owner())).getOrDefault(survey.owner(), ""),
                content.minutes(),
                published.map(CampaignInfo::opensAt).orElse(null),
                published.map(CampaignInfo::closesAt).orElse(null),
                published.map(CampaignInfo::languages).orElse(Texts.LANGUAGES),
                content.confidentiality(),
                content.groupSize(),
                content.counting(),
                published.map(CampaignInfo::sharing).orElse(Sharing.USUAL),
                retention.of(id).orElse(null),
                null,
                "",
                null);
    }
}
