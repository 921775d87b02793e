package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.VersionContents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What campaigns ask, for those who have no person to ask for. */
@Component
class CampaignContents {

    private final VersionContents contents;
    private final JdbcClient jdbc;

    CampaignContents(VersionContents contents, JdbcClient jdbc) {
        this.contents = contents;
        this.jdbc = jdbc;
    }

    record Asked(SurveyContent content, boolean anonymous) {}

    Asked of(CampaignId campaign) {
        return jdbc.sql("select survey_version_id, confidentiality from campaign where id = ?")
                .param(campaign.value())
                .query((row, number) -> new Asked(
                        contents.of(new SurveyVersionId(Columns.uuid(row, "survey_version_id"))),
                        Confidentiality.valueOf(row.getString("confidentiality")) == Confidentiality.ANONYMOUS))
                .single();
    }
}
