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
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private static final String RESTING = """
            with asked (id) as (%s)
            select e.survey_version_id, e.question_id, e.item_key
            from evidence e join asked on asked.id = e.need_id
            union
            select e.survey_version_id, e.question_id, e.item_key
            from asked join requirement_need l on l.need_id = asked.id
            join evidence e on e.requirement_id = l.requirement_id
            """.formatted(ASKED);

    /** Answers that speak of an item, whatever they say of it; of those without an account none is read. */
    private static final String SPEAKING = """
            select s.content
            from campaign c join response r on r.campaign_id = c.id and r.submitted_revision > 0
            %s
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                and s.question_id = :question and locate(concat('"', :item, '"'), s.content) > 0
            where c.survey_version_id = :version
            """.formatted(CUSTOMER.formatted("r.person_id"));

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
        return !needs.isEmpty()
                && (isSaid(person, needs) || resting(needs).stream().anyMatch(item -> isAskedFor(person, item)));
    }

    private boolean isSaid(PersonId person, Set<NeedId> needs) {
        return jdbc.sql(SAID)
                .param("needs", values(needs))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private List<ItemRef> resting(Set<NeedId> needs) {
        return jdbc.sql(RESTING)
                .param("needs", values(needs))
                .query((row, number) -> new ItemRef(
                        new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                        new QuestionId(Columns.uuid(row, "question_id")),
                        row.getString("item_key")))
                .list();
    }

    private boolean isAskedFor(PersonId person, ItemRef item) {
        var asking = items.askingFor(item.surveyVersion(), item.question(), item.item());
        try (var answers = jdbc
                .sql(SPEAKING)
                .param("version", item.surveyVersion().value())
                .param("question", item.question().value())
                .param("item", item.item())
                .param("person", person.value())
                .withFetchSize(AT_ONCE)
                .query(String.class)
                .stream()) {
            return answers.anyMatch(asking);
        }
    }

    private static List<UUID> values(Set<NeedId> needs) {
        return needs.stream().map(NeedId::value).toList();
    }
}
