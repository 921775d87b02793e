package io.throughline.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ui.SurveyNavigation;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever came by a personal link is led to its one response from every page, also from those open to everybody. */
@Component
class SecurityLinkNavigation implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(SecurityLinkNavigation::keep));
    }

    static void keep(BeforeEnterEvent event) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof RespondentPrincipal respondent)) {
            return;
        }
        var own = SurveyNavigation.answerHref(respondent.campaign());
        var path = event.getLocation().getPath();
        if (!path.equals(own) && !path.startsWith(own + "/") && !SurveyNavigation.isPersonal(path)) {
            event.forwardTo(own);
        }
    }
}
