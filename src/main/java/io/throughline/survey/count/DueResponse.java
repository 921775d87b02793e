package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A response to be counted, or counted anew. @param was null where it wasn't counted yet */
public record DueResponse(
        UUID response,
        boolean imported,
        int revision,
        As now,
        int countedRevision,
        @Nullable As was) {

    /** As whose and when a response is counted. @param hidden questions that were not asked */
    public record As(Group group, LocalDate week, Set<QuestionId> hidden) {}

    static DueResponse of(ResultSet row) throws SQLException {
        int counted = row.getInt("counted_revision");
        return new DueResponse(
                Columns.uuid(row, "id"),
                row.getBoolean("imported"),
                row.getInt("submitted_revision"),
                as(row, "organisation_id", "segment", "week", "hidden"),
                counted,
                counted == 0 ? null : as(row, "was_organisation", "was_segment", "was_week", "was_hidden"));
    }

    private static As as(ResultSet row, String organisation, String segment, String week, String hidden)
            throws SQLException {
        return new As(
                new Group(Columns.uuid(row, organisation), row.getString(segment)),
                row.getObject(week, LocalDate.class),
                SurveyJson.questions(row.getString(hidden)));
    }

    Stream<As> both() {
        return was == null ? Stream.of(now) : Stream.of(now, was);
    }

    /** Who was imported was asked what the file had columns for; who answered here, what was not hidden. */
    boolean wasAsked(Question question, Set<QuestionId> hidden) {
        return !imported && !hidden.contains(question.id());
    }
}
