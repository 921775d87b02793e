package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notice.TestPost;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseState;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.question.OwnWords;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A personal link as a mail scanner and a browser meet it, over real HTTP. */
@IntegrationTest
class PersonalLinkIT {

    @LocalServerPort
    int port;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignDesk desk;

    @Autowired
    TestPost post;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Fixtures fixtures;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Viewer pm;
    private TestAccount customer;
    private CampaignId campaign = CampaignId.next();
    private String path = "";

    @BeforeEach
    void anInvitationArrived() {
        pm = fixtures.projectManager();
        var organisation = fixtures.organisation();
        customer = accounts.active(organisation, Role.CUSTOMER);
        campaign = As.viewer(pm, () -> {
            var id = surveys.create(LocalizedText.en(Fixtures.unique("Parks")));
            surveys.edit(
                    id,
                    surveys.detail(id).version(),
                    new SurveyContent(
                            LocalizedText.en("Parks"),
                            LocalizedText.en("To plan."),
                            List.of(new OwnWords(
                                    QuestionId.next(), LocalizedText.en("What?"), LocalizedText.en(""), true))));
            var now = Instant.now();
            return campaigns.publish(
                    id,
                    surveys.detail(id).version(),
                    new Round(
                            new Audience(Set.of(organisation), Set.of(), Set.of(), false),
                            now.minusSeconds(60),
                            now.plus(Duration.ofHours(1)),
                            new Mailing(MailLink.PERSONAL, 0, false),
                            Map.of()),
                    List.of(Locale.ENGLISH));
        });
        path = post.deliver(customer.email()).getFirst().path();
    }

    @Test
    void looking_at_it_signs_nobody_in_and_tells_no_other_page() throws Exception {
        var page = get("/" + path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.body()).doesNotContain("content=\"same-origin\"");
        assertThat(get("/" + own()).statusCode()).as("still to be signed in").isEqualTo(302);
        assertThat(state()).isEqualTo(ResponseState.NOT_STARTED);
    }

    @Test
    void its_form_signs_in_to_the_one_response_again_and_again() throws Exception {
        get("/" + path);
        for (int time = 0; time < 2; time++) {
            var answer = open("same-origin");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/" + own());
            assertThat(get("/" + own()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_page_says_which_language_it_is_in() throws Exception {
        assertThat(inGerman("/" + path))
                .as("nobody is known: as the browser asks")
                .contains("<html lang=\"de\"");
        open("same-origin");
        assertThat(inGerman("/" + own())).as("as the person chose").contains("<html lang=\"en\"");
    }

    @Test
    void a_form_on_another_site_signs_nobody_in() throws Exception {
        assertThat(open("cross-site").statusCode()).isEqualTo(403);
        assertThat(get("/" + own()).statusCode()).isEqualTo(302);
    }

    @Test
    void what_its_page_is_drawn_with_is_served() throws Exception {
        open("same-origin");
        for (var needed :
                List.of("/aura/aura.css", "/frontend/styles/throughline.css", "/frontend/styles/survey.css")) {
            assertThat(get(needed).statusCode()).as(needed).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/my-needs",
                "/profile",
                "/audit",
                "/surveys",
                "/people",
                "/tell-a-need",
                "/actuator/health",
                "/answer/01980000-0000-7000-8000-000000000000"
            })
    void nothing_else_opens(String elsewhere) throws Exception {
        open("same-origin");
        var answer = get(elsewhere);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(own()));
    }

    @Test
    void a_revoked_link_ends_what_it_opened_with_the_next_request() throws Exception {
        open("same-origin");
        assertThat(get("/" + own()).statusCode()).isEqualTo(200);
        As.viewer(pm, () -> desk.revoke(campaign, customer.viewer().id()));
        assertThat(get("/" + own()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/a/-?over=REVOKED"));
        assertThat(get("/" + own()).headers().firstValue("Location"))
                .as("loaded again, and from another tab")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/a/-?over=REVOKED"));
        assertThat(get("/profile").headers().firstValue("Location"))
                .as("what it didn’t open asks for the sign-in as ever")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(open("same-origin").headers().firstValue("Location")).hasValue("/a/-");
    }

    @Test
    void who_answers_while_it_closes_is_led_to_a_page_that_says_so() throws Exception {
        open("same-origin");
        assertThat(get("/" + own()).statusCode()).isEqualTo(200);
        As.viewer(pm, () -> {
            var survey = surveys.detail(campaign).campaigns().getFirst();
            campaigns.close(campaign, survey.version());
        });
        browser.send(
                HttpRequest.newBuilder(uri("/?v-r=heartbeat&v-uiId=0"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        var answer = get("/" + own());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/a/-?over=CLOSED"));
        assertThat(get("/a/-?over=CLOSED").statusCode()).isEqualTo(200);
    }

    private String own() {
        return "answer/" + campaign.value();
    }

    private ResponseState state() {
        return As.viewer(pm, () -> desk.invited(campaign, "", 0, 10)).getFirst().state();
    }

    private HttpResponse<String> open(String site) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri("/personal-link"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(BodyPublishers.ofString("token=" + path.substring("a/".length())))
                        .build(),
                BodyHandlers.ofString());
    }

    private String inGerman(String at) throws IOException, InterruptedException {
        return browser.send(
                        HttpRequest.newBuilder(uri(at))
                                .header("Accept", "text/html")
                                .header("Accept-Language", "de-DE,de;q=0.9")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> get(String at) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(at)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private URI uri(String at) {
        return URI.create("http://localhost:" + port + at);
    }
}
