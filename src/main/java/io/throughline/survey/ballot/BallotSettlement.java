package io.throughline.survey.ballot;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.ballot.BallotSteps.Place;
import io.throughline.survey.count.CountingBatch;
import io.throughline.survey.count.HeldAnswers;
import io.throughline.survey.count.UncountedResponses;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told of where a campaign's ballots come from, once nothing comes any more. */
@Component
class BallotSettlement {

    private final BallotBox box;
    private final CountingBatch counting;
    private final HeldAnswers held;
    private final JdbcClient jdbc;

    BallotSettlement(BallotBox box, CountingBatch counting, HeldAnswers held, JdbcClient jdbc) {
        this.box = box;
        this.counting = counting;
        this.held = held;
        this.jdbc = jdbc;
    }

    boolean isDone(CampaignId campaign) {
        return held.groups(campaign).containsKey(UncountedResponses.EVERYBODY);
    }

    /**
     * What may be kept of where the responses come from is told, the rest forgotten. Beside what was told step by step, it
     * must tell of enough people together.
     *
     * @param least how many people are enough
     */
    void settle(CampaignId campaign, SurveyContent content, int least) {
        var voices = voices(campaign);
        var counted = box.counted(campaign);
        var places = new HashMap<UUID, Place>();
        counted.forEach(one -> {
            var voice = voices.get(one.organisation().value());
            places.put(one.response(), new Place(one.organisation().value(), voice == null ? null : voice.segment()));
        });
        var kept = BallotSteps.kept(places, least);
        kept.forEach((response, place) -> {
            var voice = place.organisation() == null ? null : voices.get(place.organisation());
            jdbc.sql("""
                            update response set organisation_id = :organisation, segment = :segment, weight = :weight
                            where id = :id""")
                    .param("organisation", place.organisation())
                    .param("segment", place.segment())
                    .param("weight", voice == null ? BigDecimal.ONE : voice.weight())
                    .param("id", response)
                    .update();
        });
        tellGroups(campaign, content, least, counted, kept);
        box.empty(campaign);
        end(campaign);
        // They were counted as nobody's group: now they are counted anew, each with its own.
        counting.forget(campaign);
    }

    /** Whoever gives it more time at this very moment is refused: what was read before is not what stands there now. */
    private void end(CampaignId campaign) {
        jdbc.sql("""
                        update campaign set closed_at = coalesce(closed_at, closes_at), version = version + 1
                        where id = ?""").param(campaign.value()).update();
    }

    private void tellGroups(
            CampaignId campaign,
            SurveyContent content,
            int least,
            List<BallotBox.Counted> counted,
            Map<UUID, Place> kept) {
        var told = box.toldSteps(campaign);
        held.keep(
                campaign,
                UncountedResponses.EVERYBODY,
                BallotSteps.groups(
                        counted.stream()
                                .map(one -> new BallotSteps.Told(place(kept, one), one.step()))
                                .toList(),
                        least));
        var questions = content.questions();
        for (int at = 0; at < questions.size(); at++) {
            int place = at;
            var question = questions.get(at).id();
            var steps = told.getOrDefault(question, new TreeSet<>());
            var left = held.responses(campaign, question);
            var people = counted.stream()
                    .filter(one -> one.answered() == null || one.answered().get(place))
                    .filter(one -> !left.contains(one.response()))
                    .map(one -> new BallotSteps.Told(
                            place(kept, one), Objects.requireNonNullElse(steps.ceiling(one.step()), one.step())))
                    .toList();
            held.keep(campaign, question, BallotSteps.groups(people, least));
        }
    }

    private static Place place(Map<UUID, Place> kept, BallotBox.Counted one) {
        return Objects.requireNonNull(kept.get(one.response()));
    }

    private record Voice(@Nullable String segment, BigDecimal weight) {}

    private Map<UUID, Voice> voices(CampaignId campaign) {
        var voices = new HashMap<UUID, Voice>();
        jdbc.sql("select organisation_id, segment, weight from survey_audience where campaign_id = ?")
                .param(campaign.value())
                .query(row -> {
                    var segment = row.getString("segment");
                    voices.put(
                            Columns.uuid(row, "organisation_id"),
                            new Voice(segment.isEmpty() ? null : segment, row.getBigDecimal("weight")));
                });
        return voices;
    }
}
