package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A need that stands for others stands for itself, also where two merge at once. */
@IntegrationTest
class NeedMergeIT {

    private static final int RACES = 20;

    @Autowired
    Needs needs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    BacklogForPlanning planning;

    @Autowired
    Requirements requirements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void somebody() {
        pm = fixtures.projectManager();
    }

    @Test
    void a_merge_that_saw_its_target_before_that_was_merged_away_begins_anew() {
        var first = need();
        var middle = need();
        var last = need();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> As.viewer(pm, () -> {
                    needs.detail(middle);
                    elsewhere(() -> needs.merge(middle, 0, last));
                    needs.merge(first, 0, middle);
                })))
                .isInstanceOf(ConcurrencyFailureException.class);

        assertThat(chains(List.of(first, middle, last))).isZero();
    }

    @Test
    void two_merges_that_touch_each_other_never_make_a_chain() throws Exception {
        for (int race = 0; race < RACES; race++) {
            var first = need();
            var middle = need();
            var last = need();
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var one = pool.submit(() -> merged(start, first, middle));
                var other = pool.submit(() -> merged(start, middle, last));
                assertThat(one.get() || other.get())
                        .as("one of them goes through")
                        .isTrue();
            }
            assertThat(chains(List.of(first, middle, last))).isZero();
        }
    }

    @Test
    void a_need_is_found_by_its_own_punctuation() {
        var mark = Fixtures.unique("n");
        var title = "Don't lose data (50 %, not_all): " + mark;
        var need = As.viewer(pm, () -> needs.create(LocalizedText.en(title)));
        var plain = As.viewer(pm, () -> needs.create(LocalizedText.en("Don't lose data (500, not-all): " + mark)));
        assertThat(found(title)).containsExactly(need);
        assertThat(found("not_all): " + mark)).as("an underscore is itself").containsExactly(need);
        assertThat(found(" " + mark + " ")).containsExactly(plain, need);
    }

    private List<NeedId> found(String query) {
        return As.viewer(pm, () -> needs.find(query, 50)).stream()
                .map(NeedSummary::id)
                .toList();
    }

    @Test
    void figures_of_a_need_merged_away_stand_behind_the_one_that_stands_for_it() {
        var first = need();
        var second = need();
        var requirement = given.requirement(pm, given.area(pm), "Photo");
        given.rated(pm, requirement, .9);
        jdbc.sql("""
                insert into evidence (id, need_id, survey_version_id, question_id, item_key, people, figures, attached_by,
                    attached_at)
                select uuid(), ?, survey_version_id, question_id, item_key, 7, figures, attached_by, attached_at
                from evidence where requirement_id = ?
                """).params(first.value(), requirement.value()).update();
        As.viewer(pm, () -> needs.merge(first, version(first), second));
        As.viewer(pm, () -> {
            assertThat(planning.answersBehind(List.of(second))).isEqualTo(7);
            assertThat(planning.answersBehind(List.of(first, second))).isEqualTo(7);
            assertThat(planning.needs(List.of(second)).get(second).answersBehind())
                    .isEqualTo(7);
            assertThat(planning.needs(List.of(first)).get(first).answersBehind())
                    .as("its own")
                    .isEqualTo(7);
        });
    }

    @Test
    void a_need_merged_away_is_detached_through_the_one_that_stands_for_it() {
        var first = need();
        var second = need();
        var requirement = given.requirement(pm, given.area(pm), "Photo");
        As.viewer(pm, () -> {
            requirements.serve(requirement, first);
            needs.merge(first, version(first), second);
            assertThat(requirements.detail(requirement).needs())
                    .extracting(NeedSummary::id)
                    .containsExactly(second);
            requirements.serveNoMore(requirement, second);
            assertThat(requirements.detail(requirement).needs()).isEmpty();
        });
    }

    private boolean merged(CyclicBarrier start, NeedId need, NeedId into) throws Exception {
        start.await();
        try {
            As.viewer(pm, () -> needs.merge(need, version(need), into));
            return true;
        } catch (DomainException refusal) {
            return false;
        }
    }

    private long version(NeedId need) {
        return needs.detail(need).version();
    }

    private NeedId need() {
        return As.viewer(pm, () -> needs.create(LocalizedText.en(Fixtures.unique("See repairs through"))));
    }

    private void elsewhere(As.Action act) {
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.submit(() -> As.viewer(pm, act)).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Needs merged into one that is merged away itself. */
    private int chains(List<NeedId> family) {
        return jdbc.sql("""
                        select count(*) from need n join need m on m.id = n.merged_into
                        where n.id in (:ids) and m.merged_into is not null""")
                .param("ids", family.stream().map(NeedId::value).toList())
                .query(Integer.class)
                .single();
    }
}
