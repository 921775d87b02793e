package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;

import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.support.FlowClient;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import java.io.IOException;
import java.net.HttpCookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who answers an anonymous survey over HTTP, click by click, as a browser would. */
final class BallotVisit {

    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4} ){13}[0-9A-Z]{4}");

    private final FlowClient tab;
    private final CampaignId campaign;
    private int saves;

    private BallotVisit(FlowClient tab, CampaignId campaign) {
        this.tab = tab;
        this.campaign = campaign;
    }

    /** Signed in, with the first page open. */
    static BallotVisit signedIn(int port, TestAccount account, CampaignId campaign)
            throws IOException, InterruptedException {
        var tab = new FlowClient(port);
        tab.signIn(account.email(), TestAccounts.PASSWORD);
        return new BallotVisit(tab, campaign).open();
    }

    /** Come by the link of a mail, with the first page open. @param path of the link */
    static BallotVisit byLink(int port, String path, CampaignId campaign) throws IOException, InterruptedException {
        var tab = new FlowClient(port);
        tab.open(path);
        tab.post("personal-link", Map.of("token", path.substring(path.lastIndexOf('/') + 1)));
        return new BallotVisit(tab, campaign).open();
    }

    private BallotVisit open() throws IOException, InterruptedException {
        tab.open(address());
        recall("");
        return this;
    }

    private String address() {
        return "answer/" + campaign.value();
    }

    /** What this browser remembers is told to the page. */
    private void recall(String code) throws IOException, InterruptedException {
        tab.fire(tab.page().last("tl-ballot"), "tl-recall", "{\"event.detail.code\":\"%s\"}".formatted(code));
    }

    /** @return the key that the page told */
    BallotKey begin() throws IOException, InterruptedException {
        press("Start");
        var key = BallotKey.parse(
                tab.page().texts().filter(CODE.asMatchPredicate()).findFirst().orElseThrow());
        press("I have noted it: go on");
        return key;
    }

    void give(int roads, String words) throws IOException, InterruptedException {
        save(1, POINTS.id(), "{\"roads\":%d,\"parks\":%d}".formatted(roads, 100 - roads));
        save(3, WORDS.id(), "{\"words\":\"%s\"}".formatted(words));
    }

    private void save(int step, QuestionId question, String value) throws IOException, InterruptedException {
        tab.go(address() + "/" + step);
        tab.fire(
                tab.page().last("tl-keep"),
                "tl-save",
                "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":%d,\"seen\":0}}"
                        .formatted(question.value(), value, UUID.randomUUID(), ++saves));
    }

    void submit() throws IOException, InterruptedException {
        tab.go(address() + "/review");
        press("Submit");
    }

    /** What no browser sends: answers that can't be read, and an event without what it brings. */
    void stumble(String words) throws IOException, InterruptedException {
        tab.go(address() + "/1");
        int keep = tab.page().last("tl-keep");
        tab.fire(
                keep,
                "tl-save",
                "{\"event.detail\":{\"field\":\"%1$s\",\"value\":[\"%1$s\"],\"tab\":7}}".formatted(words));
        tab.fire(keep, "tl-save", "{}");
    }

    private void press(String text) throws IOException, InterruptedException {
        tab.click(tab.page().last("vaadin-button", text));
    }

    /** All that the portal said. */
    String heard() {
        return tab.heard();
    }

    /** What this browser is known by. */
    List<String> cookies() {
        return tab.cookies().stream().map(HttpCookie::getValue).toList();
    }
}
