package io.throughline.survey;

import io.throughline.shared.DomainException;
import io.throughline.survey.ResponseImport.LineError;
import io.throughline.survey.ResponseImport.Report;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** One reading of a file of answers: its lines as answers to the questions, and what is wrong with them. */
final class ImportRun {

    /** So many errors are told; the rest is only counted. */
    private static final int ERRORS_TOLD = 200;

    private static final int SHORT = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One respondent's answers. */
    record Line(String respondent, String name, Response.Voice voice, Map<QuestionId, Answer> answers) {}

    private final List<Question> questions;
    private final ImportMap map;
    private final Map<String, Response.Voice> voices;
    private final Set<String> imported;
    private final Set<String> seen = new HashSet<>();
    private final List<Line> fresh = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private List<String> columns = List.of();
    private int lines;
    private int known;
    private int wrong;

    /**
     * @param voices the organisations asked, by name
     * @param imported respondents imported before
     */
    ImportRun(List<Question> questions, ImportMap map, Map<String, Response.Voice> voices, Set<String> imported) {
        this.questions = questions;
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
                    case Kano _ -> part.there() != null && part.missing() != null;
                    case Ranking _ -> part.ranks() != null;
                    case Pairwise _ -> part.judgements() != null;
                    case BestWorst one ->
                        part.best() != null
                                && part.worst() != null
                                && part.best().size() == one.sets().size()
                                && part.worst().size() == one.sets().size();
                    case ImportanceSatisfaction _ -> part.points() == null && part.words() == null;
                    case Points _ -> part.points() != null && part.named() == null && part.satisfaction() == null;
                    case OwnWords _ -> part.words() != null && part.named() == null && part.points() == null;
                };
        if (!fits) {
            throw new DomainException(SurveyError.IMPORT_MAP_INVALID, "question " + part.question());
        }
    }

    void read(String csv) {
        var text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiterOf(text))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                .get()
                .parse(new StringReader(text))) {
            columns = parser.getHeaderNames();
            map.columns()
                    .filter(column -> !columns.contains(column))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new DomainException(
                                SurveyError.IMPORT_COLUMN_MISSING, missing, String.join(", ", columns));
                    });
            for (var row : parser) {
                lines++;
                read(row, parser.getCurrentLineNumber());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // The parser's own complaint about a file that is no table: the line it stopped at is what helps.
            refuse(columns.isEmpty() ? 1 : lines + 2L, new DomainException(SurveyError.IMPORT_NOT_A_TABLE));
        }
    }

    /** Whatever separates the columns of the heading line: spreadsheets write semicolons in many countries. */
    private static char delimiterOf(String text) {
        var heading = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        one -> heading.chars().filter(sign -> sign == one).count()))
                .filter(one -> heading.indexOf(one) >= 0)
                .orElse(',');
    }

    private void refuse(long line, DomainException error) {
        wrong++;
        if (errors.size() < ERRORS_TOLD) {
            errors.add(new LineError(line, error));
        }
    }

    boolean isRefused() {
        return wrong > 0;
    }

    List<Line> fresh() {
        return fresh;
    }

    private void read(CSVRecord row, long line) {
        try {
            if (!row.isConsistent()) {
                throw new DomainException(SurveyError.IMPORT_CELLS, columns.size(), row.size());
            }
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
            refuse(line, e);
        }
    }

    private Map<QuestionId, Answer> answers(CSVRecord row) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var part : map.answers()) {
            var question = questions.get(part.question() - 1);
            var answer = switch (question) {
                case Kano _ -> felt(row, part);
                case Ranking _ -> new Ranking.Answer(part.ranks() == null ? Map.of() : numbers(row, part.ranks()));
                case Pairwise _ ->
                    new Pairwise.Answer(part.judgements() == null ? Map.of() : numbers(row, part.judgements()));
                case BestWorst one -> picked(row, part, one);
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
        var satisfaction = part.satisfaction() == null ? Map.<String, Integer>of() : numbers(row, part.satisfaction());
        if (named.isEmpty() && !none && satisfaction.isEmpty()) {
            return new ImportanceSatisfaction.Answer(List.of(), false, Map.of());
        }
        var known = new LinkedHashMap<>(satisfaction);
        if (part.satisfaction() != null) {
            part.satisfaction().values().forEach(key -> known.putIfAbsent(key, ImportanceSatisfaction.DONT_KNOW));
        }
        return new ImportanceSatisfaction.Answer(named, none, known);
    }

    private static BestWorst.Answer picked(CSVRecord row, ImportMap.Part part, BestWorst question) {
        var picks = new LinkedHashMap<Integer, BestWorst.Pick>();
        for (int set = 0; set < question.sets().size(); set++) {
            var pick = new BestWorst.Pick(key(row, part.best(), set), key(row, part.worst(), set));
            if (pick.best() != null || pick.worst() != null) {
                picks.put(set, pick);
            }
        }
        return new BestWorst.Answer(picks);
    }

    private static Kano.Answer felt(CSVRecord row, ImportMap.Part part) {
        var there = part.there() == null ? Map.<String, Integer>of() : numbers(row, part.there());
        var missing = part.missing() == null ? Map.<String, Integer>of() : numbers(row, part.missing());
        var pairs = new LinkedHashMap<String, Kano.Pair>();
        Stream.concat(there.keySet().stream(), missing.keySet().stream())
                .distinct()
                .forEach(key -> pairs.put(key, new Kano.Pair(feeling(there.get(key)), feeling(missing.get(key)))));
        return new Kano.Answer(pairs);
    }

    private static Kano.@Nullable Feeling feeling(@Nullable Integer number) {
        var feelings = Kano.Feeling.values();
        if (number == null) {
            return null;
        }
        if (number < 1 || number > feelings.length) {
            throw new DomainException(SurveyError.RATING_OUT_OF_RANGE, 1, feelings.length);
        }
        return feelings[number - 1];
    }

    private static @Nullable String key(CSVRecord row, @Nullable List<String> columns, int at) {
        var key = columns == null ? "" : cell(row, columns.get(at));
        return key.isEmpty() ? null : key;
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
        return new Report(lines, !isRefused() ? fresh.size() : 0, known, List.copyOf(errors), wrong, done);
    }
}
