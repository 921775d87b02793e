package io.throughline.shell;

import io.throughline.survey.CampaignId;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Why what a personal link opened is over, kept in the session that follows. What ends it is mostly a request the page
 * makes by itself, whose answer nobody reads; only the page asked for after it can say so, instead of the sign-in.
 */
record SecurityLinkOver(CampaignId campaign, LinkEnd why) {

    private static final String ATTRIBUTE = SecurityLinkOver.class.getName();

    void keep(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    /** Where it is said, if the page asked for was opened by such a link. */
    static Optional<String> elsewhere(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : (SecurityLinkOver) session.getAttribute(ATTRIBUTE);
        return Optional.ofNullable(kept)
                .filter(over -> over.isOf(request))
                .map(over -> SurveyNavigation.overHref(over.why));
    }

    private boolean isOf(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        var own = "/" + SurveyNavigation.answerHref(campaign);
        return path.equals(own) || path.startsWith(own + "/");
    }
}
