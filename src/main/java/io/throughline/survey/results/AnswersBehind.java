package io.throughline.survey.results;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.People;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.AnsweredBy;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the single answers a figure rests on, page by page. */
@Component
public class AnswersBehind {

    private static final int LARGEST_PAGE = 200;

    private static final String ANSWERS = """
            from response r
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
            left join expression_text t on t.id = s.expression_text_id
            where r.campaign_id = :campaign and r.submitted_revision > 0 and s.question_id = :question
              and (:item is null and (s.content is not null or t.words <> '')
                   or json_contains(s.content, json_quote(:item), '$.mattersMost')
                   or json_contains(s.content, json_quote(:item), '$.chosen')
                   or json_value(s.content, concat('$.satisfaction."', :item, '"')) > 0
                   or json_value(s.content, concat('$.importance."', :item, '"')) > 0
                   or json_value(s.content, concat('$.points."', :item, '"')) > 0
                   or json_exists(s.content, concat('$.pairs."', :item, '"'))
                   or json_exists(s.content, concat('$.ranks."', :item, '"'))
                   or json_length(s.content, '$.judgements') > 0
                   or json_contains(json_extract(s.content, '$.picks.*.best'), json_quote(:item))
                   or json_contains(json_extract(s.content, '$.picks.*.worst'), json_quote(:item)))
              and not exists (select 1 from held_answer h
                              where h.campaign_id = r.campaign_id and h.question_id = s.question_id
                                and h.response_id = r.id)
            """ + ResultsFilter.CONDITION;

    private static final String PAGE = """
            select r.id, r.person_id, r.organisation_id, r.segment, r.submitted_at, s.content, s.expression_text_id,
                   t.words, t.who, t.often, t.badly
            """ + ANSWERS + """
            order by case when :names then r.submitted_at end desc, sha2(concat(s.question_id, r.id), 256)
            limit :limit offset :offset""";

    private static final String COUNT = """
            select count(*)
            """ + ANSWERS;

    private final People people;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    AnswersBehind(People people, Organisations organisations, JdbcClient jdbc) {
        this.people = people;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /**
     * @param item null for all answers to the question
     * @param names whether to say who gave them; if not, nothing of their order says so either
     */
    public List<AnswerBehind> page(
            CampaignId campaign,
            QuestionId question,
            @Nullable String item,
            ResultsFilter filter,
            boolean names,
            int offset,
            int limit) {
        var rows = named(PAGE, campaign, question, item, filter)
                .param("limit", Math.clamp(limit, 0, LARGEST_PAGE))
                .param("offset", Math.max(0, offset))
                .param("names", names)
                .query((row, number) -> Row.of(row))
                .list();
        return names ? named(rows) : rows.stream().map(row -> row.behind(null)).toList();
    }

    private List<AnswerBehind> named(List<Row> rows) {
        var names = people.names(
                rows.stream().flatMap(row -> Stream.ofNullable(row.person())).collect(Collectors.toSet()));
        var homes = organisations.byIds(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.organisation()))
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> row.behind(row.by(names, homes))).toList();
    }

    public int count(CampaignId campaign, QuestionId question, @Nullable String item, ResultsFilter filter) {
        return named(COUNT, campaign, question, item, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec named(
            String sql, CampaignId campaign, QuestionId question, @Nullable String item, ResultsFilter filter) {
        return jdbc.sql(sql)
                .params(filter.parameters())
                .param("campaign", campaign.value())
                .param("question", question.value())
                .param("item", item);
    }

    /** @param person null, like the organisation, where it is not kept */
    private record Row(
            ResponseId response,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable String segment,
            Answer answer,
            @Nullable ExpressionTextId words,
            @Nullable Instant submittedAt) {

        static Row of(ResultSet row) throws SQLException {
            var answer = SubmittedAnswers.answer(row);
            var words = answer instanceof OwnWords.Answer ? Columns.uuidOrNull(row, "expression_text_id") : null;
            var person = Columns.uuidOrNull(row, "person_id");
            var organisation = Columns.uuidOrNull(row, "organisation_id");
            return new Row(
                    new ResponseId(Columns.uuid(row, "id")),
                    person == null ? null : new PersonId(person),
                    organisation == null ? null : new OrganisationId(organisation),
                    row.getString("segment"),
                    answer,
                    words == null ? null : new ExpressionTextId(words),
                    Utc.optional(row, "submitted_at"));
        }

        @Nullable
        AnsweredBy by(Map<PersonId, String> names, Map<OrganisationId, OrganisationInfo> homes) {
            if (person == null || submittedAt == null) {
                return null;
            }
            var home = organisation == null ? null : homes.get(organisation);
            return new AnsweredBy(
                    response,
                    person,
                    names.getOrDefault(person, ""),
                    home == null ? "" : home.name(),
                    segment == null ? "" : segment,
                    submittedAt);
        }

        AnswerBehind behind(@Nullable AnsweredBy by) {
            return new AnswerBehind(by, answer, words);
        }
    }
}
