package io.throughline.survey.ui.results;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.ui.SurveyNavigation;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WavesViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyFixtures made;

    private SurveyId survey = SurveyId.next();
    private CampaignId first = CampaignId.next();
    private CampaignId second = CampaignId.next();
    private CampaignId third = CampaignId.next();

    @BeforeEach
    void askedThreeTimes() {
        var pm = fixtures.projectManager();
        var home = fixtures.organisation();
        first = made.published(pm, home);
        survey = As.viewer(pm, () -> surveys.detail(first)).id();
        second = again(
                pm,
                2,
                new Round(
                        Set.of(home),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(3_600)));
        third = again(
                pm,
                3,
                new Round(
                        Set.of(home),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(3_600)));
        signIn(pm);
    }

    @Test
    void the_earlier_one_stands_under_earlier_whichever_was_chosen_where() {
        open(second);
        assertThat(shown("Earlier")).isEqualTo(first);
        assertThat(shown("Later")).isEqualTo(second);

        choose("Earlier", third);
        assertThat(shown("Earlier")).isEqualTo(second);
        assertThat(shown("Later")).isEqualTo(third);

        open(first);
        assertThat(shown("Earlier")).as("nothing came before the first").isEqualTo(first);
        assertThat(shown("Later")).isEqualTo(third);
    }

    private CampaignId again(Viewer pm, int number, Round round) {
        return As.viewer(pm, () -> campaigns.again(survey, number, round));
    }

    private void open(CampaignId campaign) {
        UI.getCurrent()
                .navigate(
                        SurveyNavigation.wavesHref(survey),
                        QueryParameters.simple(
                                Map.of("campaign", campaign.value().toString())));
    }

    private static CampaignId shown(String label) {
        return chooser(label).getValue().id();
    }

    private static void choose(String label, CampaignId campaign) {
        var chooser = chooser(label);
        chooser.setValue(chooser.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(campaign))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static Select<CampaignInfo> chooser(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }
}
