package io.throughline.survey;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.survey.ExportColumn.Kind;
import io.throughline.survey.ExportColumn.Told;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.OwnWords;
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
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    ResponseRows(People people, Organisations organisations, NeedKeys needs, CurrentViewer viewer, JdbcClient jdbc) {
        this.people = people;
        this.organisations = organisations;
        this.needs = needs;
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
            @Nullable String segment,
            SurveyContent content,
            boolean names) {}

    /** What stands before the answers. */
    private static final List<String> HEAD = List.of(
            "response",
            "survey",
            "survey_version",
            "campaign",
            "respondent",
            "organisation",
            "segment",
            "weight_organisation",
            "weight_person",
            "revision",
            "submitted_at");

    static List<ExportColumn> columns(SurveyContent content, Locale locale) {
        var columns = new ArrayList<ExportColumn>();
        for (var name : HEAD) {
            columns.add(new ExportColumn(name, name, kind(name), Map.of(), told -> null));
        }
        for (int at = 0; at < content.questions().size(); at++) {
            columns.addAll(ExportColumns.of(content.questions().get(at), at + 1, locale));
        }
        return columns;
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "survey_version", "campaign", "weight_organisation", "weight_person", "revision" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    void read(Asked asked, Locale locale, Sink sink) throws IOException {
        var voices = voices(asked.campaign());
        var byQuestion = new ArrayList<List<ExportColumn>>();
        for (int at = 0; at < asked.content().questions().size(); at++) {
            byQuestion.add(ExportColumns.of(asked.content().questions().get(at), at + 1, locale));
        }
        UUID last = new UUID(0, 0);
        while (true) {
            var page = page(asked, last);
            if (page.isEmpty()) {
                return;
            }
            last = page.getLast().id();
            var answers = answers(page);
            var names = asked.names()
                    ? people.names(page.stream().map(Head::person).collect(Collectors.toSet()))
                    : Map.<PersonId, String>of();
            for (var head : page) {
                sink.row(cells(asked, head, names, voices, byQuestion, answers.getOrDefault(head.id(), Map.of())));
            }
        }
    }

    private List<Head> page(Asked asked, UUID after) {
        return jdbc.sql("""
                        select id, person_id, organisation_id, segment, weight, submitted_revision, submitted_at
                        from response
                        where campaign_id = :campaign and submitted_revision > 0 and id > :after
                          and (:segment is null or segment = :segment)
                        order by id limit :limit""")
                .param("campaign", asked.campaign().value())
                .param("after", after)
                .param("segment", asked.segment())
                .param("limit", AT_ONCE)
                .query((row, number) -> Head.of(row))
                .list();
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

    /** @param people how many of it answered */
    private record Voice(String name, int people) {}

    private Map<OrganisationId, Voice> voices(CampaignId campaign) {
        var counts = new HashMap<OrganisationId, Integer>();
        jdbc.sql("""
                        select organisation_id, count(*) people from response
                        where campaign_id = ? and submitted_revision > 0 group by organisation_id""").param(campaign.value()).query(row -> {
            counts.put(new OrganisationId(Utc.uuid(row, "organisation_id")), row.getInt("people"));
        });
        return organisations.byIds(counts.keySet()).values().stream()
                .collect(Collectors.toMap(
                        OrganisationInfo::id, one -> new Voice(one.name(), counts.getOrDefault(one.id(), 1))));
    }

    private List<@Nullable Object> cells(
            Asked asked,
            Head head,
            Map<PersonId, String> names,
            Map<OrganisationId, Voice> voices,
            List<List<ExportColumn>> byQuestion,
            Map<QuestionId, Told> answers) {
        var voice = voices.getOrDefault(head.organisation(), new Voice("", 1));
        boolean named = asked.names();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(named ? head.id().toString() : null);
        cells.add(asked.survey());
        cells.add(asked.version());
        cells.add(asked.round());
        cells.add(named ? names.getOrDefault(head.person(), "") : null);
        cells.add(named ? voice.name() : null);
        cells.add(named ? head.segment() : asked.segment());
        cells.add(named ? head.weight() : null);
        cells.add(named ? head.weight().divide(BigDecimal.valueOf(voice.people()), MathContext.DECIMAL64) : null);
        cells.add(named ? head.revision() : null);
        cells.add(named ? moment(head.submittedAt()) : null);
        for (int at = 0; at < byQuestion.size(); at++) {
            var told = answers.get(asked.content().questions().get(at).id());
            for (var column : byQuestion.get(at)) {
                cells.add(told == null ? null : column.value().apply(told));
            }
        }
        return cells;
    }

    /** On the reader's clock, with how far that is from UTC, so that it is the same moment for everybody. */
    private String moment(Instant at) {
        var zone = viewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private record Head(
            UUID id,
            PersonId person,
            OrganisationId organisation,
            @Nullable String segment,
            BigDecimal weight,
            int revision,
            Instant submittedAt) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    Utc.uuid(row, "id"),
                    new PersonId(Utc.uuid(row, "person_id")),
                    new OrganisationId(Utc.uuid(row, "organisation_id")),
                    row.getString("segment"),
                    row.getBigDecimal("weight"),
                    row.getInt("submitted_revision"),
                    Utc.instant(row, "submitted_at"));
        }
    }
}
