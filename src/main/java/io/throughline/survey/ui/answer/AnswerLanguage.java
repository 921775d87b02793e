package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ui.SurveyNavigation;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In which language somebody answers, where that is another than the portal's: chosen once, it holds for the pages of this
 * campaign as long as the person stays signed in. A page in another language is loaded anew, so that all of it changes.
 */
@Component
class AnswerLanguage implements VaadinServiceInitListener {

    private static final String CHOSEN = "answer.language/";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(new Tongue()));
    }

    /** The language of one browser tab. */
    private static final class Tongue implements BeforeEnterListener {

        /** The portal's, while another is spoken. */
        private @Nullable Locale own;

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            var ui = event.getUI();
            var chosen = chosen(ui, event.getLocation().getPath());
            if (chosen.isPresent()) {
                own = own == null ? ui.getLocale() : own;
                speak(event, chosen.get());
            } else if (own != null) {
                speak(event, own);
                own = null;
            }
        }

        private static void speak(BeforeEnterEvent event, Locale wanted) {
            var ui = event.getUI();
            if (wanted.getLanguage().equals(ui.getLocale().getLanguage())) {
                return;
            }
            ui.setLocale(wanted);
            if (event.getTrigger() == NavigationTrigger.PAGE_LOAD) {
                ui.getPage().executeJs("document.documentElement.lang = $0", wanted.getLanguage());
            } else {
                ui.getPage().setLocation(event.getLocation().getPathWithQueryParameters());
            }
        }
    }

    /** Takes effect at once: the page is loaded again, and what was given on it stays. */
    static void choose(UI ui, CampaignId campaign, Locale language) {
        ui.getSession().setAttribute(CHOSEN + SurveyNavigation.answerHref(campaign), language);
        ui.getPage().reload();
    }

    private static Optional<Locale> chosen(UI ui, String path) {
        var parts = path.split("/", 3);
        return parts.length < 2 ? Optional.empty() : of(ui.getSession(), parts[0] + "/" + parts[1]);
    }

    private static Optional<Locale> of(VaadinSession session, String page) {
        return Optional.ofNullable((Locale) session.getAttribute(CHOSEN + page));
    }
}
