package io.throughline.bench;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Places;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Rows of accepted requirements, each with a need and evidence, collected and then written at once; not yet ranked. */
final class GeneratedRequirements {

    private static final int PEOPLE = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Generator generator;
    private final Bulk bulk;
    private final UUID area;
    private final UUID author;
    private final UUID version;
    private final UUID question;
    private final List<Object[]> needs = new ArrayList<>();
    private final List<Object[]> requirements = new ArrayList<>();
    private final List<Object[]> versions = new ArrayList<>();
    private final List<Object[]> links = new ArrayList<>();
    private final List<Object[]> steps = new ArrayList<>();
    private final List<Object[]> standings = new ArrayList<>();
    private final List<Object[]> evidence = new ArrayList<>();
    private final List<String> computedKeys = new ArrayList<>();

    GeneratedRequirements(Generator generator, AreaId area, GeneratedSurvey survey) {
        this.generator = generator;
        this.bulk = generator.bulk();
        this.area = area.value();
        this.author = generator.projectManager().id().value();
        this.version = survey.version().value();
        this.question = survey.asked().getFirst().id().value();
    }

    void add(UUID id, UUID need, int number) {
        var at = Generator.LONG_AGO;
        var content = content(number);
        var title = json(content.title());
        var name = content.title().texts().get("en");
        var key = "REQ-" + number;
        var needKey = "NEED-" + number;
        needs.add(new Object[] {need, 0, needKey, title, needKey + " " + name, author, at});
        requirements.add(new Object[] {
            id,
            1,
            key,
            area,
            title,
            content.statement(),
            content.fitCriterion(),
            key + " " + name,
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
        stand(id, share);
        var item = "item" + number % GeneratedSurvey.ITEMS;
        evidence.add(
                new Object[] {bulk.id(), id, need, version, question, item, PEOPLE, json(figures(share)), author, at});
    }

    private void stand(UUID id, double share) {
        var place = Places.computed(BigDecimal.valueOf(share), false, id);
        var estimate = estimate(share);
        computedKeys.add(place);
        standings.add(new Object[] {
            id,
            area,
            false,
            "ACCEPTED",
            share,
            estimate.low(),
            estimate.high(),
            share,
            estimate.low(),
            estimate.high(),
            PEOPLE,
            place,
            place,
            false
        });
    }

    /** In the order of their scores. */
    List<String> computedKeys() {
        return computedKeys.stream().sorted().toList();
    }

    void write() throws SQLException {
        bulk.insert("need", "id, version, need_key, title, search_text, created_by, created_at", needs);
        bulk.insert(
                "requirement",
                "id, version, req_key, area_id, title, statement, fit_criterion, search_text, state, content_version,"
                        + " effort_hours, cost, must, inputs, created_by, created_at",
                requirements);
        bulk.insert("requirement_version", "id, requirement_id, number, content, written_by, written_at", versions);
        bulk.insert("requirement_need", "requirement_id, need_id, linked_by, linked_at", links);
        bulk.insert("requirement_status", "id, requirement_id, number, status, needs_text, happened_at", steps);
        bulk.insert(
                "standing",
                "requirement_id, area_id, closed, state, score, score_low, score_high, evidence_value, evidence_low,"
                        + " evidence_high, evidence_n, computed_key, place, pinned",
                standings);
        bulk.insert(
                "evidence",
                "id, requirement_id, need_id, survey_version_id, question_id, item_key, people, figures, attached_by,"
                        + " attached_at",
                evidence);
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
        var all = estimate(share);
        return new EvidenceFigures(
                "importance-satisfaction-by-choice", 1, PEOPLE, 20, false, 160, all, all, all, all, null);
    }

    private static Estimate estimate(double share) {
        return new Estimate(share, share * .8, share * 1.2);
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
