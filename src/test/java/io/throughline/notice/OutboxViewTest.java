package io.throughline.notice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.AccountData;
import io.throughline.people.Accounts;
import io.throughline.people.TestAccounts;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.mail.Post;
import io.throughline.shared.ui.Badge;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Audience;
import io.throughline.survey.Campaigns;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxViewTest extends ViewTest {

    @Autowired
    Post post;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Accounts invitations;

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Surveys administration;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UUID about = Ids.next();
    private MailId mail = MailId.next();
    private String name = "";

    @BeforeEach
    void aMailWasGivenUp() {
        var person = accounts.active(Role.TEAM_MEMBER).viewer();
        name = person.name();
        // Its person has no account that could get mail any more.
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(person.id().value())
                .update();
        transaction.executeWithoutResult(status ->
                post.order(List.of(new MailOrder(person.id(), "survey.thanks", about, "first", Instant.now()))));
        mail = jdbc.sql("select id from mail where about = ?")
                .param(about)
                .query((row, number) -> new MailId(row.getObject("id", UUID.class)))
                .single();
        jdbc.sql("update mail set state = 'FAILED', attempts = 8, trouble = 'MailConnectException' where id = ?")
                .param(mail.value())
                .update();
        signIn(fixtures.administrator());
    }

    @Test
    void a_mail_that_was_given_up_is_sent_again_by_hand() {
        UI.getCurrent().navigate("outbox/" + mail.value());
        assertThat(page())
                .contains(name)
                .contains("MailConnectException after 8 attempts")
                .contains("no account that could get mail");
        _click(_get(Button.class, spec -> spec.withText("Try again")));
        assertThat(jdbc.sql("select state from mail where id = ?")
                        .param(mail.value())
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
        assertThat(_find(Button.class, spec -> spec.withText("Try again"))).isEmpty();
    }

    @Test
    void once_its_link_is_given_out_a_mail_waits_no_more_on_the_page_either() {
        var invited = As.viewer(
                fixtures.administrator(),
                () -> invitations.create(
                        new AccountData("Ines Invited", Ids.next() + "@example.org", Set.of(Role.TEAM_MEMBER), null),
                        Locale.ENGLISH));
        var waiting = jdbc.sql("select id from mail where person_id = ?")
                .param(invited.person().value())
                .query((row, number) -> new MailId(row.getObject("id", UUID.class)))
                .single();
        UI.getCurrent().navigate("outbox/" + waiting.value());
        assertThat(badge()).contains("Waiting");

        _click(_get(Button.class, spec -> spec.withText("Give out the link")));

        assertThat(badge()).contains("Given out");
        UI.getCurrent().navigate("outbox", QueryParameters.simple(Map.of("state", MailState.WITHHELD.name())));
        assertThat(drawn()).contains("Given out");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_state_shown_stands_in_the_address() {
        UI.getCurrent().navigate("outbox");
        assertThat(page()).contains("No mail server is set");
        ((Select<MailState>) _get(Select.class)).setValue(MailState.FAILED);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("outbox?state=FAILED");
        assertThat(drawn()).contains(name);
    }

    @Test
    void a_row_and_the_mail_it_opens_say_which_round_of_a_survey_they_belong_to() {
        var pm = fixtures.projectManager();
        var organisation = fixtures.organisation();
        var asked = fixtures.customer(organisation);
        var opens = Instant.now().minusSeconds(60);
        var round = new Round(
                new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                opens,
                opens.plusSeconds(3_600),
                new Mailing(MailLink.PORTAL, 0, false),
                Map.of());
        var first = surveys.published(pm, SurveyFixtures.content(), round);
        As.viewer(pm, () -> campaigns.again(administration.detail(first).id(), 2, round));
        var waiting = jdbc.sql("select id from mail where person_id = ? and about = ?")
                .params(asked.id().value(), first.value())
                .query((row, number) -> new MailId(row.getObject("id", UUID.class)))
                .single();

        UI.getCurrent().navigate("outbox");
        assertThat(drawn()).contains(", round 1", ", round 2");
        UI.getCurrent().navigate("outbox/" + waiting.value());
        assertThat(page()).contains(", round 1").doesNotContain(", round 2");
    }

    private static String badge() {
        return _get(Badge.class).getElement().getTextRecursively();
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
