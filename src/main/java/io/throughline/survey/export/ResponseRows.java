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
import io.throughline.survey.FileId;
import io.throughline.survey.NeedKeys;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.export.ExportColumn.Kind;
import io.throughline.survey.export.ExportColumn.Told;
import io.throughline.survey.export.ResponsePages.Head;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.FileQuestion;
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

    /**
     * @param made of one response; of several at once
     * @param sink takes them in their order
     */
    <R> void read(Asked asked, Locale locale, Function<Row, R> made, Sink<R> sink) throws IOException {
        var voices = voices(asked.campaign());
        var byQuestion = new LinkedHashMap<QuestionId, List<ExportColumn>>();
        for (var question : asked.content().questions()) {
            byQuestion.put(question.id(), ExportColumns.of(question, byQuestion.size() + 1, locale));
        }
        pages.read(asked, page -> {
            var answers = answers(page);
            var names = asked.names()
                    ? people.names(page.heads().stream()
                            .flatMap(head -> Stream.ofNullable(head.person()))
                            .collect(Collectors.toSet()))
                    : Map.<PersonId, String>of();
            var zone = viewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC);
            var rows = page.heads().parallelStream()
                    .map(head -> {
                        var cells = head(asked, head, names, voices, zone);
                        cells.addAll(answered(byQuestion, answers.getOrDefault(head.id(), Map.of())));
                        return made.apply(new Row(cells));
                    })
                    .toList();
            for (var row : rows) {
                sink.take(row);
            }
        });
    }

    private Map<UUID, Map<QuestionId, Told>> answers(ResponsePages.Page page) {
        var given = page.answers().entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Read::of).toList()));
        var all = given.values().stream().flatMap(List::stream).toList();
        var keys = needs.of(all.stream()
                .filter(one -> one.written().answer().isOwnWords())
                .flatMap(one -> Stream.ofNullable(one.words()))
                .toList());
        var files = fileNames(all.stream().map(Read::answer).toList());
        var told = new HashMap<UUID, Map<QuestionId, Told>>();
        given.forEach((response, answers) -> told.put(
                response,
                answers.stream()
                        .collect(Collectors.toMap(
                                one -> one.written().question(),
                                one -> new Told(
                                        one.answer(), one.words() == null ? null : keys.get(one.words()), files)))));
        return told;
    }

    private record Read(ResponsePages.Written written, Answer answer) {

        static Read of(ResponsePages.Written written) {
            return new Read(written, written.answer().read());
        }

        @Nullable
        ExpressionTextId words() {
            return written.words() == null ? null : new ExpressionTextId(written.words());
        }
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

    private static List<@Nullable Object> answered(
            Map<QuestionId, List<ExportColumn>> byQuestion, Map<QuestionId, Told> answers) {
        var cells = new ArrayList<@Nullable Object>();
        byQuestion.forEach((question, columns) -> {
            var told = answers.get(question);
            for (var column : columns) {
                cells.add(told == null ? null : column.value().apply(told));
            }
        });
        return cells;
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
