package io.throughline.backlog;

import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.evidence.EvidenceStore;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Scoring;
import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.backlog.requirement.RequirementWriter;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.question.stats.ByWeighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From survey results to needs and requirements: the figures are frozen where they are quoted, and scored. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Evidence {

    /** A requirement that rests on an item. */
    public record Made(RequirementId id, AreaId area, String key, LocalizedText title) {}

    private final EvidenceStore store;
    private final RequirementWriter writer;
    private final RequirementRepository requirements;
    private final Scoring scoring;
    private final Standings standings;
    private final Needs needs;
    private final SurveyResults results;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Evidence(
            EvidenceStore store,
            RequirementWriter writer,
            RequirementRepository requirements,
            Scoring scoring,
            Standings standings,
            Needs needs,
            SurveyResults results,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.store = store;
        this.writer = writer;
        this.requirements = requirements;
        this.scoring = scoring;
        this.standings = standings;
        this.needs = needs;
        this.results = results;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What a requirement rests on, the newest first. */
    public List<EvidenceEntry> of(RequirementId requirement) {
        return jdbc.sql("""
                select survey_version_id, question_id, item_key, figures, attached_at from evidence
                where requirement_id = :id order by attached_at desc, id desc
                """)
                .param("id", requirement.value())
                .query((row, i) -> new EvidenceEntry(
                        source(row),
                        Rows.value(row.getString("figures"), EvidenceFigures.class),
                        Objects.requireNonNullElse(Utc.optional(row, "attached_at"), Instant.EPOCH)))
                .list();
    }

    /** What the survey says now, beside what was frozen. */
    public EvidenceFigures live(ItemRef source) {
        return figures(source);
    }

    /**
     * What items of a survey version have already become, by the item.
     *
     * @return for each item the requirements that rest on it, oldest first
     */
    public Map<ItemRef, List<Made>> madeOf(SurveyVersionId version) {
        var made = new HashMap<ItemRef, List<Made>>();
        jdbc.sql("""
                select e.survey_version_id, e.question_id, e.item_key, r.id, r.area_id, r.req_key, r.title
                from evidence e join requirement r on r.id = e.requirement_id where e.survey_version_id = :version
                group by e.question_id, e.item_key, r.id order by r.id
                """).param("version", version.value()).query(row -> {
            made.computeIfAbsent(source(row), k -> new ArrayList<>())
                    .add(new Made(
                            new RequirementId(uuid(row, "id")),
                            new AreaId(uuid(row, "area_id")),
                            row.getString("req_key"),
                            Rows.text(row, "title")));
        });
        return made;
    }

    /**
     * In one step each item becomes a need and a requirement that serves it, its figures behind both. Items of which the
     * area already has a requirement are left as they are, so doing it twice makes nothing twice.
     *
     * @param items with the title of each
     * @return those made now
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public List<RequirementId> toRequirements(AreaId area, Map<ItemRef, LocalizedText> items) {
        standings.lock(area);
        var made = new ArrayList<RequirementId>();
        items.forEach((source, title) -> {
            boolean known = madeOf(source.surveyVersion()).getOrDefault(source, List.of()).stream()
                    .anyMatch(one -> one.area().equals(area));
            if (!known) {
                made.add(toRequirement(source, area, title));
            }
        });
        return made;
    }

    /**
     * Items become evidence of an existing requirement; those that already are stay as they are.
     *
     * @return how many were attached now
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public int attachNew(RequirementId id, List<ItemRef> sources) {
        standings.lock(id);
        var known = of(id).stream().map(EvidenceEntry::source).collect(java.util.stream.Collectors.toSet());
        var wanted = sources.stream().filter(source -> !known.contains(source)).toList();
        wanted.forEach(source -> attach(id, source));
        return wanted.size();
    }

    /**
     * Items drawn from the backlog become evidence of the very requirements they were drawn from, as far as anybody has
     * answered; those that already are stay as they are.
     *
     * @return how many were attached now
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public int attachDrawn(SurveyVersionId version) {
        var campaign = results.speakingFor(version);
        int attached = 0;
        // In one order, so that two who do it at once don't wait for each other in a circle.
        for (var one : new TreeMap<>(drawn(version)).entrySet()) {
            var answered = one.getValue().stream()
                    .filter(source -> results.itemFigures(campaign, source.question(), source.item())
                                    .size()
                                    .people()
                            > 0)
                    .toList();
            attached += answered.isEmpty() ? 0 : attachNew(new RequirementId(one.getKey()), answered);
        }
        return attached;
    }

    private Map<UUID, List<ItemRef>> drawn(SurveyVersionId version) {
        var drawn = new HashMap<UUID, List<ItemRef>>();
        for (var question : results.asked(results.speakingFor(version)).questions()) {
            for (var item : question.items()) {
                var requirement = item.requirement();
                if (requirement != null) {
                    drawn.computeIfAbsent(requirement, id -> new ArrayList<>())
                            .add(new ItemRef(version, question.id(), item.key()));
                }
            }
        }
        return drawn;
    }

    /** A need of an item, with its figures behind it. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public NeedId toNeed(ItemRef source, LocalizedText title) {
        var figures = figures(source);
        var need = needs.create(title);
        add(null, need, source, figures);
        return need;
    }

    /** In one step a need, a requirement that serves it, and the figures behind both. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public RequirementId toRequirement(ItemRef source, AreaId area, LocalizedText title) {
        standings.lock(area);
        var figures = figures(source);
        var need = needs.create(title);
        var requirement = writer.create(area, RequirementContent.titled(title), Set.of(need));
        add(requirement.id(), need, source, figures);
        scoring.rescore(requirement);
        return requirement.id();
    }

    /** More evidence for a requirement, or the same item with the figures of today. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void attach(RequirementId id, ItemRef source) {
        standings.lock(id);
        var requirement = requirements.findById(id.value()).orElseThrow(DomainException::notFound);
        add(id, null, source, figures(source));
        scoring.rescore(requirement);
    }

    /** An item that speaks for an existing need. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void attachToNeed(NeedId need, ItemRef source) {
        var _ = needs.detail(need);
        add(null, need, source, figures(source));
    }

    private static ItemRef source(ResultSet row) throws SQLException {
        return new ItemRef(
                new SurveyVersionId(uuid(row, "survey_version_id")),
                new QuestionId(uuid(row, "question_id")),
                row.getString("item_key"));
    }

    private void add(
            @Nullable RequirementId requirement, @Nullable NeedId need, ItemRef source, EvidenceFigures figures) {
        store.add(
                requirement,
                need,
                source.surveyVersion().value(),
                source.question().value(),
                source.item(),
                figures,
                viewer.get().id());
        var objects = new ArrayList<ObjectRef>();
        if (requirement != null) {
            objects.add(ObjectRef.of(BacklogKinds.REQUIREMENT, requirement));
        }
        if (need != null) {
            objects.add(ObjectRef.of(BacklogKinds.NEED, need));
        }
        events.publishEvent(new Act(
                ActKind.EVIDENCE_ATTACHED, objects, null, io.throughline.shared.Hashes.sha256(Rows.json(figures))));
    }

    private EvidenceFigures figures(ItemRef source) {
        var found = results.itemFigures(results.speakingFor(source.surveyVersion()), source.question(), source.item());
        if (found.size().people() == 0) {
            throw new DomainException(BacklogError.NO_FIGURES);
        }
        boolean points = found.rating() == null && found.satisfaction() == null;
        var importance = estimate(found.importance().weighted());
        var satisfaction = found.satisfaction();
        return new EvidenceFigures(
                found.method(),
                found.methodVersion(),
                found.size().people(),
                found.size().organisations(),
                found.size().tooFewToRank(),
                found.named(),
                points ? null : importance,
                points ? null : estimate(found.importance().perOrganisation()),
                satisfaction == null ? null : estimate(satisfaction.weighted()),
                weighted(found.rating()),
                points ? importance : null);
    }

    private static @Nullable Estimate weighted(@Nullable ByWeighting figure) {
        return figure == null ? null : estimate(figure.weighted());
    }

    private static @Nullable Estimate estimate(io.throughline.survey.question.stats.@Nullable Estimate figure) {
        return figure == null ? null : new Estimate(figure.value(), figure.low(), figure.high());
    }
}
