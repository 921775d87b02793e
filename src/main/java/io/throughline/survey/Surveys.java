package io.throughline.survey;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.people.PersonInfo;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Surveys as those who ask see them: designed, previewed, published, closed. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Surveys {

    private static final int LONGEST_TEXT = 2_000;

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyAccess access;
    private final Organisations organisations;
    private final People people;
    private final Keys keys;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Texts texts;
    private final Clock clock;

    Surveys(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            SurveyAccess access,
            Organisations organisations,
            People people,
            Keys keys,
            CurrentViewer viewer,
            JdbcClient jdbc,
            JdbcTemplate batch,
            Texts texts,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.access = access;
        this.organisations = organisations;
        this.people = people;
        this.keys = keys;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.batch = batch;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A survey in a list.
     *
     * @param published null for a draft
     * @param answered responses submitted
     */
    public record Row(
            SurveyId id,
            String key,
            LocalizedText title,
            SurveyState state,
            @Nullable SurveyVersionId published,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            int answered) {}

    /**
     * A survey in full.
     *
     * @param version passed back with every command
     * @param editor whether the viewer is its owner or a co-editor
     * @param defects what still keeps it from being published
     * @param published null for a draft
     */
    public record Detail(
            SurveyId id,
            String key,
            long version,
            SurveyState state,
            SurveyContent content,
            PersonInfo owner,
            List<PersonInfo> coEditors,
            boolean editor,
            List<DomainException> defects,
            @Nullable Published published) {}

    /**
     * The published version of a survey.
     *
     * @param version passed back when closing
     * @param closesAt when answers stop being taken
     */
    public record Published(
            SurveyVersionId id,
            long version,
            int number,
            Instant opensAt,
            Instant closesAt,
            List<Locale> languages,
            List<OrganisationInfo> audience) {}

    /** What publishing decides: whom to ask, from when until when, in which languages. */
    public record Publication(Set<OrganisationId> audience, Instant opensAt, Instant closesAt, List<Locale> languages) {

        public Publication {
            audience = Set.copyOf(audience);
            languages = List.copyOf(languages);
        }
    }

    /**
     * Drafts the viewer edits and every published survey, newest first.
     *
     * @param query part of title or key; empty for all
     * @param limit at most 200
     */
    public List<Row> list(String query, int offset, int limit) {
        return jdbc.sql("""
                        select s.id, s.survey_key, json_extract(s.content, '$.title') title, v.id version_id,
                               v.opens_at, v.closes_at, v.closed_at,
                               (select count(*) from response r
                                where r.survey_version_id = v.id and r.submitted_revision > 0) answered
                        from survey s left join survey_version v on v.survey_id = s.id
                        where (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                  select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))
                          and (:query = '%%' or lower(json_extract(s.content, '$.title')) like :query
                               or lower(s.survey_key) like :query)
                        order by s.created_at desc, s.id desc limit :limit offset :offset""")
                .param("me", viewer.get().id().value())
                .param("query", Like.containing(query))
                .param("limit", Math.clamp(limit, 0, 200))
                .param("offset", Math.max(0, offset))
                .query((row, number) -> row(row))
                .list();
    }

    /** How many {@link #list} would give without a limit. */
    public int count(String query) {
        return jdbc.sql("""
                        select count(*) from survey s
                        where (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                  select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))
                          and (:query = '%%' or lower(json_extract(s.content, '$.title')) like :query
                               or lower(s.survey_key) like :query)""")
                .param("me", viewer.get().id().value())
                .param("query", Like.containing(query))
                .query(Integer.class)
                .single();
    }

    private Row row(ResultSet row) throws SQLException {
        var closesAt = Utc.optional(row, "closes_at");
        var opensAt = Utc.optional(row, "opens_at");
        var closedAt = Utc.optional(row, "closed_at");
        var state = opensAt == null || closesAt == null
                ? SurveyState.DRAFT
                : SurveyVersion.state(clock.instant(), opensAt, closesAt, closedAt);
        return new Row(
                new SurveyId(Utc.uuid(row, "id")),
                row.getString("survey_key"),
                SurveyJson.text(row.getString("title")),
                state,
                opensAt == null ? null : new SurveyVersionId(Utc.uuid(row, "version_id")),
                opensAt,
                closedAt != null ? closedAt : closesAt,
                row.getInt("answered"));
    }

    /** @throws DomainException NOT_FOUND, also for somebody else's draft */
    public Detail detail(SurveyId id) {
        return detail(access.readable(id));
    }

    /** The survey a published version belongs to. @throws DomainException NOT_FOUND */
    public Detail detail(SurveyVersionId id) {
        return detail(access.readable(access.version(id).survey()));
    }

    private Detail detail(Survey survey) {
        var ids = new HashSet<>(survey.coEditors().stream().map(PersonId::new).toList());
        ids.add(survey.owner());
        var names = people.names(ids);
        var published = versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid());
        return new Detail(
                survey.id(),
                survey.key(),
                survey.version(),
                published.map(version -> version.state(clock.instant())).orElse(SurveyState.DRAFT),
                survey.content(),
                new PersonInfo(survey.owner(), names.getOrDefault(survey.owner(), ""), null),
                survey.coEditors().stream()
                        .map(PersonId::new)
                        .map(person -> new PersonInfo(person, names.getOrDefault(person, ""), null))
                        .toList(),
                survey.isEditedBy(viewer.get().id()),
                survey.content().defects().stream()
                        .map(defect -> new DomainException(
                                defect.code(), defect.arguments().toArray()))
                        .toList(),
                published.map(this::published).orElse(null));
    }

    private Published published(SurveyVersion version) {
        var audience = jdbc.sql("select organisation_id from survey_audience where survey_version_id = ?")
                .param(version.uuid())
                .query((row, number) -> new OrganisationId(Utc.uuid(row, "organisation_id")))
                .list();
        return new Published(
                version.id(),
                version.version(),
                version.number(),
                version.opensAt(),
                version.closesAt(),
                version.languages(),
                organisations.byIds(audience).values().stream()
                        .sorted(java.util.Comparator.comparing(OrganisationInfo::name))
                        .toList());
    }

    /** A new draft, owned by the viewer. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SurveyId create(LocalizedText title) {
        var content = new SurveyContent(limited(title), new LocalizedText(java.util.Map.of()), List.of());
        return surveys.save(new Survey(keys.next(Keys.Kind.SUR), viewer.get().id(), content, Utc.now(clock)))
                .id();
    }

    /**
     * Replaces what a draft asks; it may be incomplete until it is published.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, NOT_A_DRAFT, TOO_LONG
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void edit(SurveyId id, long version, SurveyContent content) {
        var survey = access.editable(id);
        survey.requireVersion(version);
        limited(content.title());
        limited(content.why());
        for (var question : content.questions()) {
            limited(question.title());
            limited(question.help());
            question.items().forEach(item -> limited(item.text()));
        }
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
        if (people.withRole(Role.PROJECT_MANAGER).stream()
                .noneMatch(one -> one.id().equals(person))) {
            throw new DomainException(SurveyError.NOT_A_PROJECT_MANAGER);
        }
        survey.addCoEditor(person, Utc.now(clock));
        surveys.save(survey);
    }

    /**
     * Publishes version 1. The organisations' segments and weights are frozen with it.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, NOT_A_DRAFT, NO_AUDIENCE, and what else is missing
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SurveyVersionId publish(SurveyId id, long version, Publication publication) {
        var survey = access.editable(id);
        survey.requireVersion(version);
        var asked = organisations.byIds(publication.audience());
        if (asked.isEmpty()) {
            throw new DomainException(SurveyError.NO_AUDIENCE);
        }
        if (asked.size() < publication.audience().size()) {
            throw DomainException.notFound();
        }
        var terms = new SurveyVersion.Terms(
                publication.opensAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                publication.closesAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                publication.languages());
        var published = survey.publish(viewer.get().id(), terms, Utc.now(clock));
        surveys.save(survey);
        versions.saveAndFlush(published);
        invite(published.id(), asked.values());
        return published.id();
    }

    private void invite(SurveyVersionId version, Collection<OrganisationInfo> asked) {
        batch.batchUpdate(
                "insert into survey_audience (survey_version_id, organisation_id, segment, weight) values (?, ?, ?, ?)",
                asked.stream()
                        .map(one -> new Object[] {version.value(), one.id().value(), one.segment(), one.weight()})
                        .toList());
    }

    /**
     * Closes a published version before its time; nothing answered is lost.
     *
     * @param version of {@link Published}
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, ALREADY_CLOSED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void close(SurveyVersionId id, long version) {
        var published = access.version(id);
        access.editable(published.survey());
        published.requireVersion(version);
        published.close(Utc.now(clock));
        versions.save(published);
    }

    /** The first page as a customer will see it. Looking at it stores nothing. @throws DomainException NOT_FOUND */
    public SurveyIntro preview(SurveyId id) {
        var survey = access.readable(id);
        var content = survey.content();
        var published = versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid());
        return new SurveyIntro(
                content.title(),
                content.why(),
                people.names(Set.of(survey.owner())).getOrDefault(survey.owner(), ""),
                content.minutes(),
                published.map(SurveyVersion::opensAt).orElse(null),
                published.map(SurveyVersion::closesAt).orElse(null),
                published.map(SurveyVersion::languages).orElse(Texts.LANGUAGES),
                true,
                "",
                null);
    }

    /**
     * A text to paste into a message to those asked.
     *
     * @param baseUrl the portal's configured address, without a slash at its end
     * @throws DomainException NOT_FOUND
     */
    public String invitationText(SurveyVersionId id, Locale locale, String baseUrl) {
        var version = access.version(id);
        var survey = access.readable(version.survey());
        var content = version.content();
        var until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(viewer.get().zone());
        return texts.getTranslation(
                "survey.invitation",
                locale,
                content.title().in(locale),
                content.why().in(locale),
                content.minutes(),
                until.format(version.closesAt()),
                baseUrl + "/" + SurveyLinks.answer(id),
                people.names(Set.of(survey.owner())).getOrDefault(survey.owner(), ""));
    }

    private static LocalizedText limited(LocalizedText text) {
        if (text.texts().values().stream().anyMatch(one -> one.length() > LONGEST_TEXT)) {
            throw new DomainException(CommonError.TOO_LONG, "survey.field.text", LONGEST_TEXT);
        }
        return text;
    }
}
