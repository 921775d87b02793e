package io.throughline.survey.ballot;

import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.BallotStanding;
import io.throughline.survey.question.Answer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where ballots wait until they are counted, apart from the register of who has begun. Its rows have random ids and
 * neither times nor counters; what people gave is locked ({@link BallotContents}).
 */
@Component
class BallotBox {

    private final BallotSeal seal;
    private final BallotContents contents;
    private final JdbcClient jdbc;

    BallotBox(BallotSeal seal, BallotContents contents, JdbcClient jdbc) {
        this.seal = seal;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    record Ballot(UUID id, boolean sealed) {}

    BallotStanding standing(CampaignId campaign, PersonId person) {
        return jdbc.sql("select state from ballot_register where campaign_id = ? and person_id = ?")
                .params(campaign.value(), person.value())
                .query(String.class)
                .optional()
                .map(BallotStanding::of)
                .orElse(BallotStanding.NOT_BEGUN);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this person has begun */
    void register(CampaignId campaign, PersonId person) {
        jdbc.sql("insert into ballot_register (campaign_id, person_id, state) values (?, ?, 'STARTED')")
                .params(campaign.value(), person.value())
                .update();
    }

    /** For somebody who has begun; that they have answered is told later, with others. */
    void markSubmitted(CampaignId campaign, PersonId person) {
        jdbc.sql("""
                        update ballot_register set state = 'SUBMITTED'
                        where campaign_id = ? and person_id = ? and state = 'STARTED'""").params(campaign.value(), person.value()).update();
    }

    void add(CampaignId campaign, PersonId owner, BallotKey key, OrganisationId organisation) {
        var ballot = Ids.random();
        jdbc.sql("insert into ballot (id, campaign_id, key_hash, sealed, place) values (?, ?, ?, false, ?)")
                .params(
                        ballot,
                        campaign.value(),
                        key.hash(owner),
                        seal.close(seal.installation(), organisation.value().toString()))
                .update();
        contents.write(ballot, Map.of(), key.lock());
    }

    /** @throws DomainException BALLOT_UNKNOWN */
    Ballot find(CampaignId campaign, PersonId owner, BallotKey key) {
        return ballot("select id, sealed from ballot where campaign_id = ? and key_hash = ?", campaign, owner, key)
                .orElseThrow(BallotBox::unknown);
    }

    static DomainException unknown() {
        return new DomainException(SurveyError.BALLOT_UNKNOWN);
    }

    Optional<Ballot> locked(CampaignId campaign, PersonId owner, BallotKey key) {
        return ballot(
                "select id, sealed from ballot where campaign_id = ? and key_hash = ? for update",
                campaign,
                owner,
                key);
    }

    private Optional<Ballot> ballot(String sql, CampaignId campaign, PersonId owner, BallotKey key) {
        return jdbc.sql(sql)
                .params(campaign.value(), key.hash(owner))
                .query((row, number) -> new Ballot(Columns.uuid(row, "id"), row.getBoolean("sealed")))
                .optional();
    }

    /** None of one that is submitted. */
    Map<QuestionId, Answer> answers(Ballot ballot, BallotKey key) {
        return ballot.sealed() ? Map.of() : contents.read(ballot.id(), key.lock());
    }

    /** In the place of the answer before. */
    void put(UUID ballot, QuestionId question, Answer answer, SecretKey lock) {
        contents.put(ballot, question, answer, lock);
    }

    /** Only what counts stays, and only the installation opens it. */
    void seal(UUID ballot, Map<QuestionId, Answer> counting) {
        contents.write(ballot, counting, seal.installation());
        jdbc.sql("update ballot set sealed = true where id = ?").param(ballot).update();
    }

    /** Those submitted and not counted, in an order of chance. */
    List<UUID> waiting(CampaignId campaign) {
        var waiting = new ArrayList<>(jdbc.sql("select id from ballot where campaign_id = ? and sealed")
                .param(campaign.value())
                .query(UUID.class)
                .list());
        Collections.shuffle(waiting, seal.random());
        return waiting;
    }

    /** What somebody submitted, and where they belong. */
    record Taken(Map<QuestionId, Answer> answers, OrganisationId organisation) {}

    /**
     * Takes submitted ballots out, and gives what they held in another order of chance: whoever sees in which order rows were
     * written doesn't see which ballot became which response.
     *
     * @param ballots of enough people, few enough to be held in memory
     */
    List<Taken> take(Collection<UUID> ballots) {
        var taken = new ArrayList<Taken>();
        ballots.forEach(ballot -> taken.add(new Taken(submitted(ballot), place(ballot))));
        contents.forget(ballots);
        jdbc.sql("delete from ballot where id in (:ballots)")
                .param("ballots", ballots)
                .update();
        Collections.shuffle(taken, seal.random());
        return taken;
    }

    Map<QuestionId, Answer> submitted(UUID ballot) {
        return contents.read(ballot, seal.installation());
    }

    private OrganisationId place(UUID ballot) {
        var lock = seal.installation();
        return new OrganisationId(UUID.fromString(jdbc.sql("select place from ballot where id = ?")
                .param(ballot)
                .query((row, number) -> seal.open(lock, row.getBytes("place")))
                .single()));
    }

    /**
     * Leaves behind, locked until all are counted, where a response came from and with which others it was counted.
     *
     * @param answered places of the questions it answers among all
     */
    void counted(ResponseId response, OrganisationId organisation, int step, BitSet answered) {
        var left = new Counted(response.value(), organisation, step, answered);
        jdbc.sql("insert into ballot_place (response_id, place) values (?, ?)")
                .params(response.value(), seal.close(seal.installation(), left.written()))
                .update();
    }

    /** The number of the step that is counted next. */
    int nextStep(CampaignId campaign) {
        return jdbc.sql("select coalesce(max(step), 0) + 1 from told_step where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /** A counted ballot. @param answered null where that was not kept yet */
    record Counted(
            UUID response,
            OrganisationId organisation,
            int step,
            @Nullable BitSet answered) {

        private String written() {
            var bits = answered == null ? new BitSet() : answered;
            return organisation.value() + ";" + step + ";" + Base64.getEncoder().encodeToString(bits.toByteArray());
        }

        static Counted read(UUID response, String written) {
            var parts = written.split(";", -1);
            var organisation = new OrganisationId(UUID.fromString(parts[0]));
            return parts.length < 3
                    ? new Counted(response, organisation, 0, null)
                    : new Counted(
                            response,
                            organisation,
                            Integer.parseInt(parts[1]),
                            BitSet.valueOf(Base64.getDecoder().decode(parts[2])));
        }
    }

    List<Counted> counted(CampaignId campaign) {
        var lock = seal.installation();
        return jdbc.sql("""
                        select p.response_id, p.place from ballot_place p join response r on r.id = p.response_id
                        where r.campaign_id = ?""")
                .param(campaign.value())
                .query((row, number) ->
                        Counted.read(Columns.uuid(row, "response_id"), seal.open(lock, row.getBytes("place"))))
                .list();
    }

    /** In which step the figures of a question moved. */
    void told(CampaignId campaign, QuestionId question, int step) {
        jdbc.sql("insert into told_step (campaign_id, question_id, step) values (?, ?, ?)")
                .params(campaign.value(), question.value(), step)
                .update();
    }

    Map<QuestionId, NavigableSet<Integer>> toldSteps(CampaignId campaign) {
        var steps = new HashMap<QuestionId, NavigableSet<Integer>>();
        jdbc.sql("select question_id, step from told_step where campaign_id = ?")
                .param(campaign.value())
                .query(row -> {
                    steps.computeIfAbsent(new QuestionId(Columns.uuid(row, "question_id")), _ -> new TreeSet<>())
                            .add(row.getInt("step"));
                });
        return steps;
    }

    /** Ballots nobody submitted, too few of them, and where the others came from. */
    void empty(CampaignId campaign) {
        jdbc.sql("delete p from ballot_place p join response r on r.id = p.response_id where r.campaign_id = ?")
                .param(campaign.value())
                .update();
        jdbc.sql("delete a from ballot_answer a join ballot b on b.id = a.ballot_id where b.campaign_id = ?")
                .param(campaign.value())
                .update();
        jdbc.sql("delete from told_step where campaign_id = ?")
                .param(campaign.value())
                .update();
        jdbc.sql("delete from ballot where campaign_id = ?")
                .param(campaign.value())
                .update();
    }
}
