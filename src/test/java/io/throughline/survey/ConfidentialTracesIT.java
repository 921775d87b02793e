package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.backlog.ExpressionRow;
import io.throughline.backlog.Triage;
import io.throughline.notice.MailId;
import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.shared.Hashes;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.answer.Response;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignMails;
import io.throughline.survey.campaign.Invited;
import io.throughline.survey.question.OwnWords;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where else a confidential campaign leaves traces: words, exports, mails, who has answered. */
class ConfidentialTracesIT extends ConfidentialCampaign {

    @Autowired
    SurveyResults results;

    @Autowired
    Triage triage;

    @Autowired
    CampaignDesk desk;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    @Qualifier("surveyObjects")
    ObjectDirectory objects;

    @Autowired
    GivenElsewhere elsewhere;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_has_answered_is_for_editors_only() {
        jdbc.sql("""
                        insert into personal_link (id, campaign_id, person_id, token_hash, made_at)
                        values (uuid(), ?, ?, sha2(uuid(), 256), utc_timestamp())""").params(campaign.value(), customer.id().value()).update();
        for (var editor : editors()) {
            assertThat(invited(editor).state()).isEqualTo(ResponseState.SUBMITTED);
            assertThat(invited(editor).links()).isEqualTo(1);
        }
        for (var outsider : outsiders()) {
            assertThat(invited(outsider).state()).isNull();
            assertThat(invited(outsider).links())
                    .as("reminders go to those who have not answered, each with a link")
                    .isZero();
        }
        var trail = List.of(new ObjectRef(Response.KIND, response.value()));
        for (var reader : List.of(owner, coEditor, customer)) {
            assertThat(objects.readable(reader, trail)).hasSize(1);
        }
        for (var outsider : outsiders()) {
            assertThat(objects.readable(outsider, trail)).isEmpty();
        }
    }

    private Invited invited(Viewer viewer) {
        return As.viewer(viewer, () -> desk.invited(campaign, customer.name(), 0, 10))
                .getFirst();
    }

    @Test
    void own_words_bear_a_name_for_editors_and_for_who_said_them() {
        var words = As.viewer(owner, () -> results.answersBehind(campaign, WORDS.id(), null, 0, 50)).stream()
                .filter(one -> one.by().response().equals(response))
                .findFirst()
                .orElseThrow()
                .words();
        for (var reader : List.of(owner, coEditor, customer)) {
            var said = As.viewer(reader, () -> expressions.read(List.of(words))).get(words);
            assertThat(said.person()).isEqualTo(customer.name());
            assertThat(said.organisation()).isEqualTo(homeName);
            assertThat(said.origin().toldAt()).isNotNull();
            assertThat(said.language()).isEqualTo("en");
        }
        for (var outsider : outsiders()) {
            var said =
                    As.viewer(outsider, () -> expressions.read(List.of(words))).get(words);
            assertThat(said.words()).isEqualTo(benches);
            assertThat(said.language()).isEmpty();
            assertThat(said.person()).isEmpty();
            assertThat(said.organisation()).isEmpty();
            assertThat(said.origin().person()).isNull();
            assertThat(said.origin().organisation()).isNull();
            assertThat(said.origin().response()).isNull();
            assertThat(said.origin().toldAt()).isNull();
        }
        await().until(() -> told(owner).isPresent());
        assertThat(told(owner).orElseThrow().toldAt()).isNotNull();
        for (var outsider : outsiders()) {
            assertThat(told(outsider)).hasValueSatisfying(row -> {
                assertThat(row.person()).isEmpty();
                assertThat(row.toldAt()).isNull();
            });
        }
    }

    @Test
    void the_place_and_the_ids_of_own_words_do_not_tell_when_they_were_said() {
        var words = new ArrayList<String>();
        for (int one = 0; one < 10; one++) {
            words.add(Fixtures.unique("Benches"));
            made.submitted(fixtures.customer(home), campaign, SurveyFixtures.points(50, 50), words.getLast());
        }
        await().until(() -> places(words).size() == words.size());
        assertThat(places(words)).allSatisfy(place -> {
            assertThat(place.since()).as("where its round opened").isEqualTo(place.opensAt());
            assertThat(place.id().version()).as("by chance").isEqualTo(4);
            assertThat(place.text().version()).as("by chance").isEqualTo(4);
        });
        var shown = As.viewer(
                outsiders().getFirst(),
                () -> triaged().filter(row -> words.contains(row.words())).toList());
        assertThat(shown)
                .extracting(ExpressionRow::words)
                .containsExactlyInAnyOrderElementsOf(words)
                .isNotEqualTo(words);
        var backwards = places(words).stream()
                .map(place -> new ExpressionTextId(place.text()))
                .toList()
                .reversed();
        assertThat(As.viewer(outsiders().getFirst(), () -> expressions.read(backwards))
                        .keySet())
                .as("in the order they are asked for")
                .containsExactlyElementsOf(backwards);
    }

    @Test
    void the_ids_of_words_brought_in_do_not_tell_in_which_line_they_stood() {
        var words = Fixtures.unique("Benches");
        As.viewer(
                owner,
                () -> elsewhere.store(
                        campaign,
                        Fixtures.unique("key"),
                        Hashes.sha256(words),
                        List.of(new GivenElsewhere.Response(
                                "R-1",
                                "Somebody",
                                homeName,
                                Map.of(POINTS.id(), points(50, 50), WORDS.id(), new OwnWords.Answer(words))))));
        await().until(() -> places(List.of(words)).size() == 1);
        assertThat(places(List.of(words))).singleElement().satisfies(place -> {
            assertThat(place.id().version()).as("by chance").isEqualTo(4);
            assertThat(place.text().version()).as("by chance").isEqualTo(4);
        });
    }

    private record Place(UUID id, UUID text, LocalDateTime since, LocalDateTime opensAt) {}

    private List<Place> places(List<String> words) {
        return jdbc.sql("""
                        select x.id, x.expression_text_id, x.told_at, c.opens_at
                        from expression x join expression_text t on t.id = x.expression_text_id
                        join response r on r.id = x.response_id join campaign c on c.id = r.campaign_id
                        where t.words in (:words) order by t.told_at""")
                .param("words", words)
                .query((row, number) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getObject("expression_text_id", UUID.class),
                        row.getObject("told_at", LocalDateTime.class),
                        row.getObject("opens_at", LocalDateTime.class)))
                .list();
    }

    private Optional<ExpressionRow> told(Viewer reader) {
        return As.viewer(
                reader,
                () -> triaged().filter(row -> row.words().equals(benches)).findFirst());
    }

    /** All that waits, that of other tests included. */
    private Stream<ExpressionRow> triaged() {
        return IntStream.range(0, 1 + triage.countWaiting() / 50)
                .mapToObj(page -> triage.waiting(50 * page, 50))
                .flatMap(List::stream);
    }

    @Test
    void exported_responses_bear_names_for_editors_only_and_lie_in_no_order_for_others() throws Exception {
        for (var editor : editors()) {
            var rows = responses(editor, ResultsFilter.NONE);
            assertThat(rows)
                    .contains(customer.name(), homeName, response.value().toString());
            assertThat(begun(rows)).as("as they were begun").isSorted();
        }
        for (var outsider : outsiders()) {
            var rows = responses(outsider, ResultsFilter.NONE);
            assertThat(rows)
                    .contains("70,30")
                    .doesNotContain(customer.name(), homeName, response.value().toString());
            assertThat(begun(rows))
                    .hasSize(12)
                    .isNotEqualTo(begun(rows).stream().sorted().toList());
            refused(SurveyError.UNNAMED_ROWS_OF_ALL, () -> responses(outsider, ResultsFilter.of("more")));
        }
    }

    /** What those gave who gave as many points as others had begun before them. */
    private static List<Integer> begun(String rows) {
        return Pattern.compile("\\b(\\d+),(\\d+)\\b")
                .matcher(rows)
                .results()
                .map(found -> List.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                .filter(given -> given.getFirst() + given.getLast() == 100 && given.getFirst() < 12)
                .map(List::getFirst)
                .toList();
    }

    @Test
    void the_outbox_does_not_say_who_answered_and_gives_no_link_out() {
        var administrator = fixtures.administrator();
        var mails = As.viewer(administrator, () -> outbox.find(null, 0, 200));
        assertThat(mails)
                .filteredOn(mail -> mail.to().equals(customer.name()))
                .extracting(OutboxRow::kind)
                .containsExactly(CampaignMails.INVITATION);
        var invitation = mails.stream()
                .filter(mail -> mail.to().equals(customer.name()))
                .findFirst()
                .orElseThrow();
        var shown = As.viewer(administrator, () -> outbox.preview(invitation.id()));
        assertThat(shown.withheldKey()).as("though it was answered").isEmpty();
        assertThat(shown.releasable()).isFalse();
        var thanked = mail(CampaignMails.THANKS, "first");
        var thanks = mails.stream()
                .filter(mail -> mail.id().equals(thanked))
                .findFirst()
                .orElseThrow();
        assertThat(thanks.to()).isEmpty();
        var letter = As.viewer(administrator, () -> outbox.preview(thanks.id()));
        assertThat(letter.address()).isEmpty();
        assertThat(letter.text()).startsWith("Hello •••,").doesNotContain(customer.name());
        jdbc.sql("update account set language = 'de', state = 'INVITED' where id = ?")
                .param(customer.id().value())
                .update();
        assertThat(As.viewer(administrator, () -> outbox.preview(thanks.id())).text())
                .as("in the language of who reads it, not of who got it, whether they can sign in or not")
                .isEqualTo(letter.text());
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(customer.id().value())
                .update();
        assertThat(As.viewer(administrator, () -> outbox.preview(thanks.id())))
                .as("whether they get mail at all or not")
                .satisfies(preview -> assertThat(preview.withheldKey()).isEmpty())
                .satisfies(preview -> assertThat(preview.text()).isEqualTo(letter.text()));
        jdbc.sql("update mail set state = 'WITHHELD', trouble = 'mail.withheld.address' where id = ?")
                .param(thanks.id().value())
                .update();
        assertThat(As.viewer(administrator, () -> outbox.preview(thanks.id()))
                        .row()
                        .trouble())
                .as("it may be true of them alone")
                .isEmpty();
    }

    /** The customer's. */
    private MailId mail(String kind, String event) {
        return new MailId(
                jdbc.sql("select id from mail where person_id = ? and about = ? and kind = ? and event like ?")
                        .params(customer.id().value(), campaign.value(), kind, event)
                        .query(UUID.class)
                        .single());
    }

    @Test
    void the_outbox_does_not_say_who_is_invited_again_not_having_answered() {
        As.viewer(owner, () -> desk.inviteAgain(campaign, customer.id()));
        var again = mail(CampaignMails.INVITATION, "again-%");
        var mails = As.viewer(fixtures.administrator(), () -> outbox.find(null, 0, 200));
        assertThat(mails)
                .filteredOn(mail -> mail.id().equals(again))
                .extracting(OutboxRow::to)
                .containsExactly("");
    }
}
