package io.throughline.survey.ballot;

import io.throughline.shared.row.Columns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What ballots hold: of each all answers in one locked row, filled up to one of a few lengths. Of the only person who has
 * begun, whoever holds a dump knows which ballot is theirs: which questions it answers would tell what they were asked, and so
 * what they said before; and how long an answer is, which one it is. In the place of a question's id that row has the ballot's.
 * Ballots begun earlier have a row for each question, until something is put into them.
 */
@Component
class BallotContents {

    /** In bytes; most surveys' answers are shorter. Longer ones tell no more than how often that has to be doubled. */
    private static final int SHORTEST = 16_000;

    /** From here on doubling would take too much. */
    private static final int LARGE = SHORTEST << 6;

    private final BallotSeal seal;
    private final JdbcClient jdbc;

    BallotContents(BallotSeal seal, JdbcClient jdbc) {
        this.seal = seal;
        this.jdbc = jdbc;
    }

    Map<QuestionId, Answer> read(UUID ballot, SecretKey lock) {
        var answers = new HashMap<QuestionId, Answer>();
        jdbc.sql("select question_id, content from ballot_answer where ballot_id = ?")
                .param(ballot)
                .query(row -> {
                    var question = Columns.uuid(row, "question_id");
                    var content = seal.open(lock, row.getBytes("content"));
                    if (question.equals(ballot)) {
                        SurveyJson.answers(content.getBytes(StandardCharsets.UTF_8))
                                .forEach((id, answer) ->
                                        answers.put(new QuestionId(id), Objects.requireNonNull(answer)));
                    } else {
                        answers.put(new QuestionId(question), SurveyJson.answer(content));
                    }
                });
        return answers;
    }

    /** In the place of the answer before; what another tab puts at the same time is not lost. */
    void put(UUID ballot, QuestionId question, Answer answer, SecretKey lock) {
        // Refused, and done once more, where it was changed after this transaction began to read.
        jdbc.sql("select ballot_id from ballot_answer where ballot_id = ? and question_id = ? for update")
                .params(ballot, ballot)
                .query(UUID.class)
                .optional();
        var answers = read(ballot, lock);
        answers.put(question, answer);
        write(ballot, answers, lock);
    }

    /** In the place of all that was there. */
    void write(UUID ballot, Map<QuestionId, Answer> answers, SecretKey lock) {
        jdbc.sql("""
                        insert into ballot_answer (ballot_id, question_id, content) values (:ballot, :ballot, :content)
                        on duplicate key update content = :content""")
                .param("ballot", ballot)
                .param("content", seal.close(lock, filled(SurveyJson.writeAnswers(answers))))
                .update();
        if (isInParts(ballot)) {
            jdbc.sql("delete from ballot_answer where ballot_id = ? and question_id <> ?")
                    .params(ballot, ballot)
                    .update();
        }
    }

    private boolean isInParts(UUID ballot) {
        return jdbc.sql("select exists (select 1 from ballot_answer where ballot_id = ? and question_id <> ?)")
                .params(ballot, ballot)
                .query(Boolean.class)
                .single();
    }

    /** By spaces, which mean nothing at its end. */
    private static String filled(String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        return json + " ".repeat(length(bytes) - bytes);
    }

    static int length(int bytes) {
        int length = SHORTEST;
        while (length < bytes && length < LARGE) {
            length *= 2;
        }
        return length < bytes ? Math.ceilDiv(bytes, LARGE) * LARGE : length;
    }

    void forget(Collection<UUID> ballots) {
        jdbc.sql("delete from ballot_answer where ballot_id in (:ballots)")
                .param("ballots", ballots)
                .update();
    }
}
