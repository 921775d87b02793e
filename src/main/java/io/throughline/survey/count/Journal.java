package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.count.JournalPlaces.Place;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.JournalEntries;
import io.throughline.survey.question.stats.JournalPage;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was counted, entry by entry, compactly, page after page in the order in which it was: whoever looks for the figures of
 * those who gave a certain answer adds up their entries. Written in the transaction that changes the cells. Full pages never
 * change. Anonymous campaigns have no journal: nothing there may put a person's answers side by side.
 */
@Component
class Journal {

    /** Entries of a page that is not written again. */
    static final int FULL = 1000;

    /** Most pages of a campaign have the same places: what was read of one is at hand for the next. */
    private static final int PLACES_KEPT = 64;

    private final JdbcClient jdbc;
    private final Map<String, JournalPlaces> places = Collections.synchronizedMap(new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JournalPlaces> eldest) {
            return size() > PLACES_KEPT;
        }
    });

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page as it is kept.
     *
     * @param first number of its first entry in the journal, from 0
     */
    record Page(long first, int entries, JournalPlaces places, byte[] content) {

        static Page of(long first, JournalPlaces places, JournalEntries entries, Told told) {
            var content = JournalPage.of(told.layouts(), JournalEntries.ordered(entries))
                    .encoded();
            return new Page(first, entries.size(), places, content);
        }

        /** Number of the entry after its last one. */
        long end() {
            return first + entries;
        }
    }

    /** What a page tells of, in its order: everybody, then the questions of the version asked, which never change. */
    record Told(List<QuestionId> questions, List<Layout> layouts) {

        List<@Nullable Measure> said(UncountedResponses.Entry entry) {
            var said = new ArrayList<@Nullable Measure>();
            for (var question : questions) {
                said.add(entry.said().get(question));
            }
            return said;
        }

        static Told of(SurveyContent content) {
            return new Told(
                    Stream.concat(
                                    Stream.of(UncountedResponses.EVERYBODY),
                                    content.questions().stream().map(Question::id))
                            .toList(),
                    Stream.concat(
                                    Stream.of(Layout.PEOPLE),
                                    content.questions().stream().map(Question::layout))
                            .toList());
        }
    }

    /**
     * Within the transaction that counts them. What is counted together becomes a page of its own; as soon as there are
     * enough for a full page they become one, so that every entry is written twice and no more.
     */
    void add(CampaignId campaign, SurveyContent content, List<UncountedResponses.Entry> entries) {
        var told = Told.of(content);
        long length = length(campaign);
        for (int from = 0; from < entries.size(); ) {
            int open = (int) (length % FULL);
            var some = entries.subList(from, Math.min(from + FULL - open, entries.size()));
            var page = page(length, some, told);
            write(campaign, open + some.size() == FULL ? joined(campaign, length - open, page, told) : page);
            length += some.size();
            from += some.size();
        }
    }

    private static Page page(long first, List<UncountedResponses.Entry> entries, Told told) {
        var places = JournalPlaces.of(entries.stream().map(Journal::place));
        var written = JournalEntries.of(entries.stream()
                .map(entry -> new JournalEntries.Entry(
                        entry.response(), places.number(place(entry)), entry.taken(), told.said(entry)))
                .toList());
        return Page.of(first, places, written, told);
    }

    private static Place place(UncountedResponses.Entry entry) {
        return new Place(entry.as().group(), entry.as().week());
    }

    /** A last page with all small ones before it from a number on, which it takes the place of. */
    private Page joined(CampaignId campaign, long first, Page last, Told told) {
        if (last.first() == first) {
            return last;
        }
        var pages = new ArrayList<>(pages(campaign, first, first + FULL));
        pages.add(last);
        jdbc.sql("delete from result_journal where campaign_id = ? and first_entry >= ?")
                .params(campaign.value(), first)
                .update();
        var places = JournalPlaces.of(pages.stream().flatMap(page -> page.places().inOrder().stream()));
        var joined = JournalEntries.joined(
                pages.stream()
                        .map(page -> JournalPage.decoded(told.layouts(), page.content()))
                        .toList(),
                pages.stream().map(page -> numbers(page, places)).toList());
        return Page.of(first, places, joined, told);
    }

    /** The new numbers of a page's places. */
    private static IntUnaryOperator numbers(Page page, JournalPlaces places) {
        int[] numbers =
                page.places().inOrder().stream().mapToInt(places::number).toArray();
        return place -> numbers[place];
    }

    private void write(CampaignId campaign, Page page) {
        jdbc.sql(
                        "insert into result_journal (campaign_id, first_entry, entries, places, content) values (?, ?, ?, ?, ?)")
                .params(
                        campaign.value(),
                        page.first(),
                        page.entries(),
                        page.places().written(),
                        page.content())
                .update();
    }

    /** How many entries there are. */
    long length(CampaignId campaign) {
        return jdbc.sql("""
                        select first_entry + entries from result_journal
                        where campaign_id = ? order by first_entry desc limit 1""")
                .param(campaign.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Those that begin with one of some entries, in their order. @param from number of an entry, @param end the one after the last */
    List<Page> pages(CampaignId campaign, long from, long end) {
        return jdbc.sql("""
                        select first_entry, entries, places, content from result_journal
                        where campaign_id = ? and first_entry >= ? and first_entry < ?
                        order by first_entry""")
                .params(campaign.value(), from, end)
                .query((row, number) -> page(row))
                .list();
    }

    private Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getLong("first_entry"),
                row.getInt("entries"),
                places.computeIfAbsent(row.getString("places"), JournalPlaces::read),
                row.getBytes("content"));
    }

    /** Those that are not full yet, in their order. @param length of the journal, as its transaction has it */
    List<Page> open(CampaignId campaign, long length) {
        return pages(campaign, full(length), length);
    }

    /** How many entries are on full pages. @param length of the journal */
    static long full(long length) {
        return length - length % FULL;
    }

    /** Everything is to be counted anew. */
    void forget(CampaignId campaign) {
        jdbc.sql("delete from result_journal where campaign_id = ?")
                .param(campaign.value())
                .update();
    }
}
