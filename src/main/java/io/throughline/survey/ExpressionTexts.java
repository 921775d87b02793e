package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.WrittenAnswer;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.OwnWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verbatim words of customers: from submitted answers and from the need box. Words in progress are nobody's to read. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','CUSTOMER')")
public class ExpressionTexts {

    private static final String BY_ID = """
            select t.id, t.person_id, t.organisation_id, t.source, t.response_id, t.question_id, t.language, t.words,
                   t.who, t.often, t.badly, t.told_at, c.survey_version_id, p.name person, o.name organisation,
                   t.person_id = :me or c.id is null or
            """ + SurveyAccess.NAMES + """
                   named
            from expression_text t left join person p on p.id = t.person_id
            left join organisation o on o.id = t.organisation_id left join response r on r.id = t.response_id
            left join campaign c on c.id = r.campaign_id
            where (t.source = 'NEED_BOX' or t.removed_at is not null
                   or exists (select 1 from submitted_answer s where s.expression_text_id = t.id))
              and t.id in (:ids)
              and (:all or t.person_id = :me or t.person_id in (
                      select l.respondent_id from respondent_link l where l.person_id = :me))""";

    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    ExpressionTexts(CurrentViewer viewer, JdbcClient jdbc) {
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /** Where words come from. */
    public enum Source {
        /** A need told in a survey. */
        SURVEY,
        /** Words that belong to another answer, such as "something else": read with it, not triaged. */
        ANSWER,
        NEED_BOX
    }

    /**
     * Where and by whom something was said; no words.
     *
     * @param person null where the reader is not to know who said it, like organisation, response and toldAt
     * @param response null for the need box, like surveyVersion and question
     */
    public record Origin(
            ExpressionTextId id,
            Source source,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable ResponseId response,
            @Nullable SurveyVersionId surveyVersion,
            @Nullable QuestionId question,
            @Nullable Instant toldAt) {

        private Origin unnamed() {
            return new Origin(id, source, null, null, null, surveyVersion, question, null);
        }

        private static Origin of(ResultSet row) throws SQLException {
            var person = Columns.uuidOrNull(row, "person_id");
            var organisation = Columns.uuidOrNull(row, "organisation_id");
            var response = Columns.uuidOrNull(row, "response_id");
            var version = Columns.uuidOrNull(row, "survey_version_id");
            var question = Columns.uuidOrNull(row, "question_id");
            return new Origin(
                    new ExpressionTextId(Columns.uuid(row, "id")),
                    Source.valueOf(row.getString("source")),
                    person == null ? null : new PersonId(person),
                    organisation == null ? null : new OrganisationId(organisation),
                    response == null ? null : new ResponseId(response),
                    version == null ? null : new SurveyVersionId(version),
                    question == null ? null : new QuestionId(question),
                    Utc.instant(row, "told_at"));
        }
    }

    /**
     * @param need the words, with whom it concerns, how often and how badly
     * @param language empty where the reader is not to know who said it: few may speak it
     * @param person the name, empty where the reader is not to know it
     * @param organisation its name, empty for a person who belongs to none, and where the reader is not to know the person
     */
    public record Expression(Origin origin, OwnWords.Answer need, String language, String person, String organisation) {

        public String words() {
            return need.words();
        }
    }

    /**
     * The words behind these ids, as far as the viewer may read them: project managers and managers all of them, with the
     * names where the survey's confidentiality lets them know those; customers their own. Others are left out. They come in
     * the order of the ids.
     */
    public Map<ExpressionTextId, Expression> read(Collection<ExpressionTextId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var person = viewer.get();
        boolean all = person.is(Role.PROJECT_MANAGER) || person.is(Role.MANAGER);
        var found = new HashMap<ExpressionTextId, Expression>();
        jdbc.sql(BY_ID)
                .param("ids", ids.stream().map(ExpressionTextId::value).toList())
                .param("all", all)
                .param("me", person.id().value())
                .query(row -> {
                    boolean named = row.getBoolean("named");
                    var origin = Origin.of(row);
                    found.put(
                            origin.id(),
                            new Expression(
                                    named ? origin : origin.unnamed(),
                                    WrittenAnswer.words(row).own(),
                                    named ? row.getString("language") : "",
                                    named ? Objects.requireNonNullElse(row.getString("person"), "") : "",
                                    named ? Objects.requireNonNullElse(row.getString("organisation"), "") : ""));
                });
        var inOrder = new LinkedHashMap<ExpressionTextId, Expression>();
        ids.forEach(id -> {
            var expression = found.get(id);
            if (expression != null) {
                inOrder.put(id, expression);
            }
        });
        return inOrder;
    }
}
