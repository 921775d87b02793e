package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.throughline.backlog.ExpressionRow;
import io.throughline.backlog.Triage;
import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.answer.Response;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignMails;
import io.throughline.survey.campaign.Invited;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.ByWeighting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ConfidentialityIT {

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyResults results;

    @Autowired
    Waves waves;

    @Autowired
    Triage triage;

    @Autowired
    CampaignDesk desk;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    ResponseExport export;

    @Autowired
    @Qualifier("surveyObjects")
    ObjectDirectory objects;

    @Autowired
    Answering answering;

    @Autowired
    Outbox outbox;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    Viewer owner;
    Viewer coEditor;
    Viewer other;
    Viewer manager;
    Viewer customer;
    OrganisationId home;
    CampaignId campaign;
    ResponseId response;
    String homeName;
    String benches;

    @BeforeEach
    void answered() {
        owner = fixtures.projectManager();
        coEditor = fixtures.projectManager();
        other = fixtures.projectManager();
        manager = fixtures.manager();
        homeName = Fixtures.unique("Home");
        home = fixtures.organisation(homeName, "few");
        customer = fixtures.customer(home);
        var crowd = new ArrayList<Viewer>();
        var asked = new HashSet<>(Set.of(home));
        for (var segment : List.of("many", "more")) {
            for (int one = 0; one < 3; one++) {
                var organisation = fixtures.organisation(Fixtures.unique("Others"), segment);
                asked.add(organisation);
                crowd.add(fixtures.customer(organisation));
                crowd.add(fixtures.customer(organisation));
            }
        }
        var opens = Instant.now().minusSeconds(60);
        campaign = made.published(
                owner,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                new Round(
                        new Audience(asked, Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        new Mailing(MailLink.PERSONAL, 0, true),
                        Map.of()));
        var survey = As.viewer(owner, () -> surveys.detail(campaign)).id();
        As.viewer(owner, () -> surveys.addCoEditor(survey, coEditor.id()));
        benches = Fixtures.unique("Benches");
        response = made.submitted(customer, campaign, points(70, 30), benches);
        for (int one = 0; one < crowd.size(); one++) {
            made.submitted(crowd.get(one), campaign, points(one, 100 - one), "");
        }
    }

    private List<Viewer> outsiders() {
        return List.of(other, manager);
    }

    private List<Viewer> editors() {
        return List.of(owner, coEditor);
    }

    @Test
    void it_is_told_before_anything_is_begun_and_fixed_with_the_campaign() {
        assertThat(As.viewer(customer, () -> answering.intro(campaign)).confidentiality())
                .isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThat(As.viewer(other, () -> surveys.detail(campaign)).campaigns())
                .extracting(CampaignInfo::confidentiality)
                .containsExactly(Confidentiality.CONFIDENTIAL);
        assertThat(SurveyJson.content("{\"schema\":2,\"title\":{},\"why\":{},\"sections\":[],"
                                + "\"paging\":\"QUESTION\",\"languages\":[]}")
                        .confidentiality())
                .as("content of before there was a choice")
                .isEqualTo(Confidentiality.NAMED);
    }

    @Test
    void answers_behind_a_figure_bear_names_for_editors_only() {
        for (var editor : editors()) {
            assertThat(As.viewer(editor, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .extracting(one -> one.by().name())
                    .contains(customer.name());
        }
        for (var outsider : outsiders()) {
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 10)))
                    .hasSize(10)
                    .allSatisfy(one -> assertThat(one.by()).isNull());
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .hasSize(13)
                    .extracting(AnswerBehind::answer)
                    .contains(points(70, 30));
            var more = ResultsFilter.of("more");
            assertThat(As.viewer(outsider, () -> results.answersBehind(campaign, POINTS.id(), null, more, 0, 50)))
                    .as("nobody's segment is told")
                    .isEmpty();
            assertThat(As.viewer(outsider, () -> results.countBehind(campaign, POINTS.id(), null, more)))
                    .isZero();
        }
    }

    @Test
    void figures_of_single_organisations_and_small_segments_are_for_editors_only() {
        for (var editor : editors()) {
            assertThat(As.viewer(editor, () -> results.report(campaign, ResultsFilter.of("few")))
                            .turnout())
                    .extracting(Turnout::name)
                    .containsExactly(homeName);
            assertThat(As.viewer(editor, () -> results.segments(campaign))).containsExactly("few", "many", "more");
            assertThat(roads(editor, ResultsFilter.NONE).organisations()).hasSize(7);
            assertThat(roads(editor, ResultsFilter.NONE).share())
                    .satisfies(share -> assertThat(share.weighted().value())
                            .isNotCloseTo(share.perPerson().value(), offset(1e-9)));
        }
        for (var outsider : outsiders()) {
            var report = As.viewer(outsider, () -> results.report(campaign, ResultsFilter.NONE));
            assertThat(report.turnout())
                    .allSatisfy(one -> {
                        assertThat(one.organisation()).isNull();
                        assertThat(one.name()).isEmpty();
                    })
                    .extracting(Turnout::segment, Turnout::answered)
                    .as("the one of the small segment among others")
                    .containsExactly(tuple("more", 6), tuple("", 7));
            assertThat(report.answered()).isEqualTo(13);
            var roads = roads(outsider, ResultsFilter.NONE);
            assertThat(roads.organisations()).isEmpty();
            assertThat(roads.disagreement()).isNull();
            assertThat(roads.share())
                    .as("the difference of two weightings would tell what one said")
                    .satisfies(ConfidentialityIT::everybodyCountsOnce);
            assertThat(As.viewer(outsider, () -> results.segments(campaign))).containsExactly("more");
            assertThat(As.viewer(outsider, () -> results.report(campaign, ResultsFilter.of("more")))
                            .answered())
                    .isEqualTo(6);
            assertThat(roads(outsider, ResultsFilter.of("more")).spread())
                    .as("what one of a segment gave")
                    .isNull();
            assertThat(roads.spread()).as("as among single answers").isNotNull();
            for (var narrow : List.of(
                    ResultsFilter.of("few"),
                    ResultsFilter.of("many"),
                    ResultsFilter.NONE.withWeeks(LocalDate.EPOCH, null),
                    ResultsFilter.NONE.withOrganisations(Set.of(home)),
                    ResultsFilter.NONE.withSaid(new ResultsFilter.Said(CHOICE.id(), "a")))) {
                notThere(() -> As.viewer(outsider, () -> results.report(campaign, narrow)));
                notThere(() -> As.viewer(outsider, () -> results.turnout(campaign, narrow)));
                notThere(() -> As.viewer(outsider, () -> results.exportCsv(campaign, narrow, Locale.ENGLISH)));
                notThere(() -> As.viewer(outsider, () -> results.countBehind(campaign, POINTS.id(), null, narrow)));
                notThere(
                        () -> As.viewer(outsider, () -> waves.compare(campaign, campaign, narrow, Progress.UNWATCHED)));
                notThere(() -> responses(outsider, narrow));
            }
        }
    }

    @Test
    void a_question_few_beside_a_segment_answered_is_not_told_of_the_segment() {
        var scale = new Scale(
                QuestionId.next(),
                SurveyFixtures.text("How good?"),
                SurveyFixtures.text(""),
                false,
                1,
                5,
                SurveyFixtures.text(""),
                SurveyFixtures.text(""));
        var segments = new LinkedHashMap<String, List<Viewer>>();
        var asked = new HashSet<OrganisationId>();
        for (var segment : List.of("left", "right")) {
            for (int one = 0; one < 3; one++) {
                var organisation = fixtures.organisation(Fixtures.unique("Side"), segment);
                asked.add(organisation);
                for (int person = 0; person < 2; person++) {
                    segments.computeIfAbsent(segment, _ -> new ArrayList<>()).add(fixtures.customer(organisation));
                }
            }
        }
        var content = SurveyFixtures.content();
        campaign = made.published(
                owner,
                new SurveyContent(content.title(), content.why(), List.of(POINTS, scale))
                        .with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                asked);
        var right = segments.get("right");
        for (var person : segments.get("left")) {
            rated(person, scale, 4);
        }
        rated(right.getFirst(), scale, 1);
        for (var person : right.subList(1, 6)) {
            rated(person, scale, null);
        }
        for (var outsider : outsiders()) {
            assertThat(As.viewer(outsider, () -> results.segments(campaign))).containsExactly("left", "right");
            assertThat(people(outsider, ResultsFilter.NONE)).containsExactly(12, 7);
            assertThat(people(outsider, ResultsFilter.of("left")))
                    .as("all less these would be what one of the others rated")
                    .containsExactly(6, 0);
            assertThat(people(outsider, ResultsFilter.of("right"))).containsExactly(6, 0);
        }
        assertThat(people(owner, ResultsFilter.of("left"))).containsExactly(6, 6);

        for (var person : right.subList(1, 6)) {
            var again = made.started(person, campaign);
            made.save(person, again, scale.id(), new Scale.Answer(2));
            As.viewer(person, () -> answering.submit(again));
        }
        assertThat(people(other, ResultsFilter.of("left"))).containsExactly(6, 6);
        assertThat(people(other, ResultsFilter.of("right"))).containsExactly(6, 6);
    }

    private void rated(Viewer person, Scale scale, @Nullable Integer step) {
        var begun = made.started(person, campaign);
        made.save(person, begun, POINTS.id(), points(50, 50));
        if (step != null) {
            made.save(person, begun, scale.id(), new Scale.Answer(step));
        }
        As.viewer(person, () -> answering.submit(begun));
    }

    /** How many the figures of each question are of. */
    private List<Integer> people(Viewer viewer, ResultsFilter filter) {
        return As.viewer(viewer, () -> results.report(campaign, filter)).questions().stream()
                .map(one -> one.result().size().people())
                .toList();
    }

    private static void everybodyCountsOnce(ByWeighting share) {
        for (var weighted : List.of(share.weighted(), share.perOrganisation())) {
            assertThat(weighted.value()).isCloseTo(share.perPerson().value(), offset(1e-9));
        }
    }

    private Points.ItemResult roads(Viewer viewer, ResultsFilter filter) {
        var report = As.viewer(viewer, () -> results.report(campaign, filter));
        return ((Points.Result) report.questions().getFirst().result()).items().getFirst();
    }

    @Test
    void what_is_written_down_for_all_to_read_says_what_all_may_see() {
        var editors = As.viewer(owner, () -> results.itemFigures(campaign, POINTS.id(), "roads"));
        var others = As.viewer(other, () -> results.itemFigures(campaign, POINTS.id(), "roads"));
        assertThat(editors.importance()).isEqualTo(others.importance());
        everybodyCountsOnce(editors.importance());
        assertThat(editors.named()).isEqualTo(12);
    }

    @Test
    void of_fewer_than_five_people_nothing_is_told_to_others() {
        var organisation = fixtures.organisation();
        var five =
                Stream.generate(() -> fixtures.customer(organisation)).limit(5).toList();
        campaign = made.published(
                owner,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        for (var person : five) {
            assertThat(size(other)).isZero();
            assertThat(As.viewer(other, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                    .isEmpty();
            refused(SurveyError.UNNAMED_ROWS_OF_ALL, () -> responses(other, ResultsFilter.NONE));
            made.submitted(person, campaign, points(50, 50), "");
        }
        assertThat(size(owner)).isEqualTo(5);
        assertThat(size(other)).isEqualTo(5);
        assertThat(As.viewer(other, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                .hasSize(5);
    }

    private int size(Viewer viewer) {
        return As.viewer(viewer, () -> results.report(campaign, ResultsFilter.NONE))
                .questions()
                .getFirst()
                .result()
                .size()
                .people();
    }

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

    private String responses(Viewer viewer, ResultsFilter filter) throws Exception {
        var out = new ByteArrayOutputStream();
        As.viewer(viewer, () -> export.write(campaign, filter, ResponseExport.Format.SPSS, Locale.ENGLISH, out));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("responses.csv");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
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
        var thanks = mails.stream()
                .filter(mail ->
                        mail.kind().equals(CampaignMails.THANKS) && mail.to().isEmpty())
                .findFirst()
                .orElseThrow();
        var letter = As.viewer(administrator, () -> outbox.preview(thanks.id()));
        assertThat(letter.address()).isEmpty();
        assertThat(letter.text()).startsWith("Hello •••,").doesNotContain(customer.name());
        jdbc.sql("update account set language = 'de' where id = ?")
                .param(customer.id().value())
                .update();
        assertThat(As.viewer(administrator, () -> outbox.preview(thanks.id())).text())
                .as("in the language of who reads it, not of who got it")
                .isEqualTo(letter.text());
    }

    private static void notThere(ThrowingCallable call) {
        refused(CommonError.NOT_FOUND, call);
    }
}
