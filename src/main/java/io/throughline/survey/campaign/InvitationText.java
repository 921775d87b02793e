package io.throughline.survey.campaign;

import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyLinks;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A text to paste into a message to those a campaign asks. */
@Component
public class InvitationText {

    private final SurveyAccess access;
    private final People people;
    private final CurrentViewer viewer;
    private final Texts texts;

    InvitationText(SurveyAccess access, People people, CurrentViewer viewer, Texts texts) {
        this.access = access;
        this.people = people;
        this.viewer = viewer;
        this.texts = texts;
    }

    /** @param baseUrl the portal's configured address, without a slash at its end */
    public String of(Campaign campaign, Survey survey, Locale locale, String baseUrl) {
        var content = access.version(campaign.surveyVersion()).content();
        return texts.getTranslation(
                "survey.invitation",
                locale,
                content.title().in(locale),
                content.why().in(locale),
                content.minutes(),
                Texts.moment(campaign.closesAt(), viewer.get().zone(), locale),
                baseUrl + "/" + SurveyLinks.answer(campaign.id()),
                people.names(Set.of(survey.owner())).getOrDefault(survey.owner(), ""));
    }
}
