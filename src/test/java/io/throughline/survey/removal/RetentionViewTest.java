package io.throughline.survey.removal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Main;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.design.Retention;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionViewTest extends ViewTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    SurveyFixtures made;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    Surveys surveys;

    @Autowired
    Retention retention;

    @Autowired
    RetentionKeeper keeper;

    @Autowired
    JdbcClient jdbc;

    private Viewer owner;
    private List<Viewer> people;
    private CampaignId campaign = CampaignId.next();
    private SurveyId survey = SurveyId.next();

    @BeforeEach
    void asked() {
        owner = fixtures.projectManager();
        var home = fixtures.organisation();
        people = ballots.customers(home, 6);
        campaign = made.published(owner, home);
        survey = As.viewer(owner, () -> surveys.detail(campaign).id());
    }

    @Test
    void the_day_is_set_on_the_campaign_s_page_and_told_on_the_first_one() {
        open(owner, campaignHref());
        assertThat(page()).contains("No day is set on which answers are deleted");
        var day = _get(DatePicker.class);
        day.setValue(TODAY.minusDays(1));
        _click(_get(Button.class, spec -> spec.withText("Save this day")));
        assertThat(day.isInvalid()).isTrue();
        day.setValue(LocalDate.of(TODAY.getYear() + 1, 3, 31));
        _click(_get(Button.class, spec -> spec.withText("Save this day")));
        assertThat(As.viewer(owner, () -> retention.until(survey))).contains(day.getValue());
        assertThat(page()).contains("Answers are kept until March 31, ");
        open(people.getFirst(), "answer/" + campaign.value());
        assertThat(page()).contains("Your answers are kept until March 31, ");
        open(fixtures.manager(), campaignHref());
        assertThat(_find(DatePicker.class)).isEmpty();
    }

    @Test
    void every_page_says_that_single_answers_are_gone() {
        people.forEach(one -> made.submitted(one, campaign, points(60, 40), "Mine alone"));
        ballots.close(owner, campaign);
        jdbc.sql("insert into survey_retention (survey_id, keep_until) values (?, ?)")
                .params(survey.value(), TODAY.minusDays(1))
                .update();
        keeper.goRound();
        for (var href : List.of(
                "surveys/" + survey.value(),
                campaignHref(),
                "surveys/" + survey.value() + "/answers/" + POINTS.id().value())) {
            open(owner, href);
            assertThat(page()).as(href).contains("Single answers were removed").doesNotContain("Mine alone");
        }
        open(owner, "surveys/" + survey.value());
        assertThat(page()).contains("Item roads").contains("6 people");
        open(people.getFirst(), "answer/" + campaign.value());
        assertThat(page()).contains("Answers to it were removed on");
        open(people.getFirst(), "my-needs");
        assertThat(page()).contains("were removed on").doesNotContain("Mine alone");
    }

    private String campaignHref() {
        return "surveys/" + survey.value() + "/campaign/" + campaign.value();
    }

    private void open(Viewer viewer, String address) {
        signIn(viewer);
        UI.getCurrent().navigate(address);
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
