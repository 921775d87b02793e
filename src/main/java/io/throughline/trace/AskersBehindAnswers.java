package io.throughline.trace;

import io.throughline.backlog.NeedId;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Askers;
import io.throughline.shared.PersonId;
import java.util.Set;
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

    /**
     * Who said words joined to one of the needs, or answered the question an item of which stands behind one and named
     * that item, as far as its stored answer tells. The first one found is enough; of those without an account no answer
     * is read.
     */
    private static final String ANYBODY =
            """
            with asked (id) as (
                select n.id from need n join need given on given.id in (:needs)
                    and coalesce(n.merged_into, n.id) = coalesce(given.merged_into, given.id)),
            resting (survey_version_id, question_id, item_key) as (
                select e.survey_version_id, e.question_id, e.item_key
                from evidence e join asked on asked.id = e.need_id
                union
                select e.survey_version_id, e.question_id, e.item_key
                from asked join requirement_need l on l.need_id = asked.id
                join evidence e on e.requirement_id = l.requirement_id)
            select exists (
                select 1 from asked join expression x on x.need_id = asked.id
                join expression_text t on t.id = x.expression_text_id
                %s)
            or exists (
                select 1 from resting e join campaign c on c.survey_version_id = e.survey_version_id
                join response r on r.campaign_id = c.id and r.submitted_revision > 0
                %s
                join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                    and s.question_id = e.question_id and locate(concat('"', e.item_key, '"'), s.content) > 0)
            """.formatted(CUSTOMER.formatted("t.person_id"), CUSTOMER.formatted("r.person_id"));

    private final Outcomes outcomes;
    private final JdbcClient jdbc;

    AskersBehindAnswers(Outcomes outcomes, JdbcClient jdbc) {
        this.outcomes = outcomes;
        this.jdbc = jdbc;
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return outcomes.askedFor();
    }

    @Override
    public boolean anybodyBut(PersonId person, Set<NeedId> needs) {
        return !needs.isEmpty()
                && jdbc.sql(ANYBODY)
                        .param("needs", needs.stream().map(NeedId::value).toList())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single();
    }
}
