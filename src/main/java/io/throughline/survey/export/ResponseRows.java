package io.throughline.survey.export;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedKeys;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.answer.WrittenResponse;
import io.throughline.survey.export.ExportColumn.Kind;
import io.throughline.survey.export.ExportColumn.Told;
import io.throughline.survey.export.ResponsePages.Asked;
import io.throughline.survey.export.ResponsePages.Head;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.results.ExportedTable;
import io.throughline.survey.results.WeightSets;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Submitted responses as rows of cells. */
@Component
class ResponseRows {

    private final People people;
    private final Organisations organisations;
    private final NeedKeys needs;
    private final WeightSets weights;
    private final CurrentViewer viewer;
    private final ResponsePages pages;
    private final JdbcClient jdbc;

    ResponseRows(
            People people,
            Organisations organisations,
            NeedKeys needs,
            WeightSets weights,
            CurrentViewer viewer,
            ResponsePages pages,
            JdbcClient jdbc) {
        this.people = people;
        this.organisations = organisations;
        this.needs = needs;
        this.weights = weights;
        this.viewer = viewer;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** One response. @param cells as many as there are columns */
    record Row(List<@Nullable Object> cells) {}

    /** Takes what was made of one response. */
    interface Sink<R> {
        void take(R row) throws IOException;
    }

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

    /**
     * @param made of one response; of several at once
     * @param sink takes them in their order
     */
    <R> void read(Asked asked, Locale locale, Function<Row, R> made, Sink<R> sink) throws IOException {
        var voices = voices(asked.campaign());
        var byQuestion = new LinkedHashMap<Question, List<ExportColumn>>();
        for (var question : asked.content().questions()) {
            byQuestion.put(question, ExportColumns.of(question, byQuestion.size() + 1, locale));
        }
        pages.read(asked, page -> {
            var elsewhere = new Elsewhere(needs(byQuestion.keySet(), page), fileNames(byQuestion.keySet(), page));
            var names = asked.names()
                    ? people.names(page.heads().stream()
                            .flatMap(head -> Stream.ofNullable(head.person()))
                            .collect(Collectors.toSet()))
                    : Map.<PersonId, String>of();
            var zone = viewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC);
            var rows = page.heads().parallelStream()
                    .map(head -> {
                        var cells = head(asked, head, names, voices, zone);
                        answered(byQuestion, page, head, elsewhere, cells);
                        return made.apply(new Row(cells));
                    })
                    .toList();
            for (var row : rows) {
                sink.take(row);
            }
        });
    }

    /** What is told of answers and doesn't stand with them. @param needs by the words that became part of them */
    private record Elsewhere(Map<ExpressionTextId, String> needs, Map<UUID, String> fileNames) {}

    private Map<ExpressionTextId, String> needs(Collection<Question> questions, ResponsePages.Page page) {
        var asked = questions.stream()
                .filter(OwnWords.class::isInstance)
                .map(question -> question.id().value())
                .toList();
        return needs.of(page.answers().values().stream()
                .flatMap(one -> asked.stream()
                        .flatMap(question -> Stream.ofNullable(one.texts().get(question))))
                .map(ExpressionTextId::new)
                .toList());
    }

    private Map<UUID, String> fileNames(Collection<Question> questions, ResponsePages.Page page) {
        var names = new HashMap<UUID, String>();
        if (questions.stream().anyMatch(FileQuestion.class::isInstance)) {
            jdbc.sql("select id, name from answer_file where response_id in (:ids)")
                    .param("ids", page.heads().stream().map(Head::id).toList())
                    .query(row -> {
                        names.put(Columns.uuid(row, "id"), row.getString("name"));
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
            counts.put(new OrganisationId(Columns.uuid(row, "organisation_id")), row.getInt("people"));
        });
        var weighed = weights.weights(campaign).stream()
                .collect(Collectors.toMap(one -> new OrganisationId(one.organisation()), WeightSets.Weight::weight));
        return organisations.byIds(counts.keySet()).values().stream()
                .collect(Collectors.toMap(
                        OrganisationInfo::id,
                        one -> new Voice(one.name(), counts.getOrDefault(one.id(), 1), weighed.get(one.id()))));
    }

    private static void answered(
            Map<Question, List<ExportColumn>> byQuestion,
            ResponsePages.Page page,
            Head head,
            Elsewhere elsewhere,
            List<@Nullable Object> cells) {
        var written = page.answers().getOrDefault(head.id(), WrittenResponse.NOTHING);
        var answers = written.read(page.words());
        byQuestion.forEach((question, columns) -> {
            var id = question.id().value();
            var answer = answers.get(id);
            var text = written.texts().get(id);
            var need = text == null ? null : elsewhere.needs().get(new ExpressionTextId(text));
            var told = answer == null ? null : new Told(answer, need, elsewhere.fileNames());
            for (var column : columns) {
                cells.add(told == null ? null : column.value().apply(told));
            }
        });
    }

    /** What is there whatever was asked. */
    private static List<@Nullable Object> head(
            Asked asked, Head head, Map<PersonId, String> names, Map<OrganisationId, Voice> voices, ZoneId zone) {
        var cells = new ArrayList<@Nullable Object>();
        boolean named = asked.names();
        cells.add(named ? head.id().toString() : null);
        cells.add(asked.survey());
        cells.add(asked.version());
        cells.add(asked.round());
        cells.addAll(named ? named(head, names, voices, zone) : unnamed(asked));
        return cells;
    }

    /** Whose it is, and when it was given. */
    private static List<@Nullable Object> named(
            Head head, Map<PersonId, String> names, Map<OrganisationId, Voice> voices, ZoneId zone) {
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
        cells.add(submittedAt == null ? null : moment(submittedAt, zone));
        return cells;
    }

    private static List<@Nullable Object> unnamed(Asked asked) {
        return Arrays.asList(null, null, asked.filter().segment(), null, null, null, null);
    }

    /** On the reader's clock, with how far that is from UTC, so that it is the same moment for everybody. */
    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
