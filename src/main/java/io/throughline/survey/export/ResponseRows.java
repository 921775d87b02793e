package io.throughline.survey.export;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.FileId;
import io.throughline.survey.NeedKeys;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.export.ExportColumn.Kind;
import io.throughline.survey.export.ExportColumn.Told;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.results.ExportedTable;
import io.throughline.survey.results.WeightSets;
import io.throughline.survey.row.Utc;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Submitted responses as rows of cells, read some hundred at a time: however many there are, few are in memory. */
@Component
class ResponseRows {

    private static final int AT_ONCE = 500;

    private final People people;
    private final Organisations organisations;
    private final NeedKeys needs;
    private final WeightSets weights;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    ResponseRows(
            People people,
            Organisations organisations,
            NeedKeys needs,
            WeightSets weights,
            CurrentViewer viewer,
            JdbcClient jdbc) {
        this.people = people;
        this.organisations = organisations;
        this.needs = needs;
        this.weights = weights;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /** Takes the cells of one response, as many as there are columns. */
    interface Sink {
        void row(List<@Nullable Object> cells) throws IOException;
    }

    /**
     * What is exported.
     *
     * @param version number of the survey version asked
     * @param names whether to say who answered; if not, nothing that could lead there is told either
     */
    record Asked(
            CampaignId campaign,
            int round,
            String survey,
            int version,
            ResultsFilter filter,
            SurveyContent content,
            boolean names) {}

    static List<ExportColumn> columns(SurveyContent content, Locale locale) {
        var columns = new ArrayList<ExportColumn>();
        for (var name : ExportedTable.HEAD) {
            columns.add(new ExportColumn(name, name, kind(name), Map.of(), told -> null));
        }
        for (int at = 0; at < content.questions().size(); at++) {
            columns.addAll(ExportColumns.of(content.questions().get(at), at + 1, locale));
        }
        return columns;
    }

    private static Kind kind(String name) {
        return switch (name) {
            case ExportedTable.SURVEY_VERSION,
                    ExportedTable.CAMPAIGN,
                    ExportedTable.WEIGHT_ORGANISATION,
                    ExportedTable.WEIGHT_PERSON,
                    ExportedTable.REVISION -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    void read(Asked asked, Locale locale, Sink sink) throws IOException {
        var voices = voices(asked.campaign());
        var byQuestion = new ArrayList<List<ExportColumn>>();
        for (int at = 0; at < asked.content().questions().size(); at++) {
            byQuestion.add(ExportColumns.of(asked.content().questions().get(at), at + 1, locale));
        }
        var pages = asked.names() ? new InOrder(asked) : new ByChance(asked);
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            var answers = answers(page);
            var names = asked.names()
                    ? people.names(page.stream()
                            .flatMap(head -> Stream.ofNullable(head.person()))
                            .collect(Collectors.toSet()))
                    : Map.<PersonId, String>of();
            for (var head : page) {
                sink.row(cells(asked, head, names, voices, byQuestion, answers.getOrDefault(head.id(), Map.of())));
            }
        }
    }

    private static final String HEADS = """
            select r.id, r.person_id, r.organisation_id, r.segment, r.weight, r.submitted_revision, r.submitted_at
            from response r
            """;

    private static final String IN_ORDER = HEADS + """
            where r.campaign_id = :campaign and r.submitted_revision > 0 and r.id > :after
            """ + ResultsFilter.CONDITION + " order by r.id limit :limit";

    private static final String BY_CHANCE =
            """
            select r.id from response r where r.campaign_id = :campaign and r.submitted_revision > 0
            """ + ResultsFilter.CONDITION + " order by sha2(concat(r.campaign_id, r.id), 256)";

    private static final String SOME = HEADS + "where r.id in (:ids)";

    /** Responses, some hundred at a time; none where there are no more. */
    private interface Pages {
        List<Head> next();
    }

    /** In the order in which they were begun, which ids tell. */
    private final class InOrder implements Pages {

        private final Asked asked;
        private UUID last = new UUID(0, 0);

        InOrder(Asked asked) {
            this.asked = asked;
        }

        @Override
        public List<Head> next() {
            var page = jdbc.sql(IN_ORDER)
                    .params(asked.filter().parameters())
                    .param("campaign", asked.campaign().value())
                    .param("after", last)
                    .param("limit", AT_ONCE)
                    .query((row, number) -> Head.of(row))
                    .list();
            last = page.isEmpty() ? last : page.getLast().id();
            return page;
        }
    }

    /** For whoever is not to know when they were given: in an order that says nothing. The ids of all are in memory. */
    private final class ByChance implements Pages {

        private final List<UUID> ids;
        private int at;

        ByChance(Asked asked) {
            ids = jdbc.sql(BY_CHANCE)
                    .params(asked.filter().parameters())
                    .param("campaign", asked.campaign().value())
                    .query((row, number) -> Utc.uuid(row, "id"))
                    .list();
        }

        @Override
        public List<Head> next() {
            var some = ids.subList(at, Math.min(at + AT_ONCE, ids.size()));
            at += some.size();
            if (some.isEmpty()) {
                return List.of();
            }
            var heads = jdbc.sql(SOME).param("ids", some).query((row, number) -> Head.of(row)).list().stream()
                    .collect(Collectors.toMap(Head::id, head -> head));
            return some.stream().flatMap(id -> Stream.ofNullable(heads.get(id))).toList();
        }
    }

    private Map<UUID, Map<QuestionId, Told>> answers(List<Head> page) {
        record Row(
                UUID response,
                QuestionId question,
                Answer answer,
                @Nullable UUID words) {}
        var rows = jdbc.sql("""
                        select r.id, s.question_id, s.content, s.expression_text_id, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""")
                .param("ids", page.stream().map(Head::id).toList())
                .query((row, number) -> new Row(
                        Utc.uuid(row, "id"),
                        new QuestionId(Utc.uuid(row, "question_id")),
                        SubmittedAnswers.answer(row),
                        SubmittedAnswers.optional(row, "expression_text_id")))
                .list();
        var keys = needs.of(rows.stream()
                .filter(row -> row.answer() instanceof OwnWords.Answer)
                .flatMap(row -> Stream.ofNullable(row.words()))
                .map(ExpressionTextId::new)
                .toList());
        var files = fileNames(rows.stream().map(Row::answer).toList());
        var found = new HashMap<UUID, Map<QuestionId, Told>>();
        for (var row : rows) {
            var need = row.words() == null ? null : keys.get(new ExpressionTextId(row.words()));
            found.computeIfAbsent(row.response(), _ -> new HashMap<>())
                    .put(row.question(), new Told(row.answer(), need, files));
        }
        return found;
    }

    private Map<UUID, String> fileNames(Collection<Answer> answers) {
        var ids = answers.stream()
                .flatMap(answer -> answer instanceof FileQuestion.Answer own ? own.files().stream() : Stream.empty())
                .map(FileId::value)
                .toList();
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from answer_file where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(Utc.uuid(row, "id"), row.getString("name"));
                    });
        }
        return names;
    }

    /** @param people how many of it answered, @param weight in force */
    private record Voice(String name, int people, @Nullable BigDecimal weight) {}

    private Map<OrganisationId, Voice> voices(CampaignId campaign) {
        var counts = new HashMap<OrganisationId, Integer>();
        jdbc.sql("""
                        select organisation_id, count(*) people from response
                        where campaign_id = ? and submitted_revision > 0 and organisation_id is not null
                        group by organisation_id""").param(campaign.value()).query(row -> {
            counts.put(new OrganisationId(Utc.uuid(row, "organisation_id")), row.getInt("people"));
        });
        var weighed = weights.weights(campaign).stream()
                .collect(Collectors.toMap(one -> new OrganisationId(one.organisation()), WeightSets.Weight::weight));
        return organisations.byIds(counts.keySet()).values().stream()
                .collect(Collectors.toMap(
                        OrganisationInfo::id,
                        one -> new Voice(one.name(), counts.getOrDefault(one.id(), 1), weighed.get(one.id()))));
    }

    private List<@Nullable Object> cells(
            Asked asked,
            Head head,
            Map<PersonId, String> names,
            Map<OrganisationId, Voice> voices,
            List<List<ExportColumn>> byQuestion,
            Map<QuestionId, Told> answers) {
        var cells = new ArrayList<@Nullable Object>();
        boolean named = asked.names();
        cells.add(named ? head.id().toString() : null);
        cells.add(asked.survey());
        cells.add(asked.version());
        cells.add(asked.round());
        cells.addAll(named ? named(head, names, voices) : unnamed(asked));
        for (int at = 0; at < byQuestion.size(); at++) {
            var told = answers.get(asked.content().questions().get(at).id());
            for (var column : byQuestion.get(at)) {
                cells.add(told == null ? null : column.value().apply(told));
            }
        }
        return cells;
    }

    /** Whose it is, and when it was given. */
    private List<@Nullable Object> named(Head head, Map<PersonId, String> names, Map<OrganisationId, Voice> voices) {
        var voice = head.organisation() == null ? null : voices.get(head.organisation());
        var weight = voice == null || voice.weight() == null ? head.weight() : voice.weight();
        var submittedAt = head.submittedAt();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(head.person() == null ? "" : names.getOrDefault(head.person(), ""));
        cells.add(voice == null ? "" : voice.name());
        cells.add(head.segment());
        cells.add(weight);
        cells.add(
                weight == null || voice == null
                        ? null
                        : weight.divide(BigDecimal.valueOf(voice.people()), MathContext.DECIMAL64));
        cells.add(head.revision());
        cells.add(submittedAt == null ? null : moment(submittedAt));
        return cells;
    }

    private static List<@Nullable Object> unnamed(Asked asked) {
        return Arrays.asList(null, null, asked.filter().segment(), null, null, null, null);
    }

    /** On the reader's clock, with how far that is from UTC, so that it is the same moment for everybody. */
    private String moment(Instant at) {
        var zone = viewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private record Head(
            UUID id,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable String segment,
            @Nullable BigDecimal weight,
            int revision,
            @Nullable Instant submittedAt) {

        static Head of(ResultSet row) throws SQLException {
            var person = SubmittedAnswers.optional(row, "person_id");
            var organisation = SubmittedAnswers.optional(row, "organisation_id");
            return new Head(
                    Utc.uuid(row, "id"),
                    person == null ? null : new PersonId(person),
                    organisation == null ? null : new OrganisationId(organisation),
                    row.getString("segment"),
                    row.getBigDecimal("weight"),
                    row.getInt("submitted_revision"),
                    Utc.optional(row, "submitted_at"));
        }
    }
}
