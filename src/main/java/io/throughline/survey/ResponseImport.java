package io.throughline.survey;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in answers that were given elsewhere. All lines or none: a file with a bad line imports nothing. A respondent
 * imported before is left alone, so that the same file can be given again.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
public class ResponseImport {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final CampaignRepository campaigns;
    private final ResponseRepository responses;
    private final Organisations organisations;
    private final People people;
    private final Invitations invitations;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResponseImport(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            CampaignRepository campaigns,
            ResponseRepository responses,
            Organisations organisations,
            People people,
            Invitations invitations,
            CurrentViewer viewer,
            JdbcClient jdbc,
            JdbcTemplate batch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.campaigns = campaigns;
        this.responses = responses;
        this.organisations = organisations;
        this.people = people;
        this.invitations = invitations;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.batch = batch;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an import did, or would do.
     *
     * @param lines of the file, without its heading
     * @param fresh responses imported, or that would be
     * @param known respondents imported before, left alone
     * @param errors by line, the first 200; if there is one, nothing was imported
     * @param wrong how many lines have an error
     * @param done whether anything was stored: not in a dry run, not with errors
     */
    public record Report(int lines, int fresh, int known, List<LineError> errors, int wrong, boolean done) {}

    /** @param line counted as an editor does, the heading being line 1 */
    public record LineError(long line, DomainException error) {}

    /**
     * Imports a file of answers into the newest campaign of a survey.
     *
     * @param surveyKey as shown, e.g. SUR-3
     * @param map which column goes where, see the user manual of {@code import-responses}
     * @param csv RFC 4180 with a heading line; semicolons or tabs between the columns are understood, too
     * @param dryRun only say what would be done
     * @throws DomainException UNKNOWN_SURVEY_KEY, NOT_PUBLISHED, IMPORT_MAP_INVALID, IMPORT_COLUMN_MISSING,
     *     NOT_ALLOWED for a project manager who doesn't edit the survey
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
    public Report importResponses(String surveyKey, String map, String csv, boolean dryRun) {
        var campaign = campaign(surveyKey);
        var version = versions.findById(campaign.surveyVersion().value()).orElseThrow(DomainException::notFound);
        var content = version.content();
        var run = new ImportRun(content, ImportMap.parse(map), voices(campaign.id()), imported(campaign.id()));
        run.read(csv);
        if (run.isRefused() || dryRun) {
            return run.report(false);
        }
        store(campaign, version.languages().getFirst(), content, run.fresh(), Hashes.sha256(csv));
        return run.report(true);
    }

    private Campaign campaign(String surveyKey) {
        var survey = surveys.findByKey(surveyKey)
                .filter(one -> viewer.find()
                        .map(person -> !one.isDraft() || one.isEditedBy(person.id()))
                        .orElse(true))
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_SURVEY_KEY, surveyKey));
        requireImporter(survey);
        return campaigns
                .findFirstBySurveyIdOrderByNumberDesc(survey.uuid())
                .orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, surveyKey));
    }

    /** Answers are brought in by those who ask, or by an administrator; who may only read a survey adds none to it. */
    private void requireImporter(Survey survey) {
        viewer.find()
                .filter(person -> !person.is(Role.ADMINISTRATOR) && !survey.isEditedBy(person.id()))
                .ifPresent(reader -> {
                    throw new DomainException(CommonError.NOT_ALLOWED);
                });
    }

    /** The organisations asked, by name. */
    private Map<String, Response.Voice> voices(CampaignId campaign) {
        var voices = jdbc
                .sql("select organisation_id, segment, weight from survey_audience where campaign_id = ?")
                .param(campaign.value())
                .query((row, number) -> new Response.Voice(
                        new OrganisationId(Utc.uuid(row, "organisation_id")),
                        row.getString("segment"),
                        row.getBigDecimal("weight")))
                .list()
                .stream()
                .collect(Collectors.toMap(Response.Voice::organisation, Function.identity()));
        return organisations.byIds(voices.keySet()).values().stream()
                .filter(info -> voices.containsKey(info.id()))
                .collect(Collectors.toMap(
                        OrganisationInfo::name, info -> java.util.Objects.requireNonNull(voices.get(info.id()))));
    }

    private Set<String> imported(CampaignId campaign) {
        return new HashSet<>(
                jdbc.sql("select external_id from response where campaign_id = ? and external_id is not null")
                        .param(campaign.value())
                        .query(String.class)
                        .list());
    }

    private void store(
            Campaign campaign, Locale language, SurveyContent content, List<ImportRun.Line> fresh, String hash) {
        var now = Utc.now(clock);
        var stored = new ArrayList<Stored>();
        for (var line : fresh) {
            var person = people.registerRespondent(line.voice().organisation(), line.name());
            boolean spoke = line.answers().values().stream()
                    .anyMatch(answer -> answer instanceof OwnWords.Answer && !answer.isEmpty());
            var response =
                    Response.imported(campaign.id(), person, line.voice().organisation(), line.respondent(), now);
            var unasked = Answering.hidden(content, Course.of(content, line.answers()));
            response.submitImported(line.answers().size(), line.voice(), unasked, spoke, now);
            stored.add(new Stored(responses.save(response).id(), person, line));
        }
        responses.flush();
        invitations.invite(
                campaign.id(),
                stored.stream()
                        .collect(Collectors.toMap(
                                Stored::person, one -> one.line().voice().organisation())),
                now);
        storeAnswers(stored, language.getLanguage(), now);
        events.publishEvent(
                Act.of(ActKind.RESPONSES_IMPORTED, ObjectRef.of(Survey.KIND, campaign.surveyId()), campaign.ref())
                        .withHash(hash));
    }

    private void storeAnswers(List<Stored> stored, String language, Instant now) {
        var texts = new ArrayList<Object[]>();
        var working = new ArrayList<Object[]>();
        var counted = new ArrayList<Object[]>();
        var at = Utc.column(now);
        for (var one : stored) {
            one.line().answers().forEach((question, answer) -> {
                UUID text = null;
                if (answer instanceof Worded own && !own.words().isEmpty()) {
                    var told = ToldWords.of(own).columns();
                    text = Ids.next();
                    texts.add(new @Nullable Object[] {
                        text,
                        one.person().value(),
                        one.line().voice().organisation().value(),
                        AnswerStore.sourceOf(own),
                        one.response().value(),
                        question.value(),
                        language,
                        told.get("words"),
                        told.get("who"),
                        told.get("often"),
                        told.get("badly"),
                        at
                    });
                }
                var content = AnswerStore.contentOf(answer);
                // No tab will ever be the one with the nil id.
                working.add(new @Nullable Object[] {
                    one.response().value(), question.value(), content, text, new UUID(0, 0), at
                });
                counted.add(new @Nullable Object[] {one.response().value(), question.value(), content, text});
            });
        }
        batch.batchUpdate("""
                insert into expression_text (id, person_id, organisation_id, source, response_id, question_id, language,
                                             words, who, often, badly, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", texts);
        batch.batchUpdate("""
                insert into answer (response_id, question_id, revision, content, expression_text_id, text_base, tab, tabs,
                                    saved_at)
                values (?, ?, 1, ?, ?, 0, ?, '{}', ?)""", working);
        batch.batchUpdate("""
                insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                values (?, 1, ?, ?, ?)""", counted);
    }

    private record Stored(ResponseId response, PersonId person, ImportRun.Line line) {}
}
