package io.throughline.survey.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEvent;
import io.throughline.shared.Ids;
import io.throughline.survey.CampaignId;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.SurveyId;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class SurveyNavigation {

    /** Where the form of a personal link is posted. */
    public static final String PERSONAL_POST = "personal-link";

    public static final String PERSONAL = "a";

    /** Parameter of a personal link's page: why what it opened is over. */
    public static final String OVER = "over";

    /** Parameter of a preview: the number of a version. */
    public static final String VERSION = "version";

    /** Parameter of the page that publishes. */
    public static final String AGAIN = "again";

    public static final String SHARED = "results";

    /** Where a customer tells a need, survey or not. */
    public static final String TELL = "tell-a-need";

    private static final String SURVEYS = "surveys";

    private SurveyNavigation() {}

    /** The survey an address names. @throws io.throughline.shared.DomainException NOT_FOUND if that can't be one */
    public static SurveyId survey(BeforeEvent event) {
        return new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
    }

    public static String surveysHref() {
        return SURVEYS;
    }

    /** Who has answered, and the results. */
    public static String surveyHref(SurveyId survey) {
        return SURVEYS + "/" + survey.value();
    }

    public static String designHref(SurveyId survey) {
        return surveyHref(survey) + "/design";
    }

    /** Where a template is edited. */
    public static String templateHref(UUID template) {
        return SURVEYS + "/templates/" + template + "/design";
    }

    public static String previewHref(SurveyId survey) {
        return surveyHref(survey) + "/preview";
    }

    /** A version as it was asked. */
    public static String previewHref(SurveyId survey, int version) {
        return previewHref(survey) + "?" + VERSION + "=" + version;
    }

    /** What the draft of the next version changes. */
    public static String changesHref(SurveyId survey) {
        return surveyHref(survey) + "/changes";
    }

    public static String versionsHref(SurveyId survey) {
        return surveyHref(survey) + "/versions";
    }

    /** The version published last once more, though there is a draft of the next. */
    public static String againHref(SurveyId survey) {
        return publishHref(survey) + "?" + AGAIN;
    }

    /** Where answers given elsewhere are brought in. */
    public static String importHref(SurveyId survey) {
        return surveyHref(survey) + "/import";
    }

    public static String publishHref(SurveyId survey) {
        return surveyHref(survey) + "/publish";
    }

    /** Two of its campaigns side by side. */
    public static String wavesHref(SurveyId survey) {
        return surveyHref(survey) + "/waves";
    }

    /** What a customer opens to answer. */
    public static String answerHref(CampaignId campaign) {
        return "answer/" + campaign.value();
    }

    /** What a customer opens to see what all have said together. */
    public static String sharedHref(CampaignId campaign) {
        return answerHref(campaign) + "/" + SHARED;
    }

    /** Where a personal link leads. */
    public static String personalHref(String token) {
        return PERSONAL + "/" + token;
    }

    /** Where it is said why what a personal link opened is over. */
    public static String overHref(LinkEnd why) {
        return personalHref("-") + "?" + OVER + "=" + why;
    }

    public static boolean isPersonal(String path) {
        return path.startsWith(PERSONAL + "/");
    }

    /** Whom a campaign asked, and its mails. */
    public static String campaignHref(SurveyId survey, CampaignId campaign) {
        return surveyHref(survey) + "/campaign/" + campaign.value();
    }

    public static void navigateToSurvey(SurveyId survey) {
        UI.getCurrent().navigate(surveyHref(survey));
    }

    public static void navigateToDesign(SurveyId survey) {
        UI.getCurrent().navigate(designHref(survey));
    }
}
