package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.people.DemoAccount;
import io.throughline.people.DemoAccounts;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.util.List;
import java.util.stream.Collectors;

/** Sign in. */
@Route(value = PeopleNavigation.LOGIN, autoLayout = false)
@AnonymousAllowed
class LoginView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentViewer viewer;
    private final Div notice = Kit.div("tl-door-notice");

    LoginView(CurrentViewer viewer, DemoAccounts demo) {
        this.viewer = viewer;
        var page = new DoorPage(
                getTranslation("people.login.title"),
                notice,
                SignInForm.empty(
                        getTranslation("people.email"),
                        getTranslation("people.password"),
                        getTranslation("people.login.submit")),
                Kit.link(PeopleNavigation.FORGOT, getTranslation("people.login.forgot")));
        var accounts = demo.listed();
        if (!accounts.isEmpty()) {
            page.addBelow(demo(accounts));
        }
        getContent().add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (viewer.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        say(event.getLocation().getQueryParameters());
    }

    private void say(QueryParameters query) {
        notice.setVisible(true);
        if (query.getParameters().containsKey("error")) {
            say("bad", getTranslation("people.login.refused"));
        } else if (query.getSingleParameter("pause")
                .filter(s -> s.matches("\\d{1,6}"))
                .isPresent()) {
            var seconds = Integer.parseInt(query.getSingleParameter("pause").orElse("60"));
            say("bad", getTranslation("people.login.pause", (seconds + 59) / 60));
        } else if (query.getParameters().containsKey("bye")) {
            Kept.forgetEverything(UI.getCurrent());
            say("ok", getTranslation("people.login.bye"));
        } else if (query.getParameters().containsKey("set")) {
            say("ok", getTranslation("people.login.set"));
        } else {
            notice.setVisible(false);
        }
    }

    private void say(String tone, String text) {
        notice.getElement().setAttribute("data-tone", tone);
        notice.getElement().setAttribute("role", tone.equals("bad") ? "alert" : "status");
        notice.setText((tone.equals("bad") ? "! " : "✓ ") + text);
    }

    private Component demo(List<DemoAccount> accounts) {
        var list = new UnorderedList();
        list.addClassName("tl-door-demos");
        for (var account : accounts) {
            var roles = account.roles().stream()
                    .sorted()
                    .map(role -> Labels.of(this, role))
                    .collect(Collectors.joining(", "));
            list.add(new ListItem(
                    SignInForm.filled(account.email(), account.password(), account.name()),
                    Kit.dim(roles),
                    Kit.dim(account.email())));
        }
        var password = new Span(accounts.getFirst().password());
        password.addClassName("tl-door-code");
        var section = new Section(
                new H2(getTranslation("people.login.demo")),
                Kit.dim(getTranslation("people.login.demo.text")),
                list,
                Kit.row(Kit.dim(getTranslation("people.login.demo.password")), password));
        section.addClassName("tl-door-below");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.login.title") + " · Throughline";
    }
}
