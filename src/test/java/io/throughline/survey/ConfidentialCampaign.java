package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.export.ResponseExport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A confidential campaign that thirteen people answered: one of a small segment, and six of each of two others. */
@IntegrationTest
abstract class ConfidentialCampaign {

    @Autowired
    Surveys surveys;

    @Autowired
    ResponseExport export;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

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
    final void answered() {
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

    List<Viewer> outsiders() {
        return List.of(other, manager);
    }

    List<Viewer> editors() {
        return List.of(owner, coEditor);
    }

    /** The first file of an export. */
    String responses(Viewer viewer, ResultsFilter filter) throws Exception {
        var out = new ByteArrayOutputStream();
        As.viewer(viewer, () -> export.write(campaign, filter, ResponseExport.Format.SPSS, Locale.ENGLISH, out));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("responses.csv");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
