package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.throughline.notice.TestPost;
import io.throughline.people.PersonalTokens;
import io.throughline.people.TestAccounts;
import io.throughline.people.TokenScope;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.QuestionId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Round;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.Waves;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.lineage.EarlierFate;
import io.throughline.survey.lineage.NextVersion;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.results.ResultFigures;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who looks at everything there is to see of an anonymous survey, after each single answer, over two rounds of two
 * versions, and subtracts: nothing they see, and no difference of it, is about fewer people than a group.
 */
@IntegrationTest
class AnonymousFiguresIT {

    private static final long SEED = 20261128;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Kano WISH = new Kano(
            QuestionId.next(),
            SurveyFixtures.text("How would that be?"),
            SurveyFixtures.text(""),
            false,
            List.of(new Item("shade", SurveyFixtures.text("Shade"))));

    private static final Scale MOOD = new Scale(
            QuestionId.next(),
            SurveyFixtures.text("How do you feel?"),
            SurveyFixtures.text(""),
            false,
            1,
            5,
            SurveyFixtures.text(""),
            SurveyFixtures.text(""));

    @Autowired
    BallotFixtures made;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotCount count;

    @Autowired
    SurveyResults results;

    @Autowired
    SharedResults shared;

    @Autowired
    Waves waves;

    @Autowired
    ResponseHistory history;

    @Autowired
    NextVersion next;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    PersonalAccess access;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPost post;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<CampaignId, Integer> answered = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Voter> voters = new ArrayList<>();
    private int moves;
    private int doubted;
    private int overalls;
    private List<OrganisationId> organisations;
    private Viewer pm;
    private Viewer manager;
    private String token;

    /** Somebody asked, who comes by an account or by a personal link. */
    private record Voter(Viewer viewer, @Nullable RespondentPrincipal link) {

        <T> T does(Callable<T> act) {
            return link == null ? As.viewer(viewer, act) : As.principal(link, link.authorities(), act);
        }
    }

    @BeforeEach
    void people() {
        pm = accounts.active(Role.PROJECT_MANAGER).viewer();
        manager = fixtures.manager();
        token = As.viewer(pm, () -> tokens.issue("test", Set.of(TokenScope.values()), 1))
                .secret();
        organisations = List.of(weighing(1, "big"), weighing(9, "big"), weighing(4, "small"), weighing(2, "small"));
    }

    private OrganisationId weighing(int weight, String segment) {
        var organisation = fixtures.organisation(Fixtures.unique("Asked"), segment);
        jdbc.sql("update organisation set weight = ? where id = ?")
                .params(BigDecimal.valueOf(weight), organisation.value())
                .update();
        return organisation;
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void nothing_shown_and_no_difference_is_about_a_few(Counting counting) throws Exception {
        var asked = List.of(7, 4, 3, 2);
        var people = new ArrayList<TestAccounts.TestAccount>();
        IntStream.range(0, asked.size())
                .forEach(at -> IntStream.range(0, asked.get(at))
                        .forEach(_ -> people.add(accounts.active(organisations.get(at), Role.CUSTOMER))));
        var content = new SurveyContent(
                        SurveyFixtures.text("Moods"),
                        SurveyFixtures.text("To know."),
                        List.of(POINTS, CHOICE, MOOD, WISH, WORDS))
                .with(Confidentiality.ANONYMOUS)
                .inGroupsOf(BallotFixtures.GROUP)
                .with(counting);
        var first = made.mailed(pm, content, organisations.toArray(OrganisationId[]::new));
        share(first);
        var mails = post.deliver().stream().collect(Collectors.toMap(mail -> mail.to(), mail -> mail, (one, _) -> one));
        for (int at = 0; at < people.size(); at++) {
            var link = mails.get(people.get(at).email()).path();
            var person = people.get(at).viewer();
            voters.add(
                    at % 2 == 0
                            ? new Voter(person, null)
                            : new Voter(
                                    person,
                                    access.open(link.substring(link.lastIndexOf('/') + 1), "10.3.0." + at)
                                            .orElseThrow()));
        }
        Collections.shuffle(voters, random);
        for (var voter : voters.subList(0, 9)) {
            answers(voter, first);
            look(first);
        }
        var second = nextVersion(first, counting);
        for (int at = 9; at < voters.size(); at++) {
            answers(voters.get(at), first);
            answers(new Voter(voters.get(at - 9).viewer(), null), second);
            answers(new Voter(voters.get(at - 2).viewer(), null), second);
            look(first);
            look(second);
            compare(first, second);
        }
        made.close(pm, first);
        count.count(first);
        look(first);
        compare(first, second);
        made.close(pm, second);
        count.count(second);
        look(second);
        compare(first, second);
        assertThat(seen.values().stream().filter(told -> told > 0))
                .as("there was something to see: who answered, and three questions, of each round")
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(doubted).as("doubtful answers were told").isPositive();
        assertThat(overalls).as("those asked saw the results").isPositive();
        assertThat(moves > 0).as("while answers came").isEqualTo(counting == Counting.IN_STEPS);
    }

    private void share(CampaignId campaign) {
        As.viewer(pm, () -> {
            var info = surveys.detail(campaign).campaigns().stream()
                    .filter(one -> one.id().equals(campaign))
                    .findFirst()
                    .orElseThrow();
            campaigns.share(campaign, info.version(), new Sharing(SharedWith.INVITED, SharedFrom.SUBMITTING));
        });
    }

    private CampaignId nextVersion(CampaignId first, Counting counting) {
        return As.viewer(pm, () -> {
            var detail = surveys.detail(first);
            surveys.edit(
                    detail.id(),
                    detail.version(),
                    detail.content()
                            .with(
                                    SurveyFixtures.text("Once more"),
                                    detail.content().why()));
            var opens = Instant.now().minusSeconds(30);
            var round = new Round(Set.copyOf(organisations), opens, opens.plus(Duration.ofHours(1)));
            return next.publish(
                    detail.id(),
                    surveys.detail(detail.id()).version(),
                    round,
                    List.of(Locale.ENGLISH),
                    new EarlierFate(Map.of(), "", false));
        });
    }

    /** Some of the questions, and has counted what is due. */
    private void answers(Voter voter, CampaignId campaign) {
        int roads = random.nextInt(101);
        // Two of each three: of every other step alone these are too few.
        boolean moody = answered.merge(campaign, 1, Integer::sum) % BallotFixtures.GROUP != 0;
        boolean chooses = random.nextBoolean();
        boolean speaks = random.nextBoolean();
        boolean wishes = random.nextBoolean();
        var key = voter.does(() -> ballots.begin(campaign));
        voter.does(() -> {
            ballots.save(campaign, key, POINTS.id(), points(roads, 100 - roads));
            if (chooses) {
                ballots.save(
                        campaign,
                        key,
                        CHOICE.id(),
                        new ImportanceSatisfaction.Answer(
                                List.of(roads < 50 ? "a" : "b"), false, Map.of("a", 1 + roads % 5, "c", 3)));
            }
            if (moody) {
                ballots.save(campaign, key, MOOD.id(), new Scale.Answer(1 + roads % 5));
            }
            if (wishes) {
                ballots.save(
                        campaign,
                        key,
                        WISH.id(),
                        new Kano.Answer(Map.of("shade", new Kano.Pair(Feeling.LIKE, Feeling.LIKE))));
            }
            if (speaks) {
                ballots.save(campaign, key, WORDS.id(), new OwnWords.Answer("Words " + roads));
            }
            ballots.submit(campaign, key);
            return key;
        });
        count.count(campaign);
    }

    /** All that anybody is shown of one round. */
    private void look(CampaignId campaign) throws Exception {
        var report = report(campaign, ResultsFilter.NONE);
        sees("turnout " + campaign, report.answered());
        report.turnout().forEach(row -> enough("turnout", row.answered()));
        assertThat(report.inProgress()).isNull();
        var segments = As.viewer(pm, () -> results.segments(campaign));
        for (var question : report.questions()) {
            sees(campaign, null, question);
            for (var segment : segments) {
                var some = report(campaign, ResultsFilter.of(segment)).questions().stream()
                        .filter(one ->
                                one.question().id().equals(question.question().id()))
                        .findFirst()
                        .orElseThrow();
                sees(campaign, segment, some);
                if (people(some) > 0) {
                    enough("everybody but " + segment, people(question) - people(some));
                }
            }
            behind(campaign, question);
        }
        As.viewer(pm, () -> history.doubts(campaign))
                .values()
                .forEach(kinds -> kinds.values().forEach(people -> {
                    enough("doubts", people);
                    doubted++;
                }));
        refusesToNarrow(campaign, segments);
        otherDoors(campaign, report);
    }

    private ResultsReport report(CampaignId campaign, ResultsFilter filter) {
        var report = As.viewer(pm, () -> results.report(campaign, filter));
        assertThat(As.viewer(manager, () -> results.report(campaign, filter))).isEqualTo(report);
        return report;
    }

    private static int people(QuestionReport one) {
        return one.result().size().people();
    }

    private void sees(CampaignId campaign, @Nullable String segment, QuestionReport one) {
        var where = one.question().id().value() + " " + segment + " of " + campaign;
        enough(where, people(one));
        if (!(one.question() instanceof OwnWords)) {
            sees(where, people(one));
        }
        if (one.result() instanceof Points.Result points) {
            points.items().forEach(item -> apart(where, people(one), item.organisations(), item.share()));
        }
    }

    /** Organisations are told apart, and weigh as they do, only where each of them is a group. */
    private void apart(String where, int all, List<OrganisationFigure> organisations, ByWeighting share) {
        organisations.forEach(one -> enough(where, one.people()));
        if (all > 0) {
            assertThat(organisations.stream()
                            .mapToInt(OrganisationFigure::people)
                            .sum())
                    .as(where)
                    .isEqualTo(all);
            if (organisations.size() == 1) {
                for (var weighted : List.of(share.weighted(), share.perOrganisation())) {
                    assertThat(weighted.value())
                            .as(where)
                            .isCloseTo(share.perPerson().value(), within(1e-9));
                }
            }
        }
    }

    /** Nothing, or as many as a group. */
    private static void enough(String what, int people) {
        assertThat(people == 0 || people >= BallotFixtures.GROUP)
                .as("%s: %d people, seed %d", what, people, SEED)
                .isTrue();
    }

    /** The same, and it doesn't differ by fewer from what was shown there before. */
    private void sees(String what, int people) {
        enough(what, people);
        var before = seen.put(what, people);
        if (before != null) {
            enough(what + " since the last look", people - before);
            moves += before > 0 && people > before ? 1 : 0;
        }
    }

    private void behind(CampaignId campaign, QuestionReport question) {
        var id = question.question().id();
        int single = As.viewer(pm, () -> results.countBehind(campaign, id, null));
        assertThat(As.viewer(pm, () -> results.answersBehind(campaign, id, null, 0, 200)))
                .hasSize(single)
                .allMatch(one -> one.by() == null);
        assertThat(single).isLessThanOrEqualTo(people(question));
    }

    private void refusesToNarrow(CampaignId campaign, List<String> segments) {
        var narrow = new ArrayList<>(List.of(
                ResultsFilter.NONE.withWeeks(LocalDate.EPOCH, null),
                ResultsFilter.NONE.withOrganisations(Set.of(organisations.getFirst())),
                ResultsFilter.NONE.withOrganisations(Set.copyOf(organisations)),
                ResultsFilter.NONE.withSaid(new ResultsFilter.Said(CHOICE.id(), "a"))));
        List.of("big", "small", "").stream()
                .filter(segment -> !segments.contains(segment))
                .map(ResultsFilter::of)
                .forEach(narrow::add);
        segments.forEach(segment -> narrow.add(ResultsFilter.of(segment).withWeeks(null, LocalDate.EPOCH)));
        for (var filter : narrow) {
            for (var reader : List.of(pm, manager)) {
                assertThatExceptionOfType(DomainException.class)
                        .as(filter.toString())
                        .isThrownBy(() -> As.viewer(reader, () -> results.report(campaign, filter)))
                        .matches(refusal -> refusal.code() == CommonError.NOT_FOUND);
            }
        }
    }

    /** Files, programs and those asked are told the same. */
    private void otherDoors(CampaignId campaign, ResultsReport report) throws Exception {
        var shown = report.questions().stream().map(AnonymousFiguresIT::people).collect(Collectors.toSet());
        var csv = As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH));
        try (var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            assertThat(lines.getRecords())
                    .allSatisfy(line -> assertThat(shown).contains(told(line)))
                    .allSatisfy(line -> assertThat(line.get("in_progress")).isEmpty());
        }
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/api/v1/campaigns/" + campaign.value() + "/results"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var told = JSON.readTree(answer.body());
        assertThat(told.path("answered").asInt()).isEqualTo(report.answered());
        for (int at = 0; at < report.questions().size(); at++) {
            var question = told.path("questions").path(at);
            int people = people(report.questions().get(at));
            assertThat(question.path("withheld").asBoolean()).isEqualTo(people == 0);
            assertThat(question.at("/result/size/people").asInt(0)).isEqualTo(people);
            assertThat(question.path("result").isNull()).isEqualTo(people == 0);
        }
        var asked = voters.getFirst();
        if (As.viewer(asked.viewer(), () -> shared.isShared(campaign))) {
            var overall = As.viewer(asked.viewer(), () -> shared.of(campaign, Progress.UNWATCHED));
            overalls++;
            assertThat(overall.answered()).isEqualTo(report.answered());
            for (int at = 0; at < report.questions().size(); at++) {
                assertThat(people(overall.questions().get(at)))
                        .isEqualTo(people(report.questions().get(at)));
            }
        }
    }

    /** Of whom nothing is told, of them no line has a number. */
    private static int told(CSVRecord line) {
        if (!line.get("n_people").isEmpty()) {
            return Integer.parseInt(line.get("n_people"));
        }
        assertThat(line.get("n_organisations")).isEmpty();
        assertThat(line.get("value")).isEqualTo(ResultFigures.UNDEFINED);
        return 0;
    }

    private void compare(CampaignId first, CampaignId second) {
        var comparison = As.viewer(pm, () -> waves.compare(first, second, ResultsFilter.NONE, Progress.UNWATCHED));
        assertThat(comparison.people()).as("nobody is compared with themselves").isNull();
        comparison.questions().forEach(question -> {
            told("wave after", question.after());
            told("wave before", question.before());
            assertThat(question.figures()).allMatch(figure -> figure.paired() == null);
        });
    }

    /** What isn't told is not told as of nobody. */
    private static void told(String what, @Nullable Size size) {
        if (size != null) {
            assertThat(size.people()).as(what).isPositive();
            enough(what, size.people());
        }
    }
}
