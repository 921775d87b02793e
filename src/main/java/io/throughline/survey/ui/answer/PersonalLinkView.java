package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.PersonalAccess.Welcome;
import io.throughline.survey.ui.SurveyNavigation;
import java.util.Arrays;
import java.util.Optional;

/** Where a personal link leads. Opening it starts nothing; only its button signs in, by a form the browser posts. */
@Route(value = SurveyNavigation.PERSONAL + "/:token", autoLayout = false)
@AnonymousAllowed
class PersonalLinkView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PersonalAccess links;
    private String title = "";

    PersonalLinkView(PersonalAccess links) {
        this.links = links;
        getContent().addClassNames("tl-page", "survey-door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        var request = VaadinRequest.getCurrent();
        var address = request == null ? "" : request.getRemoteAddr();
        getContent().removeAll();
        var card = Kit.div("tl-door-card");
        card.add(over(event).map(this::ended).orElseGet(() -> shown(token, address)));
        var main = new Main(Kit.div("tl-brand", new Span("Throughline")), card);
        main.addClassName("survey-door-main");
        getContent().add(main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static Optional<LinkEnd> over(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SurveyNavigation.OVER)
                .flatMap(said -> Arrays.stream(LinkEnd.values())
                        .filter(why -> why.name().equals(said))
                        .findFirst());
    }

    private Component[] ended(LinkEnd why) {
        title = getTranslation("personal.over." + why);
        return new Component[] {new H1(title), new Paragraph(getTranslation("personal.over." + why + ".text"))};
    }

    private Component[] shown(String token, String address) {
        if (links.isPaused(address)) {
            return paused();
        }
        return links.look(token, address)
                .map(welcome -> welcome(token, welcome))
                .orElseGet(this::useless);
    }

    private Component[] welcome(String token, Welcome welcome) {
        title = welcome.title().in(getLocale());
        var heading = new H1(title);
        return switch (welcome.state()) {
            case OPEN ->
                new Component[] {
                    heading, new Paragraph(getTranslation("personal.text", welcome.name())), form(token, welcome),
                };
            case CLOSED -> new Component[] {heading, new Paragraph(getTranslation("personal.closed"))};
            case SCHEDULED, DRAFT -> new Component[] {heading, new Paragraph(getTranslation("personal.early"))};
        };
    }

    private Component form(String token, Welcome welcome) {
        var hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", "token").setAttribute("value", token);
        var go = new NativeButton(getTranslation("personal.go"));
        go.getElement().setAttribute("type", "submit");
        go.addClassName("tl-door-submit");
        var form = new HtmlContainer("form");
        form.addClassName("tl-door-form");
        form.getElement().setAttribute("method", "post").setAttribute("action", SurveyNavigation.PERSONAL_POST);
        form.add(hidden, go, Kit.dim(getTranslation("personal.alone", welcome.name())));
        return form;
    }

    /** Nothing is known of this link: it may well be a good one, of somebody who shares the network with whoever guesses. */
    private Component[] paused() {
        title = getTranslation("personal.paused");
        return new Component[] {new H1(title), new Paragraph(getTranslation("personal.paused.text"))};
    }

    private Component[] useless() {
        title = getTranslation("personal.useless");
        return new Component[] {
            new H1(title),
            new Paragraph(getTranslation("personal.useless.text")),
            Kit.link("login", getTranslation("personal.sign-in"))
        };
    }
}
