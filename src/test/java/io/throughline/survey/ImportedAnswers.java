package io.throughline.survey;

import io.throughline.shared.Viewer;
import io.throughline.support.As;
import org.springframework.stereotype.Component;

/** Answers brought in from a file, to what {@link SurveyFixtures} asks. */
@Component
public class ImportedAnswers {

    private static final String MAP = """
            {"respondent": "id", "name": "Respondent {}", "organisation": "org",
             "answers": [{"question": 1, "points": {"r": "roads", "p": "parks"}}]}""";

    private final ResponseImport imports;
    private final Surveys surveys;

    ImportedAnswers(ResponseImport imports, Surveys surveys) {
        this.imports = imports;
        this.surveys = surveys;
    }

    /**
     * Into the newest round of a survey.
     *
     * @param round one of the survey's
     * @param organisation of all of them
     * @param lines of an id each, and the points for roads and for parks: "1,%s,20,80", with the organisation between
     */
    public ImportReport bring(Viewer pm, CampaignId round, String organisation, String... lines) {
        var key = As.viewer(pm, () -> surveys.detail(round)).key();
        var csv = "id,org,r,p\n" + String.join("\n", lines).replace("%s", organisation) + "\n";
        return As.viewer(pm, () -> imports.importResponses(key, MAP, csv, false));
    }
}
