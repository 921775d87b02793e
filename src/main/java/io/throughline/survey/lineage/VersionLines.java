package io.throughline.survey.lineage;

import io.throughline.shared.row.Columns;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.lineage.Descent.Ancestor;
import io.throughline.survey.version.Continuation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the questions of a survey's versions stand to each other, as it was decided when each was published; insert-only. */
@Component
class VersionLines {

    private final VersionContents contents;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    VersionLines(VersionContents contents, JdbcClient jdbc, JdbcTemplate batch) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void keep(SurveyVersionId version, Map<QuestionId, Continuation> lines) {
        batch.batchUpdate(
                "insert into question_line (survey_version_id, question_id, continues, items) values (?, ?, ?, ?)",
                lines.entrySet().stream()
                        .map(line -> new Object[] {
                            version.value(),
                            line.getKey().value(),
                            line.getValue().continues(),
                            SurveyJson.writeItems(line.getValue().items())
                        })
                        .toList());
    }

    /** Where questions of a version come from. */
    Map<QuestionId, Descent> of(SurveyVersionId version, Collection<QuestionId> questions) {
        var versions = new HashMap<Integer, SurveyVersionId>();
        jdbc.sql("""
                        select v.id, v.number from survey_version asked
                        join survey_version v on v.survey_id = asked.survey_id and v.number <= asked.number
                        where asked.id = ?""").param(version.value()).query(row -> {
            versions.put(row.getInt("number"), new SurveyVersionId(Columns.uuid(row, "id")));
        });
        var lines = new HashMap<Step, Continuation>();
        if (versions.size() > 1) {
            jdbc.sql("""
                            select v.number, l.question_id, l.continues, l.items
                            from survey_version asked
                            join survey_version v on v.survey_id = asked.survey_id and v.number <= asked.number
                            join question_line l on l.survey_version_id = v.id
                            where asked.id = ?""").param(version.value()).query(row -> {
                lines.put(
                        new Step(row.getInt("number"), new QuestionId(Columns.uuid(row, "question_id"))),
                        new Continuation(row.getBoolean("continues"), SurveyJson.items(row.getString("items"))));
            });
        }
        var found = new HashMap<QuestionId, Descent>();
        questions.forEach(question -> found.put(question, descent(question, versions, lines)));
        return found;
    }

    /** A question on its way from one version to the next. @param number of the next */
    private record Step(int number, QuestionId question) {}

    private Descent descent(
            QuestionId question, Map<Integer, SurveyVersionId> versions, Map<Step, Continuation> lines) {
        var line = new ArrayList<Ancestor>();
        Continuation whole = null;
        for (int number = versions.size(); number > 1; number--) {
            var step = lines.get(new Step(number, question));
            if (step == null) {
                break;
            }
            if (!step.continues()) {
                return new Descent(line, number - 1);
            }
            whole = whole == null ? step : step.then(whole);
            var version = versions.get(number - 1);
            if (version != null) {
                line.add(new Ancestor(version, number - 1, placeIn(version, question), whole.items()));
            }
        }
        return new Descent(line, 0);
    }

    private int placeIn(SurveyVersionId version, QuestionId question) {
        return contents.of(version).entries().stream().map(Entry::id).toList().indexOf(question) + 1;
    }
}
