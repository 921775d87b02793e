package io.throughline.bench;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.Places;
import io.throughline.backlog.rank.RankTree;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.support.As;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One area with as many requirements as wanted, each with a need, evidence of a survey, a score and a rank. */
final class GeneratedBacklog {

    private static final int PINNED = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Generator generator;
    private final GeneratedSurvey survey;
    private final AreaId area;
    private final UUID author;
    private final List<UUID> requirements = new ArrayList<>();
    private final List<UUID> needs = new ArrayList<>();
    private final int keysFrom;

    GeneratedBacklog(Generator generator, GeneratedSurvey survey) throws SQLException {
        this.generator = generator;
        this.survey = survey;
        this.author = generator.projectManager().id().value();
        this.keysFrom = generator.bulk().number("select greatest(nextval(seq_req), nextval(seq_need))");
        var areas = generator.context().getBean(Areas.class);
        this.area = As.viewer(generator.projectManager(), () -> areas.create("Services of the generated city"));
    }

    AreaId area() {
        return area;
    }

    /** One of the first, whatever the size. */
    RequirementId example(int number) {
        return new RequirementId(requirements.get(number));
    }

    /** Every fifth need behind the requirements from this one on. */
    List<UUID> needsFrom(int number) {
        return IntStream.iterate(number, i -> i < needs.size(), i -> i + 5)
                .mapToObj(needs::get)
                .toList();
    }

    /** Grows to so many requirements. */
    void growTo(int size) throws SQLException {
        var bulk = generator.bulk();
        var at = Generator.LONG_AGO;
        var needRows = new ArrayList<Object[]>();
        var rows = new ArrayList<Object[]>();
        var versions = new ArrayList<Object[]>();
        var links = new ArrayList<Object[]>();
        var standings = new ArrayList<Object[]>();
        var steps = new ArrayList<Object[]>();
        var evidence = new ArrayList<Object[]>();
        boolean first = requirements.isEmpty();
        for (int i = requirements.size() + 1; i <= size; i++) {
            var id = bulk.id();
            var need = bulk.id();
            requirements.add(id);
            needs.add(need);
            var content = content(i);
            int number = keysFrom + i;
            var title = json(content.title());
            needRows.add(
                    new Object[] {need, 0, "NEED-" + number, title, "NEED-" + number + " Service " + i, author, at});
            rows.add(new Object[] {
                id,
                1,
                "REQ-" + number,
                area.value(),
                title,
                content.statement(),
                content.fitCriterion(),
                "REQ-" + number + " " + content.title().texts().get("en"),
                "ACCEPTED",
                1,
                content.effort().hours(),
                content.cost().amount(),
                content.must(),
                "{}",
                author,
                at
            });
            versions.add(new Object[] {bulk.id(), id, 1, json(content), author, at});
            links.add(new Object[] {id, need, author, at});
            steps.add(new Object[] {bulk.id(), id, 1, "REQUIREMENT", false, at});
            var share = generator.random().nextInt(50_000, 600_000) / 1e6;
            var key = Places.computed(BigDecimal.valueOf(share), id);
            standings.add(new Object[] {
                id,
                area.value(),
                false,
                share,
                share * .8,
                share * 1.2,
                share,
                share * .8,
                share * 1.2,
                400,
                key,
                key,
                false
            });
            evidence.add(new Object[] {
                bulk.id(),
                id,
                need,
                survey.version().value(),
                survey.asked().getFirst().id().value(),
                "item" + i % GeneratedSurvey.ITEMS,
                400,
                json(figures(share)),
                author,
                at
            });
        }
        bulk.insert("need", "id, version, need_key, title, search_text, created_by, created_at", needRows);
        bulk.insert(
                "requirement",
                "id, version, req_key, area_id, title, statement, fit_criterion, search_text, state, content_version,"
                        + " effort_hours, cost, must, inputs, created_by, created_at",
                rows);
        bulk.insert("requirement_version", "id, requirement_id, number, content, written_by, written_at", versions);
        bulk.insert("requirement_need", "requirement_id, need_id, linked_by, linked_at", links);
        bulk.insert("requirement_status", "id, requirement_id, number, status, needs_text, happened_at", steps);
        bulk.insert(
                "standing",
                "requirement_id, area_id, closed, score, score_low, score_high, evidence_value, evidence_low,"
                        + " evidence_high, evidence_n, computed_key, place, pinned",
                standings);
        bulk.insert(
                "evidence",
                "id, requirement_id, need_id, survey_version_id, question_id, item_key, people, figures, attached_by,"
                        + " attached_at",
                evidence);
        if (first) {
            pinSome(standings);
        }
        rank();
        bulk.execute("select setval(seq_req, " + (keysFrom + size) + ")");
        bulk.execute("select setval(seq_need, " + (keysFrom + size) + ")");
    }

    /** Some are moved by hand, each between two others: right below every fiftieth by score. */
    private void pinSome(List<Object[]> standings) throws SQLException {
        var keys = standings.stream().map(row -> (String) row[10]).sorted().toList();
        for (int i = 0; i < PINNED && (i + 1) * 50 + 1 < keys.size(); i++) {
            var place = Places.between(keys.get((i + 1) * 50), keys.get((i + 1) * 50 + 1))
                    .orElseThrow();
            generator.bulk().execute("""
                    update standing set pinned = 1, place = ?, pin_reason = 'promised', pinned_by = ?, pinned_at = ?
                    where requirement_id = ?
                    """, place, author, Generator.LONG_AGO, requirements.get(i));
        }
    }

    /** Rows written past the application are counted anew. */
    private void rank() {
        var ranks = generator.context().getBean(RankTree.class);
        new TransactionTemplate(generator.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    for (var ordering : Ordering.values()) {
                        ranks.rebuild(area.value(), ordering);
                    }
                });
    }

    private static RequirementContent content(int number) {
        return new RequirementContent(
                LocalizedText.en("Repair service " + number + " within two days of a report"),
                "The city shall repair what was reported as service " + number + " within two days.",
                "95 % of the reports of a month are closed after two working days.",
                null,
                Effort.ofHours(8 + number % 400),
                Money.of(500 + number % 9_000),
                false,
                Map.of());
    }

    private static EvidenceFigures figures(double share) {
        var estimate = new Estimate(share, share * .8, share * 1.2);
        return new EvidenceFigures(
                "importance-satisfaction-by-choice",
                1,
                400,
                20,
                false,
                160,
                estimate,
                estimate,
                estimate,
                estimate,
                null);
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
