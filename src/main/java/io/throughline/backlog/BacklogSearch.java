package io.throughline.backlog;

import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.row.SearchText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of an area's backlog matches a filter, in rank order to its end, a page at a time. A page begins behind a place
 * its reader has seen, so that it costs the same wherever it is.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class BacklogSearch {

    /** Where words, a missing score or moves by hand are looked for, counting ends here. */
    public static final int MOST_COUNTED = 2_000;

    /** The most words looked for along the list: who looks for more finds little enough. */
    private static final int MOST_WORDS = 4;

    /**
     * How many match in each state, whatever state is asked for.
     *
     * @param states without those that none is in
     * @param more counting ended at {@value #MOST_COUNTED}, and there are more
     */
    public record Counts(Map<RequirementState, Integer> states, boolean more) {

        public Counts {
            states = Map.copyOf(states);
        }

        /** @param state null for all that is open */
        public int of(@Nullable RequirementState state) {
            return states.entrySet().stream()
                    .filter(count -> state == null ? !count.getKey().closed() : count.getKey() == state)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /**
     * Where a page is read.
     *
     * @param behind the place of the row it begins behind; null at the end it is read from
     * @param skip rows left out before it, ≥ 0; what it costs grows with them
     * @param backwards read from the last row upwards, and given in rank order all the same
     */
    public record From(@Nullable String behind, int skip, boolean backwards) {

        public static final From TOP = new From(null, 0, false);
    }

    private final JdbcClient jdbc;

    BacklogSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Counts counts(AreaId area, BacklogFilter filter) {
        if (filter.findsNothing()) {
            return new Counts(Map.of(), false);
        }
        var states = new EnumMap<RequirementState, Integer>(RequirementState.class);
        asked(filter.isByStateOnly() ? TALLY : looksInOrder(filter) ? COUNT : COUNT_WORDS, area, filter)
                .param("most", MOST_COUNTED + 1)
                .query(row -> {
                    states.put(RequirementState.valueOf(row.getString("state")), row.getInt("size"));
                });
        int sum = states.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(states, !filter.isByStateOnly() && sum > MOST_COUNTED);
    }

    /**
     * Those that match, in rank order; what is done or declined has rank 0.
     *
     * @param counts of the same filter: words that many have are looked for along the list, others in the index of words
     * @param limit 1–{@value Backlog#LARGEST_PAGE}
     */
    public List<RequirementRow> page(AreaId area, BacklogFilter filter, Counts counts, From from, int limit) {
        if (filter.findsNothing()) {
            return List.of();
        }
        boolean often = counts.more() && filter.words().size() <= MOST_WORDS;
        var pages = looksInOrder(filter) ? PLAIN : often ? OFTEN : SELDOM;
        return asked(from.backwards() ? pages.backwards() : pages.forwards(), area, filter)
                .param("behind", from.behind() == null ? "" : from.behind())
                .param("skip", Math.max(0, from.skip()))
                .param("limit", Math.clamp(limit, 1, Backlog.LARGEST_PAGE))
                .query((row, i) -> RankedRows.row(row, row.getInt("shown_rank")))
                .list();
    }

    private static boolean looksInOrder(BacklogFilter filter) {
        return filter.words().isEmpty() && filter.key().isEmpty();
    }

    /** The first that match. */
    public List<RequirementRow> first(AreaId area, BacklogFilter filter, int limit) {
        return page(area, filter, counts(area, filter), From.TOP, limit);
    }

    private JdbcClient.StatementSpec asked(String sql, AreaId area, BacklogFilter filter) {
        return jdbc.sql(sql)
                .param("area", area.value())
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("closed", filter.state() != null && filter.state().closed())
                .param("unranked", filter.unranked())
                .param("pinned", filter.pinned())
                .param("key", filter.key())
                .param("words", SearchText.allWords(String.join(" ", filter.words())))
                .param("word1", word(filter, 1))
                .param("word2", word(filter, 2))
                .param("word3", word(filter, 3))
                .param("word4", word(filter, 4));
    }

    private static String word(BacklogFilter filter, int number) {
        return filter.words().size() < number ? "" : " " + filter.words().get(number - 1);
    }

    private static final String TALLY = "select state, size from standing_tally where area_id = :area and size > 0";

    private static final String FLAGS = """
            and (:unranked = 0 or s.unscored = 1) and (:pinned = 0 or s.pinned = 1)
            """;

    private static final String WORDS = """
            and (:key = '' or r.req_key = :key)
            and (:words = '' or match (r.search_text) against (:words in boolean mode))
            """;

    private static final String COUNT = """
            select state, count(*) size from (
                select s.state from standing s where s.area_id = :area and s.closed in (0, 1) %s limit :most) found
            group by state
            """.formatted(FLAGS);

    private static final String COUNT_WORDS = """
            select state, count(*) size from (
                select s.state from requirement r join standing s on s.requirement_id = r.id
                where s.area_id = :area %s %s limit :most) found
            group by state
            """.formatted(FLAGS, WORDS);

    private record Pages(String forwards, String backwards) {

        /** @param from tables and conditions on their rows */
        static Pages of(String from) {
            return new Pages(page(from, "asc", ">"), page(from, "desc", "<"));
        }

        private static String page(String from, String order, String behind) {
            return """
                    %s, if(s.closed, 0, %s) shown_rank
                    from (select s.requirement_id, s.place %s
                        and s.area_id = :area and s.closed = :closed and (:state = '' or s.state = :state)
                        and (:behind = '' or s.place %s :behind) %s
                        order by s.place %s limit :limit offset :skip) found
                    join standing s on s.requirement_id = found.requirement_id
                    join requirement r on r.id = s.requirement_id
                    %s %s
                    order by found.place
                    """.formatted(
                            RankedRows.COLUMNS,
                            Ordering.SHOWN.rank(),
                            from,
                            behind,
                            FLAGS,
                            order,
                            Ordering.COMPUTED.blocks("s.pinned"),
                            Ordering.SHOWN.blocks("not s.closed"));
        }
    }

    private static final Pages PLAIN = Pages.of("from standing s where true");

    private static final Pages SELDOM =
            Pages.of("from requirement r join standing s on s.requirement_id = r.id where true %s".formatted(WORDS));

    /** Each word as the beginning of one, under the same collation as in the index of words. */
    private static final String WORD = """
            and (:word%1$d = ''
                or locate(:word%1$d, concat(' ', regexp_replace(r.search_text, '[^[:alnum:]]+', ' '))) > 0)
            """;

    private static final Pages OFTEN =
            Pages.of("""
            from standing s force index for order by (uq_standing_place)
                straight_join requirement r on r.id = s.requirement_id
            where true %s %s %s %s
            """.formatted(WORD.formatted(1), WORD.formatted(2), WORD.formatted(3), WORD.formatted(4)));
}
