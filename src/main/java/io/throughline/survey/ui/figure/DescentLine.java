package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.SurveyId;
import io.throughline.survey.lineage.Descent;
import io.throughline.survey.ui.ResultsAddress;
import java.util.List;

/** Which question of the version before a question continues, with the way to what was answered there, or that it can't be. */
public class DescentLine extends Composite<Paragraph> {

    public DescentLine(Descent descent, SurveyId survey, List<CampaignInfo> rounds) {
        getContent().addClassName("tl-dim");
        setVisible(!descent.line().isEmpty() || descent.archived() > 0);
        descent.line().forEach(ancestor -> {
            var asked = rounds.stream()
                    .filter(round -> round.surveyVersion().equals(ancestor.version()))
                    .toList();
            var said = getTranslation(
                    "version.continues",
                    ancestor.place(),
                    ancestor.number(),
                    asked.stream().mapToInt(CampaignInfo::answered).sum());
            ResultsAddress.of(survey, rounds, ancestor.version())
                    .ifPresent(results -> getContent().add(Kit.link(results.href(), said), Kit.dim(" ")));
        });
        if (descent.archived() > 0) {
            getContent().add(Kit.dim(getTranslation("version.archived", descent.archived())));
        }
    }
}
