package io.throughline.survey.intake;

import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A published survey of one company, and a folder with files of answers to it. */
abstract class IntoASurvey {

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Viewer pm;
    String company = "";
    CampaignId campaign = CampaignId.next();
    SurveyId survey = SurveyId.next();

    @BeforeEach
    void aPublishedSurvey() {
        pm = fixtures.projectManager();
        company = Fixtures.unique("Company");
        campaign = made.published(pm, fixtures.organisation(company, "standard"));
        survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
    }

    Path file(String content) {
        try {
            return Files.writeString(folder.resolve(Fixtures.unique("file") + ".csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int responses() {
        return jdbc.sql("select count(*) from response where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }
}
