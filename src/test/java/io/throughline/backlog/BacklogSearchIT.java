package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.BacklogSearch.Counts;
import io.throughline.backlog.BacklogSearch.From;
import io.throughline.backlog.row.SearchText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of a backlog is found, to its end, and how much there is of it. */
@IntegrationTest
class BacklogSearchIT {

    private static final int LONG = 2_300;

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    BacklogSearch search;

    @Autowired
    Requirements requirements;

    @Autowired
    Ranking ranking;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;

    @BeforeEach
    void somebody() {
        pm = fixtures.projectManager();
    }

    @Test
    void eachStateIsCountedAsRequirementsGoThroughIt() {
        var area = given.area(pm);
        var one = given.requirement(pm, area, "Street lights");
        var two = given.requirement(pm, area, "Street signs");
        var three = given.requirement(pm, area, "Park benches");
        assertThat(counts(area, "")).isEqualTo(Map.of(RequirementState.PROPOSED, 3));

        As.viewer(pm, () -> requirements.accept(one, requirements.detail(one).version()));
        As.viewer(pm, () -> requirements.decline(two, requirements.detail(two).version(), "Another town does it"));
        assertThat(counts(area, ""))
                .isEqualTo(Map.of(
                        RequirementState.ACCEPTED, 1, RequirementState.DECLINED, 1, RequirementState.PROPOSED, 1));
        assertThat(counts(area, "street"))
                .as("of those with the word")
                .isEqualTo(Map.of(RequirementState.ACCEPTED, 1, RequirementState.DECLINED, 1));
        assertThat(found(area, "", RequirementState.DECLINED)).containsExactly(two);
        assertThat(found(area, "street", null)).as("open ones").containsExactly(one);

        As.viewer(
                pm, () -> requirements.reconsider(two, requirements.detail(two).version()));
        assertThat(counts(area, "")).isEqualTo(Map.of(RequirementState.ACCEPTED, 1, RequirementState.PROPOSED, 2));
        assertThat(found(area, "", RequirementState.PROPOSED)).containsExactly(two, three);
    }

    @Test
    void aKeyFindsItsRequirementAndTooShortAWordNothing() {
        var area = given.area(pm);
        var one = given.requirement(pm, area, "Street lights");
        given.requirement(pm, area, "Street signs");
        var key = As.viewer(pm, () -> requirements.detail(one)).key();
        assertThat(found(area, " " + key.toLowerCase(java.util.Locale.ROOT), null))
                .containsExactly(one);
        assertThat(counts(area, key)).isEqualTo(Map.of(RequirementState.PROPOSED, 1));
        assertThat(found(area, "st", null)).isEmpty();
        assertThat(counts(area, "st")).isEmpty();
    }

    @Test
    void wordsThatEverybodyUsesNarrowNothing() {
        var area = given.area(pm);
        var archive = given.requirement(pm, area, "Search the archive for who was where");
        given.requirement(pm, area, "The archive is kept");
        assertThat(found(area, "Search the archive", null)).containsExactly(archive);
        assertThat(found(area, "how to search THE archive", null)).containsExactly(archive);
        assertThat(found(area, "the", null)).as("nothing is found by it").isEmpty();
        assertThat(As.viewer(pm, () -> requirements.find("Search the archive for", 50)))
                .extracting(RequirementName::id)
                .contains(archive);
        var stopwords = jdbc.sql("select value from information_schema.innodb_ft_default_stopword")
                .query(String.class)
                .list();
        assertThat(stopwords)
                .contains("the", "und")
                .allSatisfy(word -> assertThat(SearchText.words(word)).as(word).isEmpty());
    }

    @Test
    void whatHasNoScoreOrWasMovedByHandIsFound() {
        var area = given.area(pm);
        var scored = given.requirement(pm, area, "Scored");
        given.rated(pm, scored, .9);
        var moved = given.requirement(pm, area, "Moved");
        given.rated(pm, moved, .8);
        As.viewer(pm, () -> ranking.pin(moved, null, "First of all"));
        var unscored = given.requirement(pm, area, "Unscored");
        assertThat(ids(first(area, new BacklogFilter("", null, true, false)))).containsExactly(unscored);
        assertThat(ids(first(area, new BacklogFilter("", null, false, true)))).containsExactly(moved);
        assertThat(As.viewer(pm, () -> search.counts(area, new BacklogFilter("", null, true, false)))
                        .of(null))
                .isEqualTo(1);
    }

    /** Words that many have are looked for in the list, others in the index of words: both give the same. */
    @Test
    void pagesGoToTheEndInOrderWhicheverWayTheyAreRead() {
        var area = given.longList(pm, LONG);
        var everything = IntStream.rangeClosed(2, LONG).boxed().toList();
        var proposed = new BacklogFilter("", RequirementState.PROPOSED, false, false);
        var bulk = new BacklogFilter("bulk", null, false, false);
        var often = As.viewer(pm, () -> search.counts(area, bulk));
        assertThat(often.more()).isTrue();
        var seldom = new Counts(often.states(), false);
        assertThat(walked(area, proposed, seldom)).startsWith(1).endsWith(LONG).hasSize(LONG);
        assertThat(walked(area, bulk, often)).isEqualTo(everything);
        assertThat(walked(area, bulk, seldom)).isEqualTo(everything);
        for (var counts : List.of(often, seldom)) {
            assertThat(ranks(area, bulk, counts, new From(null, 30, true), 3))
                    .containsExactly(LONG - 32, LONG - 31, LONG - 30);
            assertThat(ranks(area, bulk, counts, new From("2000100i", 20, false), 3))
                    .containsExactly(121, 122, 123);
        }
    }

    private List<Integer> walked(AreaId area, BacklogFilter filter, Counts counts) {
        var ranks = new ArrayList<Integer>();
        var from = From.TOP;
        for (var rows = page(area, filter, counts, from, 200);
                !rows.isEmpty();
                rows = page(area, filter, counts, from, 200)) {
            rows.forEach(row -> ranks.add(row.rank()));
            from = new From(rows.getLast().place(), 0, false);
        }
        return ranks;
    }

    private List<Integer> ranks(AreaId area, BacklogFilter filter, Counts counts, From from, int limit) {
        return page(area, filter, counts, from, limit).stream()
                .map(RequirementRow::rank)
                .toList();
    }

    private List<RequirementRow> page(AreaId area, BacklogFilter filter, Counts counts, From from, int limit) {
        return As.viewer(pm, () -> search.page(area, filter, counts, from, limit));
    }

    private List<RequirementRow> first(AreaId area, BacklogFilter filter) {
        return As.viewer(pm, () -> search.first(area, filter, 50));
    }

    private List<RequirementId> found(
            AreaId area, String query, @org.jspecify.annotations.Nullable RequirementState state) {
        return ids(first(area, new BacklogFilter(query, state, false, false)));
    }

    private Map<RequirementState, Integer> counts(AreaId area, String query) {
        return As.viewer(pm, () -> search.counts(area, new BacklogFilter(query, null, false, false)))
                .states();
    }

    private static List<RequirementId> ids(List<RequirementRow> rows) {
        return rows.stream().map(RequirementRow::id).toList();
    }
}
