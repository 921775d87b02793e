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
