package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.row.Columns;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.MyResponses;
import io.throughline.survey.MyResponses.Given;
import io.throughline.survey.question.OwnWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of a customer's own answers, derived from the requirements they led to. Of other people's words nothing is
 * told, and of requirements only what is published: title, status, the project's public name, dates and reasons.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('CUSTOMER')")
public class Outcomes {

    private final MyResponses mine;
    private final PublishedRequirements published;
    private final JdbcClient jdbc;

    Outcomes(MyResponses mine, PublishedRequirements published, JdbcClient jdbc) {
        this.mine = mine;
        this.published = published;
        this.jdbc = jdbc;
    }

    /** Every answer of the viewer, the newest first. */
    public List<Outcome> mine() {
        var submitted = mine.submitted();
        var told = mine.told();
        var triaged = triaged(ownWords(submitted));
        var byNeed = published.byNeed(needs(triaged.values()));
        var versions = submitted.stream()
                .map(s -> s.surveyVersion().value())
                .distinct()
                .toList();
        var byItem = published.byItem(versions);
        var needs = needOfItem(versions);
        var outcomes = new ArrayList<Outcome>();
        for (var one : told) {
            outcomes.add(words(null, one.words(), one.toldAt(), triaged.get(one.id()), byNeed));
        }
        for (var response : submitted) {
            for (var given : response.answers()) {
                var words = given.words();
                if (words != null && given.answer() instanceof OwnWords.Answer own && !own.isEmpty()) {
                    outcomes.add(
                            words(response.title(), own.words(), response.submittedAt(), triaged.get(words), byNeed));
                }
                for (var item : given.named()) {
                    var key = new ItemRef(
                            response.surveyVersion(), given.question().id(), item.key());
                    var requirements = byItem.getOrDefault(key, List.of());
                    outcomes.add(new Outcome(
                            response.title(),
                            item.text(),
                            false,
                            response.submittedAt(),
                            Derived.status(
                                    requirements, needs.containsKey(key) ? AnswerStatus.JOINED : AnswerStatus.RECEIVED),
                            needs.get(key),
                            null,
                            requirements));
                }
            }
        }
        outcomes.sort(Comparator.comparing(Outcome::at).reversed());
        return outcomes;
    }

    /** The needs that the viewer's own words stand under, or that rest on an item the viewer named; with those merged into them. */
    public Set<NeedId> askedFor() {
        var submitted = mine.submitted();
        var asked = new HashSet<UUID>();
        triaged(ownWords(submitted)).values().forEach(words -> {
            if (words.need() instanceof UUID need) {
                asked.add(need);
            }
        });
        var needs = needsOfItems(submitted.stream()
                .map(s -> s.surveyVersion().value())
                .distinct()
                .toList());
        submitted.forEach(response -> response.answers()
                .forEach(given -> given.named()
                        .forEach(item -> asked.addAll(needs.getOrDefault(
                                new ItemRef(
                                        response.surveyVersion(),
                                        given.question().id(),
                                        item.key()),
                                Set.of())))));
        return withMerged(asked);
    }

    private Set<NeedId> withMerged(Set<UUID> canonical) {
        var found = new LinkedHashSet<NeedId>();
        if (!canonical.isEmpty()) {
            jdbc.sql("select id from need where id in (:ids) or merged_into in (:ids)")
                    .param("ids", canonical)
                    .query(row -> {
                        found.add(new NeedId(uuid(row, "id")));
                    });
        }
        return found;
    }

    private List<ExpressionTextId> ownWords(List<MyResponses.Submitted> submitted) {
        var texts = new ArrayList<ExpressionTextId>();
        mine.told().forEach(t -> texts.add(t.id()));
        submitted.forEach(s ->
                s.answers().stream().map(Given::words).filter(Objects::nonNull).forEach(texts::add));
        return texts;
    }

    /** The needs that rest on each item, or that a requirement which rests on it serves. */
    private Map<ItemRef, Set<UUID>> needsOfItems(List<UUID> surveyVersions) {
        var found = new LinkedHashMap<ItemRef, Set<UUID>>();
        if (!surveyVersions.isEmpty()) {
            jdbc.sql("""
                    select coalesce(n.merged_into, n.id) need_id, e.survey_version_id, e.question_id, e.item_key
                    from evidence e join need n on n.id = e.need_id where e.survey_version_id in (:ids)
                    union
                    select coalesce(n.merged_into, n.id), e.survey_version_id, e.question_id, e.item_key
                    from evidence e join requirement_need l on l.requirement_id = e.requirement_id
                    join need n on n.id = l.need_id where e.survey_version_id in (:ids)
                    """).param("ids", surveyVersions).query(row -> {
                found.computeIfAbsent(PublishedRequirements.item(row), k -> new HashSet<>())
                        .add(uuid(row, "need_id"));
            });
        }
        return found;
    }

    private static Outcome words(
            @Nullable LocalizedText survey,
            String words,
            Instant at,
            @Nullable Triaged triaged,
            Map<UUID, List<PublishedRequirement>> byNeed) {
        var requirements = triaged == null || triaged.need() == null
                ? List.<PublishedRequirement>of()
                : byNeed.getOrDefault(triaged.need(), List.of());
        var without = triaged == null
                ? AnswerStatus.RECEIVED
                : switch (triaged.state()) {
                    case WAITING, SUPERSEDED -> AnswerStatus.RECEIVED;
                    case JOINED -> AnswerStatus.JOINED;
                    case DECLINED -> AnswerStatus.DECLINED;
                };
        return new Outcome(
                survey,
                LocalizedText.en(words),
                true,
                at,
                Derived.status(requirements, without),
                triaged == null ? null : triaged.needTitle(),
                triaged == null ? null : triaged.reason(),
                requirements);
    }

    private record Triaged(
            ExpressionState state,
            @Nullable UUID need,
            @Nullable LocalizedText needTitle,
            @Nullable String reason) {}

    private static Set<UUID> needs(Collection<Triaged> triaged) {
        return triaged.stream().map(Triaged::need).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Map<ExpressionTextId, Triaged> triaged(Collection<ExpressionTextId> texts) {
        var found = new LinkedHashMap<ExpressionTextId, Triaged>();
        if (!texts.isEmpty()) {
            jdbc.sql("""
                    select x.expression_text_id, x.state, n.id need_id, n.title, x.decline_reason
                    from expression x left join need own on own.id = x.need_id
                    left join need n on n.id = coalesce(own.merged_into, own.id)
                    where x.expression_text_id in (:texts)
                    """)
                    .param("texts", texts.stream().map(ExpressionTextId::value).toList())
                    .query(row -> {
                        found.put(
                                new ExpressionTextId(uuid(row, "expression_text_id")),
                                new Triaged(
                                        ExpressionState.valueOf(row.getString("state")),
                                        Columns.uuidOrNull(row, "need_id"),
                                        row.getString("title") == null ? null : text(row, "title"),
                                        row.getString("decline_reason")));
                    });
        }
        return found;
    }

    /** The wording of the need an item was made into. */
    private Map<ItemRef, LocalizedText> needOfItem(List<UUID> surveyVersions) {
        var found = new LinkedHashMap<ItemRef, LocalizedText>();
        if (!surveyVersions.isEmpty()) {
            jdbc.sql("""
                    select e.survey_version_id, e.question_id, e.item_key, n.title
                    from evidence e join need own on own.id = e.need_id
                    join need n on n.id = coalesce(own.merged_into, own.id)
                    where e.survey_version_id in (:ids) order by e.attached_at
                    """).param("ids", surveyVersions).query(row -> {
                found.put(PublishedRequirements.item(row), text(row, "title"));
            });
        }
        return found;
    }
}
