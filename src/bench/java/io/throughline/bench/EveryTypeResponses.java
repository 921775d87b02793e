package io.throughline.bench;

import io.throughline.bench.Generator.Respondent;
import io.throughline.survey.CampaignId;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Text;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of complete responses to {@link EveryType}, as the service would have written them: submitted ones, spread over four
 * weeks, without their working copies, which no result reads; or begun ones, which have nothing but these.
 */
final class EveryTypeResponses {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DIFFERENT = 300;
    private static final int DAYS = 28;

    private final Generator generator;
    private final UUID campaign;
    private final List<Question> questions;
    private final Map<Question, List<Said>> answers = new HashMap<>();
    private final List<Object[]> responses = new ArrayList<>();
    private final List<Object[]> texts = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    EveryTypeResponses(Generator generator, CampaignId campaign, List<Question> questions) {
        this.generator = generator;
        this.campaign = campaign.value();
        this.questions = questions;
        for (var question : questions) {
            answers.put(
                    question,
                    IntStream.range(0, DIFFERENT)
                            .mapToObj(_ -> Said.of(EveryType.answer(question, generator.random())))
                            .toList());
        }
    }

    /** @param json null for own words, which stand in the text alone, @param words null for none */
    private record Said(@Nullable String json, @Nullable String words) {

        static Said of(Answer answer) {
            var writer = JSON.writerFor(Answer.class);
            return switch (answer) {
                case OwnWords.Answer own -> new Said(null, own.words());
                case Text.Answer own -> new Said(writer.writeValueAsString(own.saying("")), own.words());
                default -> new Said(writer.writeValueAsString(answer), null);
            };
        }
    }

    void submitted(List<Respondent> people) throws SQLException {
        for (var person : people) {
            var at = Generator.LONG_AGO.plusDays(generator.random().nextInt(DAYS));
            var response = response(person, at, 1);
            for (var question : questions) {
                var said = said(question);
                rows.add(new Object[] {
                    response, 1, question.id().value(), said.json(), text(response, person, question, said, at)
                });
            }
        }
        write("submitted_answer", "response_id, revision, question_id, content, expression_text_id");
    }

    /** @return ids of the responses, in the order of the people */
    List<UUID> begun(List<Respondent> people) throws SQLException {
        for (var person : people) {
            var at = Generator.LONG_AGO;
            var response = response(person, at, 0);
            for (var question : questions) {
                var said = said(question);
                rows.add(new Object[] {
                    response,
                    question.id().value(),
                    1,
                    said.json(),
                    text(response, person, question, said, at),
                    0,
                    person.person(),
                    "{}",
                    at
                });
            }
        }
        var ids = responses.stream().map(row -> (UUID) row[0]).toList();
        write(
                "answer",
                "response_id, question_id, revision, content, expression_text_id, text_base, tab, tabs, saved_at");
        return ids;
    }

    private UUID response(Respondent person, LocalDateTime at, int revision) {
        var id = generator.bulk().id();
        responses.add(new Object[] {
            id,
            1,
            campaign,
            person.person(),
            person.organisation(),
            revision == 0 ? null : person.segment(),
            revision == 0 ? null : person.weight(),
            at,
            revision == 0 ? null : at,
            revision,
            revision * questions.size()
        });
        return id;
    }

    private Said said(Question question) {
        return answers.get(question).get(generator.random().nextInt(DIFFERENT));
    }

    private @Nullable UUID text(UUID response, Respondent person, Question question, Said said, LocalDateTime at) {
        if (said.words() == null) {
            return null;
        }
        var id = generator.bulk().id();
        var source = question instanceof OwnWords ? "SURVEY" : "ANSWER";
        texts.add(new Object[] {
            id,
            person.person(),
            person.organisation(),
            source,
            response,
            question.id().value(),
            "en",
            said.words(),
            at
        });
        return id;
    }

    /** All at once: the portal counts what it finds, and a response without its answers is one that said nothing. */
    private void write(String table, String columns) throws SQLException {
        var bulk = generator.bulk();
        bulk.add(
                "response",
                "id, version, campaign_id, person_id, organisation_id, segment, weight, started_at, submitted_at,"
                        + " submitted_revision, submitted_edits",
                responses);
        bulk.add(
                "expression_text",
                "id, person_id, organisation_id, source, response_id, question_id, language, words, told_at",
                texts);
        bulk.insert(table, columns, rows);
        responses.clear();
        texts.clear();
        rows.clear();
    }
}
