package io.throughline.survey.ui.results;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedWith;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotFixtures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SharedResultsViewTest extends ViewTest {

    @Autowired
    SurveyFixtures made;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    Surveys surveys;

    private Viewer owner;
    private List<Viewer> people;
    private CampaignId campaign = CampaignId.next();

    @BeforeEach
    void answered() {
        owner = fixtures.projectManager();
        var home = fixtures.organisation();
        people = ballots.customers(home, 6);
        campaign = made.published(owner, home);
        for (int one = 0; one < 5; one++) {
            made.submitted(people.get(one), campaign, points(60, 40), "Nobody else's business");
        }
    }

    @Test
    void after_closing_who_answered_finds_figures_on_the_home_page_and_no_way_to_single_answers() {
        open(people.getFirst(), "answer/" + campaign.value());
        assertThat(page()).contains("submitted your answers");
        assertThat(hrefs()).doesNotContain(href());
        ballots.close(owner, campaign);
        open(people.getFirst(), "");
        assertThat(hrefs()).contains(href());
        open(people.getFirst(), "answer/" + campaign.value());
        assertThat(hrefs()).contains(href());
        open(people.getFirst(), href());
        assertThat(page())
                .contains("This is what 5 people said together", "5 people answered", "Item roads")
                .contains("in own words, which are not shown here")
                .doesNotContain("Nobody else's business", "How far people disagree");
        assertThat(hrefs()).noneMatch(href -> href.contains("/answers/"));
        assertThat(page()).as("drawn towards the mean of both").contains("56% [");

        open(people.getLast(), href());
        assertThat(page()).as("answered nothing").doesNotContain("said together");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_owner_shares_them_from_the_campaign_s_page_and_the_first_page_says_so() {
        open(people.getLast(), "answer/" + campaign.value());
        assertThat(page()).contains("Once the survey has closed, everybody who submitted answers can see");
        var survey = As.viewer(owner, () -> surveys.detail(campaign).id());
        open(owner, "surveys/" + survey.value() + "/campaign/" + campaign.value());
        assertThat(page()).contains("Results for those asked");
        _click(_get(Button.class, spec -> spec.withText("Change who sees the results")));
        var choices = _find(RadioButtonGroup.class);
        ((RadioButtonGroup<SharedWith>) choices.getFirst()).setValue(SharedWith.INVITED);
        ((RadioButtonGroup<SharedFrom>) choices.getLast()).setValue(SharedFrom.SUBMITTING);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page()).contains("once it has closed, everybody who was asked can");
        open(people.getLast(), "answer/" + campaign.value());
        assertThat(page()).contains("once it has closed, everybody who was asked can");
        open(people.getFirst(), href());
        assertThat(page()).contains("have said together so far");

        open(fixtures.manager(), "surveys/" + survey.value() + "/campaign/" + campaign.value());
        assertThat(_find(Button.class, spec -> spec.withText("Change who sees the results")))
                .isEmpty();
    }

    private String href() {
        return "answer/" + campaign.value() + "/results";
    }

    private void open(Viewer viewer, String address) {
        signIn(viewer);
        UI.getCurrent().navigate(address);
    }

    private static List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
