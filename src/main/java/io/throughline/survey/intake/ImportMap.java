package io.throughline.survey.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which column of a file of answers goes where. As JSON:
 *
 * <pre>{@code
 * {
 *   "respondent": "id",                 column with the respondent's id: one line each, imported once
 *   "name": "Resident {}",              how the respondent is called; {} stands for the id, {x} for what column x says
 *   "organisation": "district",         column with the organisation
 *   "organisationName": "District {}",  its name here; {} stands for the column's value; default "{}"
 *   "answers": [
 *     { "question": 1,                  position in the survey, from 1
 *       "named": ["top_1", "top_2"],    columns holding keys of items that matter most; empty = no more
 *       "noneIfEmpty": true,            all of them empty means "none of these"
 *       "satisfaction": { "sat_1": "key" } },   column to item key; 1-5, empty or 0 = don't know
 *     // a line in which all columns of this question are empty left it unanswered, unless noneIfEmpty
 *     { "question": 2, "points": { "p_1": "key" } },
 *     { "question": 3, "words": "comment" },
 *     { "question": 4, "best": ["b1", "b2"], "worst": ["w1", "w2"] }   set by set: columns holding the key chosen
 *     { "question": 5, "there": { "t_1": "key" }, "missing": { "m_1": "key" } }   1 (like) to 5 (dislike)
 *     { "question": 6, "ranks": { "r_1": "key" } }   1 is first, equal numbers are ties, empty is not ranked
 *     { "question": 7, "judgements": { "j_1": "key:key" } }   9 to 2: the first counts so much more; -2 to -9: the second
 *     { "question": 8, "chosen": "c_1", "other": "o_1" }   single choice: column holding the key; words for something else
 *     { "question": 9, "named": ["m_1", "m_2"], "other": "o_2", "noneIfEmpty": true }   multiple choice, choice of k
 *     { "question": 9, "marked": { "m_1": "key" }, "none": "m_0" }   instead of "named": column to item key, 1 = chosen, 0 or
 *         empty = not; "none": column saying 1 for "none of these"
 *     { "question": 10, "importance": { "i_1": "key" }, "satisfaction": { "s_1": "key" } }   1-5, empty or 0 = don't know
 *     { "question": 11, "step": "s" }   scale, net promoter score
 *     { "question": 12, "number": "n" }   1.5 or 1,5; nothing between thousands
 *     { "question": 13, "day": "d" }   2027-01-31
 *     { "question": 14, "words": "w", "who": "w_1", "often": "w_2", "badly": "w_3" }   a need; often 1 (once) to 5
 *         (daily), badly 1 (annoys) to 4 (prevents); a short or long text has words only
 *   ]
 * }
 * }</pre>
 */
public record ImportMap(
        String respondent,
        String name,
        String organisation,
        @Nullable String organisationName,
        List<Part> answers) {

    private static final Pattern QUOTED = Pattern.compile("\\{([^{}]+)\\}");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    /** One question's columns: those of its type only. */
    record Part(
            int question,
            @Nullable List<String> named,
            @Nullable Map<String, String> marked,
            @Nullable String none,
            boolean noneIfEmpty,
            @Nullable Map<String, String> satisfaction,
            @Nullable Map<String, String> importance,
            @Nullable Map<String, String> points,
            @Nullable String words,
            @Nullable String who,
            @Nullable String often,
            @Nullable String badly,
            @Nullable String step,
            @Nullable String number,
            @Nullable String day,
            @Nullable List<String> best,
            @Nullable List<String> worst,
            @Nullable Map<String, String> there,
            @Nullable Map<String, String> missing,
            @Nullable Map<String, String> ranks,
            @Nullable Map<String, String> judgements,
            @Nullable String chosen,
            @Nullable String other) {

        /** Whether it says in either way which items were chosen. */
        boolean namesItems() {
            return named != null || marked != null;
        }

        Stream<String> columns() {
            return Stream.of(
                            Stream.of(named, best, worst)
                                    .filter(Objects::nonNull)
                                    .flatMap(List::stream),
                            Stream.of(marked, satisfaction, importance, points, there, missing, ranks, judgements)
                                    .filter(Objects::nonNull)
                                    .flatMap(columns -> columns.keySet().stream()),
                            Stream.of(none, words, who, often, badly, step, number, day, chosen, other)
                                    .filter(Objects::nonNull))
                    .flatMap(columns -> columns);
        }
    }

    /** @throws DomainException IMPORT_MAP_INVALID */
    public static ImportMap parse(String json) {
        try {
            var map = MAPPER.readValue(json.startsWith("\uFEFF") ? json.substring(1) : json, ImportMap.class);
            if (map.respondent == null
                    || map.name == null
                    || map.organisation == null
                    || map.answers == null
                    || map.answers.isEmpty()) {
                throw new DomainException(SurveyError.IMPORT_MAP_INVALID, "respondent, name, organisation, answers");
            }
            return map;
        } catch (UnrecognizedPropertyException e) {
            throw new DomainException(SurveyError.IMPORT_MAP_INVALID, "\"" + e.getPropertyName() + "\"");
        } catch (JacksonException e) {
            throw new DomainException(
                    SurveyError.IMPORT_MAP_INVALID,
                    "JSON"
                            + (e.getLocation() == null
                                    ? ""
                                    : ", " + e.getLocation().getLineNr()));
        }
    }

    Stream<String> columns() {
        return Stream.of(
                        Stream.of(respondent, organisation),
                        nameColumns(),
                        answers.stream().flatMap(Part::columns))
                .flatMap(columns -> columns);
    }

    /** Those that say what a respondent is called, beside the one with the id. */
    Stream<String> nameColumns() {
        return QUOTED.matcher(name).results().map(found -> found.group(1));
    }

    /** Somebody of whom the columns say nothing is called by his or her id. @param cells by heading */
    String respondentName(String id, UnaryOperator<String> cells) {
        var called = QUOTED.matcher(name.replace("{}", id))
                .replaceAll(found -> Matcher.quoteReplacement(cells.apply(found.group(1))))
                .strip();
        return called.isEmpty() ? id : called;
    }

    /** As {@link #parse} reads it. */
    public String json() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    String organisationName(String value) {
        return organisationName == null ? value : organisationName.replace("{}", value);
    }
}
