package io.throughline.survey.intake;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.BulkInsert;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponsesImported;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.Response;
import io.throughline.survey.answer.ResponseBatch;
import io.throughline.survey.answer.ToldWords;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.Invitations;
import io.throughline.survey.design.Survey;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores responses that were given elsewhere, by respondents without an account. */
@Component
public class ImportedResponses {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ResponseBatch responses;
    private final Organisations organisations;
    private final People people;
    private final Invitations invitations;
    private final JdbcClient jdbc;
    private final BulkInsert bulk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportedResponses(
            ResponseBatch responses,
            Organisations organisations,
            People people,
            Invitations invitations,
            JdbcClient jdbc,
            BulkInsert bulk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.responses = responses;
        this.organisations = organisations;
        this.people = people;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.events = events;
        this.clock = clock;
    }

    /** @throws DomainException ANONYMOUS_NO_IMPORT: what is brought in has names; ANSWERS_REMOVED */
    public static void requireNames(Campaign campaign) {
        campaign.requireAnswers();
        if (campaign.isAnonymous()) {
            throw new DomainException(SurveyError.ANONYMOUS_NO_IMPORT);
        }
    }

    /** The organisations asked, by name. */
    public Map<String, Voice> voices(CampaignId campaign) {
        var voices = jdbc
                .sql("select organisation_id, segment, weight from survey_audience where campaign_id = ?")
                .param(campaign.value())
                .query((row, number) -> new Voice(
                        new OrganisationId(Columns.uuid(row, "organisation_id")),
                        row.getString("segment"),
                        row.getBigDecimal("weight")))
                .list()
                .stream()
                .collect(Collectors.toMap(Voice::organisation, Function.identity()));
        return organisations.byIds(voices.keySet()).values().stream()
                .filter(info -> voices.containsKey(info.id()))
                .collect(Collectors.toMap(
                        OrganisationInfo::name, info -> Objects.requireNonNull(voices.get(info.id()))));
    }

    /** Those of these respondents who were brought in before, or were exported from here: an export names responses. */
    public Set<String> known(CampaignId campaign, Collection<String> respondents) {
        if (respondents.isEmpty()) {
            return Set.of();
        }
        var known = new HashSet<>(
                jdbc.sql("select external_id from response where campaign_id = :campaign and external_id in (:ids)")
                        .param("campaign", campaign.value())
                        .param("ids", respondents)
                        .query(String.class)
                        .list());
        var responses = respondents.stream().flatMap(ImportedResponses::uuid).toList();
        if (!responses.isEmpty()) {
            jdbc.sql("select id from response where campaign_id = :campaign and id in (:ids)")
                    .param("campaign", campaign.value())
                    .param("ids", responses)
                    .query(row -> {
                        known.add(Columns.uuid(row, "id").toString());
                    });
        }
        return known;
    }

    private static Stream<UUID> uuid(String id) {
        return UUID_TEXT.matcher(id).matches() ? Stream.of(UUID.fromString(id)) : Stream.empty();
    }

    /** Those lines of which the respondents are new. */
    public List<ImportedLine> fresh(CampaignId campaign, List<ImportedLine> lines) {
        var known = known(campaign, lines.stream().map(ImportedLine::respondent).toList());
        return lines.stream().filter(line -> !known.contains(line.respondent())).toList();
    }

    /** Stores and counts what was read, in the transaction of the caller. @param hash of what it was read from */
    public void store(Campaign campaign, Locale language, List<ImportedLine> fresh, String hash) {
        var now = Utc.now(clock);
        var stored = new ArrayList<Stored>();
        var many = new ArrayList<Response>();
        var spoke = new ArrayList<ResponseId>();
        for (var line : fresh) {
            var person = people.registerRespondent(line.voice().organisation(), line.name());
            var response =
                    Response.imported(campaign.id(), person, line.voice().organisation(), line.respondent(), now);
            response.submitImported(line.answers().size(), line.voice(), line.unasked(), now);
            if (line.answers().values().stream()
                    .anyMatch(answer -> answer instanceof OwnWords.Answer && !answer.isEmpty())) {
                spoke.add(response.id());
            }
            many.add(response);
            stored.add(new Stored(response.id(), person, line));
        }
        responses.save(many);
        invitations.invite(
                campaign.id(),
                stored.stream()
                        .collect(Collectors.toMap(
                                Stored::person, one -> one.line().voice().organisation())),
                now);
        storeAnswers(stored, campaign.confidentiality() == Confidentiality.NAMED, language.getLanguage(), now);
        tell(campaign.id(), spoke);
        events.publishEvent(
                Act.of(ActKind.RESPONSES_IMPORTED, ObjectRef.of(Survey.KIND, campaign.surveyId()), campaign.ref())
                        .withHash(hash));
    }

    /** Many at once: an event of its own for each would be stored, heard and ticked off one by one. */
    private void tell(CampaignId campaign, List<ResponseId> spoke) {
        for (int from = 0; from < spoke.size(); from += ResponsesImported.MOST) {
            events.publishEvent(new ResponsesImported(
                    Ids.next(), campaign, spoke.subList(from, Math.min(spoke.size(), from + ResponsesImported.MOST))));
        }
    }

    /**
     * As they were submitted: nobody goes on with them, so that there is no working copy.
     *
     * @param named whether everybody may know whose they are; if not, ids don't tell in which line of the file words stood
     */
    private void storeAnswers(List<Stored> stored, boolean named, String language, Instant now) {
        var texts = new ArrayList<@Nullable Object[]>();
        var counted = new ArrayList<@Nullable Object[]>();
        var at = Utc.column(now);
        for (var one : stored) {
            one.line().answers().forEach((question, answer) -> {
                UUID text = null;
                if (answer instanceof Worded own && !own.words().isEmpty()) {
                    var told = ToldWords.of(own).columns();
                    text = named ? Ids.next() : Ids.random();
                    texts.add(new @Nullable Object[] {
                        text,
                        one.person().value(),
                        one.line().voice().organisation().value(),
                        ToldWords.sourceOf(own),
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
                counted.add(new @Nullable Object[] {
                    one.response().value(), question.value(), ToldWords.contentOf(answer), text
                });
            });
        }
        bulk.insert("""
                insert into expression_text (id, person_id, organisation_id, source, response_id, question_id, language,
                                             words, who, often, badly, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", texts);
        bulk.insert("""
                insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                values (?, 1, ?, ?, ?)""", counted);
    }

    private record Stored(ResponseId response, PersonId person, ImportedLine line) {}
}
