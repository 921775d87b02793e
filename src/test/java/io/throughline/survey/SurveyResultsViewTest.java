package io.throughline.survey;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyResultsViewTest extends ViewTest {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Surveys all;

    private Viewer pm;
    private SurveyVersionId version;
    private String segment = "";

    @BeforeEach
    void twoSegmentsOneOfThemAnswers() {
        pm = fixtures.projectManager();
        segment = Fixtures.unique("North");
        var north = fixtures.organisation(Fixtures.unique("Organisation"), segment);
        OrganisationId south = fixtures.organisation();
        version = surveys.published(pm, north, south);
        surveys.submitted(fixtures.customer(north), version, SurveyFixtures.points(70, 30), "A ramp.");
        signIn(pm);
    }

    @Test
    void a_submitted_response_is_counted_and_its_share_shown() {
        UI.getCurrent().navigate("surveys/" + survey());
        assertThat(text()).contains("1 of 1 invited people have answered").contains("70.0 %");
    }

    @Test
    void a_segment_in_the_url_leaves_the_others_out() {
        UI.getCurrent().navigate("surveys/" + survey());
        assertThat(text()).contains("Organisation");
        _get(Select.class).setValue(segment);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .contains("segment=");
    }

    @Test
    void the_list_leads_to_the_survey() {
        UI.getCurrent().navigate("surveys");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("surveys/" + survey());
    }

    private String survey() {
        return As.viewer(pm, () -> all.detail(version).id().value().toString());
    }

    private static String text() {
        var text = new StringBuilder();
        _find(NativeTable.class).forEach(table -> text.append(table.getElement().getTextRecursively()));
        return text.toString();
    }
}
