package io.throughline.survey;

import io.throughline.shared.Days;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers are looked at: in figures, tables, counts, single answers and everything taken out alike.
 *
 * @param segment null for all
 * @param organisations empty for all
 * @param from the first week, by its Monday; null for no limit. A response belongs to the week it was submitted in first
 * @param to the last week, by its Monday; null for no limit
 * @param said only who said this; null for all
 */
public record ResultsFilter(
        @Nullable String segment,
        Set<OrganisationId> organisations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Said said) {

    public static final ResultsFilter NONE = new ResultsFilter(null, Set.of(), null, null, null);

    private static final String SEGMENT = "segment";
    private static final String ORGANISATION = "organisation";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SAID = "said";

    /** Of a response r; its parameters are {@link #parameters}. */
    public static final String CONDITION = """
             and (:segment is null or r.segment = :segment)
             and (:everywhere or coalesce(r.organisation_id, :nil) in (:organisations))
             and (:from is null or r.week >= :from) and (:to is null or r.week <= :to)
             and (:said is null or exists (
                  select 1 from submitted_answer f
                  where f.response_id = r.id and f.revision = r.submitted_revision and f.question_id = :said
                    and (json_contains(f.content, json_quote(:option), '$.chosen')
                         or json_contains(f.content, json_quote(:option), '$.mattersMost')
                         or json_value(f.content, '$.step') = :option)))
            """;

    public ResultsFilter {
        organisations = Set.copyOf(organisations);
        from = monday(from);
        to = monday(to);
    }

    private static @Nullable LocalDate monday(@Nullable LocalDate day) {
        return day == null ? null : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** An answer to another question. @param option one of the question's options */
    public record Said(QuestionId question, String option) {}

    /**
     * From its written form.
     *
     * @param parameter the values of one parameter, none where it is not there
     * @throws DomainException NOT_FOUND where it is none
     */
    public static ResultsFilter read(Function<String, List<String>> parameter) {
        try {
            return new ResultsFilter(
                    one(parameter, SEGMENT),
                    parameter.apply(ORGANISATION).stream()
                            .map(id -> new OrganisationId(UUID.fromString(id)))
                            .collect(Collectors.toSet()),
                    day(one(parameter, FROM)),
                    day(one(parameter, TO)),
                    said(one(parameter, SAID)));
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound();
        }
    }

    private static @Nullable String one(Function<String, List<String>> parameter, String name) {
        return parameter.apply(name).stream()
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : Days.read(day).orElseThrow(DomainException::notFound);
    }

    private static @Nullable Said said(@Nullable String said) {
        if (said == null) {
            return null;
        }
        int end = Math.max(0, said.indexOf(':'));
        return new Said(new QuestionId(UUID.fromString(said.substring(0, end))), said.substring(end + 1));
    }

    /** As parameters of an address, in a fixed order; those that leave nobody out are not there. */
    public Map<String, List<String>> written() {
        var written = new LinkedHashMap<String, List<String>>();
        if (segment != null) {
            written.put(SEGMENT, List.of(segment));
        }
        if (!organisations.isEmpty()) {
            written.put(
                    ORGANISATION, ids().stream().map(UUID::toString).sorted().toList());
        }
        if (from != null) {
            written.put(FROM, List.of(from.toString()));
        }
        if (to != null) {
            written.put(TO, List.of(to.toString()));
        }
        if (said != null) {
            written.put(SAID, List.of(said.question().value() + ":" + said.option()));
        }
        return written;
    }

    public static ResultsFilter of(@Nullable String segment) {
        return new ResultsFilter(segment, Set.of(), null, null, null);
    }

    public ResultsFilter withSegment(@Nullable String chosen) {
        return new ResultsFilter(chosen, organisations, from, to, said);
    }

    public ResultsFilter withOrganisations(Set<OrganisationId> chosen) {
        return new ResultsFilter(segment, chosen, from, to, said);
    }

    public ResultsFilter withWeeks(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new ResultsFilter(segment, organisations, first, last, said);
    }

    public ResultsFilter withSaid(@Nullable Said chosen) {
        return new ResultsFilter(segment, organisations, from, to, chosen);
    }

    /** Whether nobody is left out. */
    public boolean isNone() {
        return equals(NONE);
    }

    public boolean isOfAllWeeks() {
        return from == null && to == null;
    }

    /** Whether a group's answers of a week count. @param week its Monday */
    public boolean admits(Group group, LocalDate week) {
        return (from == null || !week.isBefore(from)) && (to == null || !week.isAfter(to)) && admits(group);
    }

    /** Whether a group's answers count, in some week at least. */
    public boolean admits(Group group) {
        return (segment == null || segment.equals(group.segment()))
                && (organisations.isEmpty() || organisations.contains(new OrganisationId(group.organisation())));
    }

    /**
     * The one place where a filter is refused.
     *
     * @throws DomainException UNKNOWN_QUESTION, UNKNOWN_ITEM
     */
    public void requireApplicable(SurveyContent content) {
        if (said != null && !content.question(said.question()).options().contains(said.option())) {
            throw new DomainException(SurveyError.UNKNOWN_ITEM);
        }
    }

    /** Whether what has to be said could be said there. */
    public boolean isApplicable(SurveyContent content) {
        return said == null
                || content.questions().stream()
                        .filter(question -> question.id().equals(said.question()))
                        .anyMatch(question -> question.options().contains(said.option()));
    }

    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("segment", segment);
        parameters.put("everywhere", organisations.isEmpty());
        parameters.put("nil", Group.NOT_KEPT);
        parameters.put("organisations", organisations.isEmpty() ? List.of(Group.NOT_KEPT) : ids());
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("said", said == null ? null : said.question().value());
        parameters.put("option", said == null ? null : said.option());
        return parameters;
    }

    private Set<UUID> ids() {
        return organisations.stream().map(OrganisationId::value).collect(Collectors.toSet());
    }
}
