package io.throughline.trace;

import io.throughline.backlog.ItemRef;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Askers;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.survey.AskedItems;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the line back: who answers for a need is who asked for it. */
@Component
class AskersBehindAnswers implements Askers {

    /** A customer who can sign in, other than one: whose own person, or whom an import's respondent was found to be. */
    private static final String CUSTOMER = """
            left join respondent_link l on l.respondent_id = %1$s
            join account a on a.id = coalesce(l.person_id, %1$s) and a.state = 'ACTIVE' and a.id <> :person
            join account_role o on o.account_id = a.id and o.role = 'CUSTOMER'
            """;

    /** A need, with those merged into it and those it was merged into, as it is asked for. */
    private static final String ASKED = """
            select n.id from need n join need given on given.id in (:needs)
                and coalesce(n.merged_into, n.id) = coalesce(given.merged_into, given.id)
            """;

    private static final String SAID = """
            with asked (id) as (%s)
            select exists (
                select 1 from asked join expression x on x.need_id = asked.id
                join expression_text t on t.id = x.expression_text_id
                %s)
            """.formatted(ASKED, CUSTOMER.formatted("t.person_id"));

    /** The items that stand behind the needs, or behind a requirement that serves one. */
    private static final String ITEMS = """
            with asked (id) as (%s), resting (version, question, item) as (
                select e.survey_version_id, e.question_id, e.item_key
                from evidence e join asked on asked.id = e.need_id
                union
                select e.survey_version_id, e.question_id, e.item_key
                from asked join requirement_need l on l.need_id = asked.id
                join evidence e on e.requirement_id = l.requirement_id)
            """.formatted(ASKED);

    private static final String RESTING = """
            %s
            select t.version, t.question, t.item from resting t
            """.formatted(ITEMS);

    /** Answers that speak of such an item, whatever they say of it; of those without an account none is read. */
    private static final String SPEAKING = """
            %s
            select t.version, t.question, t.item, s.content
            from resting t
            join campaign c on c.survey_version_id = t.version
            join response r on r.campaign_id = c.id and r.submitted_revision > 0
            %s
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                and s.question_id = t.question and locate(concat('"', t.item, '"'), s.content) > 0
            """.formatted(ITEMS, CUSTOMER.formatted("r.person_id"));

    private static final int AT_ONCE = 200;

    private final Outcomes outcomes;
    private final AskedItems items;
    private final JdbcClient jdbc;

    AskersBehindAnswers(Outcomes outcomes, AskedItems items, JdbcClient jdbc) {
        this.outcomes = outcomes;
        this.items = items;
        this.jdbc = jdbc;
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return outcomes.askedFor();
    }

    /** Who said words joined to one of the needs, or asked for an item behind one; the first one found is enough. */
    @Override
    public boolean anybodyBut(PersonId person, Set<NeedId> needs) {
        return !needs.isEmpty() && (isSaid(person, needs) || isAskedFor(person, needs));
    }

    private boolean isSaid(PersonId person, Set<NeedId> needs) {
        return jdbc.sql(SAID)
                .param("needs", values(needs))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isAskedFor(PersonId person, Set<NeedId> needs) {
        // Before the answers come: reading a survey in between would have all of them fetched first.
        var asking = asking(needs);
        if (asking.isEmpty()) {
            return false;
        }
        try (var answers = jdbc
                .sql(SPEAKING)
                .param("needs", values(needs))
                .param("person", person.value())
                .withFetchSize(AT_ONCE)
                .query((row, number) -> Map.entry(item(row), row.getString("content")))
                .stream()) {
            return answers.anyMatch(
                    answer -> asking.getOrDefault(answer.getKey(), _ -> false).test(answer.getValue()));
        }
    }

    /** For each item behind the needs, how to tell that an answer asks for it. */
    private Map<ItemRef, Predicate<String>> asking(Set<NeedId> needs) {
        return jdbc.sql(RESTING).param("needs", values(needs)).query((row, number) -> item(row)).list().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        item -> items.askingFor(item.surveyVersion(), item.question(), item.item())));
    }

    private static ItemRef item(ResultSet row) throws SQLException {
        return new ItemRef(
                new SurveyVersionId(Columns.uuid(row, "version")),
                new QuestionId(Columns.uuid(row, "question")),
                row.getString("item"));
    }

    private static List<UUID> values(Set<NeedId> needs) {
        return needs.stream().map(NeedId::value).toList();
    }
}
