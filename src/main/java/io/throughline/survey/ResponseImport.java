package io.throughline.survey;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
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

    /** So many errors are told; the rest is only counted by the lines that have none. */
    static final int ERRORS_TOLD = 200;

    private static final int SHORT = 100;

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final ResponseRepository responses;
    private final Organisations organisations;
    private final People people;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResponseImport(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            ResponseRepository responses,
            Organisations organisations,
            People people,
            CurrentViewer viewer,
            JdbcClient jdbc,
            JdbcTemplate batch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.responses = responses;
        this.organisations = organisations;
        this.people = people;
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
     * @param errors by line; if there is one, nothing was imported
     * @param done whether anything was stored: not in a dry run, not with errors
     */
    public record Report(int lines, int fresh, int known, List<LineError> errors, boolean done) {}

    /** @param line counted as an editor does, the heading being line 1 */
    public record LineError(long line, DomainException error) {}

    /**
     * Imports a file of answers into the published version of a survey.
     *
     * @param surveyKey as shown, e.g. SUR-3
     * @param map which column goes where, see the user manual of {@code import-responses}
     * @param csv RFC 4180 with a heading line
     * @param dryRun only say what would be done
     * @throws DomainException UNKNOWN_SURVEY_KEY, NOT_PUBLISHED, IMPORT_MAP_INVALID, IMPORT_COLUMN_MISSING
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
    public Report importResponses(String surveyKey, String map, String csv, boolean dryRun) {
        var version = version(surveyKey);
        var run = new Run(version, ImportMap.parse(map), voices(version.id()), imported(version.id()));
        run.read(csv);
        if (!run.errors.isEmpty() || dryRun) {
            return run.report(false);
        }
        store(version, run);
        return run.report(true);
    }

    private SurveyVersion version(String surveyKey) {
        var survey = surveys.findByKey(surveyKey)
                .filter(one -> viewer.find()
                        .map(person -> !one.isDraft() || one.isEditedBy(person.id()))
                        .orElse(true))
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_SURVEY_KEY, surveyKey));
        return versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid())
                .orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, surveyKey));
    }

    /** The organisations asked, by name. */
    private Map<String, Response.Voice> voices(SurveyVersionId version) {
        var voices = jdbc
                .sql("select organisation_id, segment, weight from survey_audience where survey_version_id = ?")
                .param(version.value())
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

    private Set<String> imported(SurveyVersionId version) {
        return new HashSet<>(
                jdbc.sql("select external_id from response where survey_version_id = ? and external_id is not null")
                        .param(version.value())
                        .query(String.class)
                        .list());
    }

    private void store(SurveyVersion version, Run run) {
        var now = Utc.now(clock);
        var stored = new ArrayList<Stored>();
        for (var line : run.fresh) {
            var person = people.registerRespondent(line.voice().organisation(), line.name());
            boolean spoke = line.answers().values().stream()
                    .anyMatch(answer -> answer instanceof OwnWords.Answer && !answer.isEmpty());
            var response = Response.imported(version.id(), person, line.voice().organisation(), line.respondent(), now);
            response.submitImported(line.answers().size(), line.voice(), spoke, now);
            stored.add(new Stored(responses.save(response).id(), person, line));
        }
        responses.flush();
        storeAnswers(stored, version.languages().getFirst().getLanguage(), now);
        events.publishEvent(Act.of(
                        ActKind.RESPONSES_IMPORTED,
                        new io.throughline.shared.act.ObjectRef(
                                Survey.KIND, version.survey().value()))
                .withHash(run.hash));
    }

    private void storeAnswers(List<Stored> stored, String language, Instant now) {
        var texts = new ArrayList<Object[]>();
        var working = new ArrayList<Object[]>();
        var counted = new ArrayList<Object[]>();
        var at = Utc.column(now);
        for (var one : stored) {
            one.line().answers().forEach((question, answer) -> {
                UUID text = null;
                if (answer instanceof OwnWords.Answer own) {
                    text = Ids.next();
                    texts.add(new Object[] {
                        text,
                        one.person().value(),
                        one.line().voice().organisation().value(),
                        one.response().value(),
                        question.value(),
                        language,
                        own.words(),
                        at
                    });
                }
                var content = answer instanceof OwnWords.Answer ? null : SurveyJson.write(answer);
                // No tab will ever be the one with the nil id.
                working.add(new @Nullable Object[] {
                    one.response().value(), question.value(), content, text, new UUID(0, 0), at
                });
                counted.add(new @Nullable Object[] {one.response().value(), question.value(), content, text});
            });
        }
        batch.batchUpdate("""
                insert into expression_text (id, person_id, organisation_id, source, response_id, question_id, language,
                                             words, told_at)
                values (?, ?, ?, 'SURVEY', ?, ?, ?, ?, ?)""", texts);
        batch.batchUpdate("""
                insert into answer (response_id, question_id, revision, content, expression_text_id, text_base, tab, tabs,
                                    saved_at)
                values (?, ?, 1, ?, ?, 0, ?, '{}', ?)""", working);
        batch.batchUpdate("""
                insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                values (?, 1, ?, ?, ?)""", counted);
    }

    private record Line(String respondent, String name, Response.Voice voice, Map<QuestionId, Answer> answers) {}

    private record Stored(ResponseId response, PersonId person, Line line) {}

    /** One reading of a file. */
    private static final class Run {

        private final List<Question> questions;
        private final ImportMap map;
        private final Map<String, Response.Voice> voices;
        private final Set<String> imported;
        private final Set<String> seen = new HashSet<>();
        private final List<Line> fresh = new ArrayList<>();
        private final List<LineError> errors = new ArrayList<>();
        private int lines;
        private int known;
        private String hash = "";

        Run(SurveyVersion version, ImportMap map, Map<String, Response.Voice> voices, Set<String> imported) {
            this.questions = version.content().questions();
            this.map = map;
            this.voices = voices;
            this.imported = imported;
            for (var part : map.answers()) {
                requireFitting(part);
            }
        }

        private void requireFitting(ImportMap.Part part) {
            boolean fits = part.question() >= 1
                    && part.question() <= questions.size()
                    && switch (questions.get(part.question() - 1)) {
                        case ImportanceSatisfaction _ -> part.points() == null && part.words() == null;
                        case Points _ -> part.points() != null && part.named() == null && part.satisfaction() == null;
                        case OwnWords _ -> part.words() != null && part.named() == null && part.points() == null;
                    };
            if (!fits) {
                throw new DomainException(SurveyError.IMPORT_MAP_INVALID, "question " + part.question());
            }
        }

        void read(String csv) {
            hash = Hashes.sha256(csv);
            var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
            try (var parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(new StringReader(text))) {
                var missing = map.columns()
                        .filter(column -> !parser.getHeaderMap().containsKey(column))
                        .findFirst();
                if (missing.isPresent()) {
                    throw new DomainException(SurveyError.IMPORT_COLUMN_MISSING, missing.get());
                }
                for (var row : parser) {
                    lines++;
                    read(row, parser.getCurrentLineNumber());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException | IllegalArgumentException e) {
                // The parser's own complaint about a file that is no table: the line it stopped at is what helps.
                errors.add(new LineError(lines + 2L, new DomainException(SurveyError.IMPORT_MAP_INVALID, "CSV")));
            }
        }

        private void read(CSVRecord row, long line) {
            try {
                var respondent = cell(row, map.respondent());
                if (respondent.isEmpty() || respondent.length() > SHORT) {
                    throw new DomainException(SurveyError.IMPORT_RESPONDENT_MISSING);
                }
                if (!seen.add(respondent)) {
                    throw new DomainException(SurveyError.IMPORT_RESPONDENT_TWICE, respondent);
                }
                var home = map.organisationName(cell(row, map.organisation()));
                var voice = voices.get(home);
                if (voice == null) {
                    throw new DomainException(SurveyError.IMPORT_ORGANISATION_UNKNOWN, home);
                }
                var answers = answers(row);
                if (imported.contains(respondent)) {
                    known++;
                } else {
                    fresh.add(new Line(respondent, map.respondentName(respondent), voice, answers));
                }
            } catch (DomainException e) {
                if (errors.size() < ERRORS_TOLD) {
                    errors.add(new LineError(line, e));
                }
            }
        }

        private Map<QuestionId, Answer> answers(CSVRecord row) {
            var answers = new LinkedHashMap<QuestionId, Answer>();
            for (var part : map.answers()) {
                var question = questions.get(part.question() - 1);
                var answer = switch (question) {
                    case ImportanceSatisfaction _ -> rated(row, part);
                    case Points _ -> points(row, part);
                    case OwnWords _ -> new OwnWords.Answer(part.words() == null ? "" : cell(row, part.words()));
                };
                requireValid(question, answer);
                // A blank row says that the question was shown and left; words nobody said are no row.
                if (!answer.isEmpty() || question instanceof ImportanceSatisfaction) {
                    answers.put(question.id(), answer);
                }
            }
            for (var question : questions) {
                if (!answers.containsKey(question.id())) {
                    requireValid(question, question.blank());
                }
            }
            return answers;
        }

        private static void requireValid(Question question, Answer answer) {
            question.validate(answer).stream().findFirst().ifPresent(problem -> {
                throw new DomainException(problem.code(), problem.arguments().toArray());
            });
        }

        private static ImportanceSatisfaction.Answer rated(CSVRecord row, ImportMap.Part part) {
            var named = part.named() == null
                    ? List.<String>of()
                    : part.named().stream()
                            .map(column -> cell(row, column))
                            .filter(key -> !key.isEmpty())
                            .toList();
            boolean none = part.noneIfEmpty() && named.isEmpty();
            var satisfaction =
                    part.satisfaction() == null ? Map.<String, Integer>of() : numbers(row, part.satisfaction());
            if (named.isEmpty() && !none && satisfaction.isEmpty()) {
                return new ImportanceSatisfaction.Answer(List.of(), false, Map.of());
            }
            var known = new LinkedHashMap<>(satisfaction);
            if (part.satisfaction() != null) {
                part.satisfaction().values().forEach(key -> known.putIfAbsent(key, ImportanceSatisfaction.DONT_KNOW));
            }
            return new ImportanceSatisfaction.Answer(named, none, known);
        }

        private static Points.Answer points(CSVRecord row, ImportMap.Part part) {
            return new Points.Answer(part.points() == null ? Map.of() : numbers(row, part.points()));
        }

        private static Map<String, Integer> numbers(CSVRecord row, Map<String, String> keyByColumn) {
            var numbers = new LinkedHashMap<String, Integer>();
            keyByColumn.forEach((column, key) -> {
                var value = cell(row, column);
                if (!value.isEmpty()) {
                    try {
                        numbers.put(key, Integer.valueOf(value));
                    } catch (NumberFormatException e) {
                        throw new DomainException(SurveyError.IMPORT_NOT_A_NUMBER, column, value);
                    }
                }
            });
            return numbers;
        }

        private static String cell(CSVRecord row, String column) {
            return row.isSet(column) ? row.get(column).strip() : "";
        }

        Report report(boolean done) {
            return new Report(lines, errors.isEmpty() ? fresh.size() : 0, known, List.copyOf(errors), done);
        }
    }
}
