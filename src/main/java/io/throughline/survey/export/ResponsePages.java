package io.throughline.survey.export;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.answer.WrittenAnswer;
import io.throughline.survey.answer.WrittenResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Submitted responses with their answers as they are written, some hundred at a time: however many there are, few are in
 * memory. While some are worked on the next ones are read, several pages at once: one connection alone is slower than
 * what is done with the rows.
 */
@Component
class ResponsePages {

    private static final int AT_ONCE = 300;

    /** Pages being read, or waiting to be worked on. */
    private static final int AHEAD = 2;

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

    private static final String ANSWERS = """
            select r.id,
                json_objectagg(s.question_id, s.content) answers,
                json_objectagg(if(s.expression_text_id is null, null, s.question_id), s.expression_text_id) texts
            from response r
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
            where r.id in (:ids) group by r.id""";

    private static final String WORDS = "select id, words, who, often, badly from expression_text where id in (:ids)";

    private final JdbcClient jdbc;
    private final Executor ahead = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("export-", 0).factory());

    ResponsePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Takes some responses. */
    interface Reader {
        void read(Page page) throws IOException;
    }

    /** @param answers by response, of those who gave any, @param words by the id of their text */
    record Page(List<Head> heads, Map<UUID, WrittenResponse> answers, Map<UUID, WrittenAnswer> words) {}

    record Head(
            UUID id,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable String segment,
            @Nullable BigDecimal weight,
            int revision,
            @Nullable Instant submittedAt) {

        static Head of(ResultSet row) throws SQLException {
            var person = Columns.uuidOrNull(row, "person_id");
            var organisation = Columns.uuidOrNull(row, "organisation_id");
            return new Head(
                    Columns.uuid(row, "id"),
                    person == null ? null : new PersonId(person),
                    organisation == null ? null : new OrganisationId(organisation),
                    row.getString("segment"),
                    row.getBigDecimal("weight"),
                    row.getInt("submitted_revision"),
                    Utc.optional(row, "submitted_at"));
        }
    }

    /** @param reader takes them page by page, those without names in an order that says nothing */
    void read(Asked asked, Reader reader) throws IOException {
        read(asked, AT_ONCE, reader);
    }

    /** As {@link #read(Asked, Reader)}. @param atOnce responses of a page */
    void read(Asked asked, int atOnce, Reader reader) throws IOException {
        Supplier<List<Head>> heads = asked.names() ? new InOrder(asked, atOnce) : new ByChance(asked, atOnce);
        var waiting = new ArrayDeque<CompletableFuture<Page>>();
        var last = CompletableFuture.supplyAsync(heads, ahead);
        waiting.add(last.thenApplyAsync(this::page, ahead));
        try {
            while (true) {
                while (waiting.size() < AHEAD) {
                    last = last.thenApplyAsync(_ -> heads.get(), ahead);
                    waiting.add(last.thenApplyAsync(this::page, ahead));
                }
                var page = waiting.remove().join();
                if (page.heads().isEmpty()) {
                    return;
                }
                reader.read(page);
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Page page(List<Head> heads) {
        if (heads.isEmpty()) {
            return new Page(heads, Map.of(), Map.of());
        }
        var answers = new HashMap<UUID, WrittenResponse>();
        jdbc.sql(ANSWERS).param("ids", heads.stream().map(Head::id).toList()).query(row -> {
            answers.put(Columns.uuid(row, "id"), WrittenResponse.of(row));
        });
        var texts = answers.values().stream()
                .flatMap(one -> one.texts().values().stream())
                .toList();
        var words = new HashMap<UUID, WrittenAnswer>();
        if (!texts.isEmpty()) {
            jdbc.sql(WORDS).param("ids", texts).query(row -> {
                words.put(Columns.uuid(row, "id"), WrittenAnswer.words(row));
            });
        }
        return new Page(heads, answers, words);
    }

    /** In the order in which they were begun, which ids tell. */
    private final class InOrder implements Supplier<List<Head>> {

        private final Asked asked;
        private final int atOnce;
        private UUID last = new UUID(0, 0);

        InOrder(Asked asked, int atOnce) {
            this.asked = asked;
            this.atOnce = atOnce;
        }

        @Override
        public List<Head> get() {
            var page = jdbc.sql(IN_ORDER)
                    .params(asked.filter().parameters())
                    .param("campaign", asked.campaign().value())
                    .param("after", last)
                    .param("limit", atOnce)
                    .query((row, number) -> Head.of(row))
                    .list();
            last = page.isEmpty() ? last : page.getLast().id();
            return page;
        }
    }

    /** For whoever is not to know when they were given: in an order that says nothing. The ids of all are in memory. */
    private final class ByChance implements Supplier<List<Head>> {

        private final List<UUID> ids;
        private final int atOnce;
        private int at;

        ByChance(Asked asked, int atOnce) {
            this.atOnce = atOnce;
            ids = jdbc.sql(BY_CHANCE)
                    .params(asked.filter().parameters())
                    .param("campaign", asked.campaign().value())
                    .query((row, number) -> Columns.uuid(row, "id"))
                    .list();
        }

        @Override
        public List<Head> get() {
            var some = ids.subList(at, Math.min(at + atOnce, ids.size()));
            at += some.size();
            if (some.isEmpty()) {
                return List.of();
            }
            var heads = jdbc.sql(SOME).param("ids", some).query((row, number) -> Head.of(row)).list().stream()
                    .collect(Collectors.toMap(Head::id, head -> head));
            return some.stream().flatMap(id -> Stream.ofNullable(heads.get(id))).toList();
        }
    }
}
