package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.Hashes;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.intake.ImportedLine;
import io.throughline.survey.intake.ImportedResponses;
import io.throughline.survey.intake.Misfit;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in answers that a program brings, like {@link ResponseImport} those of a file: all of a request or none, and a
 * respondent who is known is left alone. A request carries a key of its sender's: sent again, it is carried out once.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class GivenElsewhere {

    /** The most responses of one request. */
    public static final int MOST = 1_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_RESPONDENT = 100;
    private static final int ERRORS_TOLD = 200;

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final VersionContents contents;
    private final ImportedResponses imported;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    GivenElsewhere(
            SurveyAccess access,
            CampaignAccess campaignAccess,
            VersionContents contents,
            ImportedResponses imported,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.contents = contents;
        this.imported = imported;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param respondent an id of the sender's, at most 100 characters
     * @param name what the respondent is called
     * @param organisation the name of one that is asked
     */
    public record Response(String respondent, String name, String organisation, Map<QuestionId, Answer> answers) {

        public Response {
            answers = Map.copyOf(answers);
        }
    }

    /** @param response its place in the request, from 0; -1 for the request @param path inside the response */
    public record Wrong(int response, String path, ErrorCode code, List<Object> arguments) {}

    /**
     * @param stored responses that are new
     * @param known respondents who had answered before, left alone
     * @param already nothing was done now: the same request had been carried out before
     * @param wrong if there is anything, nothing was stored
     */
    public record Outcome(int stored, int known, boolean already, List<Wrong> wrong) {}

    /**
     * @param key chosen by the sender, another for every request; at most 100 characters
     * @param hash of what was sent
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, TOO_MANY_RESPONSES, IDEMPOTENCY_KEY_USED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public Outcome store(CampaignId id, String key, String hash, List<Response> responses) {
        var campaign = campaignAccess.campaign(id);
        access.editable(campaign.surveyId());
        ImportedResponses.requireNames(campaign);
        var request = Hashes.sha256(hash + id.value());
        var before = before(key, request);
        if (before.isPresent()) {
            return before.get();
        }
        if (responses.isEmpty() || responses.size() > MOST) {
            throw new DomainException(SurveyError.TOO_MANY_RESPONSES, MOST);
        }
        var content = contents.of(campaign.surveyVersion());
        var reading = new Reading(content, imported.voices(id), known(id, responses));
        for (int at = 0; at < responses.size(); at++) {
            reading.read(at, responses.get(at));
        }
        if (!reading.wrong.isEmpty()) {
            return new Outcome(0, 0, false, List.copyOf(reading.wrong));
        }
        var outcome = new Outcome(reading.fresh.size(), reading.known, false, List.of());
        try {
            // The key first: who sends the same at the same time waits here, and then finds what was done.
            remember(key, request, outcome);
            imported.store(campaign, viewer.get().locale(), reading.fresh, hash);
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("the same request or respondent is stored just now", e);
        }
        return outcome;
    }

    private Set<String> known(CampaignId id, List<Response> responses) {
        return imported.known(
                id, responses.stream().map(one -> one.respondent().strip()).toList());
    }

    private Optional<Outcome> before(String key, String request) {
        return jdbc.sql(
                        "select request_hash, stored, known from response_request where person_id = ? and request_key = ?")
                .params(viewer.get().id().value(), key)
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(request)) {
                        throw new DomainException(SurveyError.IDEMPOTENCY_KEY_USED);
                    }
                    return new Outcome(row.getInt("stored"), row.getInt("known"), true, List.of());
                })
                .optional();
    }

    private void remember(String key, String request, Outcome outcome) {
        jdbc.sql("""
                        insert into response_request (person_id, request_key, request_hash, stored, known, received_at)
                        values (:person, :key, :hash, :stored, :known, :at)""")
                .param("person", viewer.get().id().value())
                .param("key", key)
                .param("hash", request)
                .param("stored", outcome.stored())
                .param("known", outcome.known())
                .param("at", Utc.column(Utc.now(clock)))
                .update();
    }

    /** One request as answers to the questions, and what is wrong with it. */
    private static final class Reading {

        private final SurveyContent content;
        private final Map<String, Voice> voices;
        private final Set<String> respondents;
        private final Set<String> seen = new HashSet<>();
        private final List<ImportedLine> fresh = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private int known;

        Reading(SurveyContent content, Map<String, Voice> voices, Set<String> respondents) {
            this.content = content;
            this.voices = voices;
            this.respondents = respondents;
        }

        void read(int at, Response one) {
            int before = wrong.size();
            var respondent = one.respondent().strip();
            if (respondent.isEmpty() || respondent.length() > LONGEST_RESPONDENT) {
                refuse(at, "/respondent", SurveyError.IMPORT_RESPONDENT_MISSING, List.of());
            } else if (!seen.add(respondent)) {
                refuse(at, "/respondent", SurveyError.IMPORT_RESPONDENT_TWICE, List.of(respondent));
            }
            if (one.name().length() > LONGEST_NAME) {
                refuse(
                        at,
                        "/name",
                        SurveyError.WORDS_TOO_LONG,
                        List.of(LONGEST_NAME, one.name().length()));
            }
            var voice = voices.get(one.organisation());
            if (voice == null) {
                refuse(at, "/organisation", SurveyError.IMPORT_ORGANISATION_UNKNOWN, List.of(one.organisation()));
            }
            var course = Course.of(content, one.answers());
            var answers = answers(at, one, course);
            if (wrong.size() > before || voice == null) {
                return;
            }
            if (respondents.contains(respondent)) {
                known++;
            } else {
                fresh.add(new ImportedLine(respondent, one.name(), voice, answers, course.hidden(content)));
            }
        }

        private Map<QuestionId, Answer> answers(int at, Response one, Course course) {
            Misfit.among(content, course, one.answers())
                    .forEach(found -> refuse(
                            at,
                            place(found.entry().id()),
                            found.problem().code(),
                            found.problem().arguments()));
            var answers = new LinkedHashMap<QuestionId, Answer>();
            one.answers().forEach((id, answer) -> {
                if (content.entries().stream().noneMatch(entry -> entry.id().equals(id))) {
                    refuse(at, place(id), SurveyError.UNKNOWN_QUESTION, List.of());
                } else if (answer instanceof FileQuestion.Answer && !answer.isEmpty()) {
                    refuse(at, place(id), SurveyError.UNKNOWN_FILE, List.of());
                } else if (course.shows(id) && (!answer.isEmpty() || answer instanceof ImportanceSatisfaction.Answer)) {
                    answers.put(id, answer);
                }
            });
            return answers;
        }

        private static String place(QuestionId question) {
            return "/answers/" + question.value();
        }

        private void refuse(int at, String path, ErrorCode code, List<Object> arguments) {
            if (wrong.size() < ERRORS_TOLD) {
                wrong.add(new Wrong(at, path, code, arguments));
            }
        }
    }
}
