package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.people.LinkInfo;
import io.throughline.people.LinkPurpose;
import io.throughline.people.OneTimeLinks;
import io.throughline.people.PeopleError;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where a one-time link leads. Opening it uses nothing up: only setting the password does. */
@Route(value = PeopleNavigation.LINK + "/:token", autoLayout = false)
@AnonymousAllowed
class LinkView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final Set<ErrorCode> ABOUT_EMAIL =
            Set.of(PeopleError.EMAIL_INVALID, PeopleError.EMAIL_LOOKS_LIKE_ANOTHER, PeopleError.EMAIL_TAKEN);
    private static final Set<ErrorCode> ABOUT_NAME = Set.of(CommonError.REQUIRED, CommonError.TOO_LONG);

    private final transient OneTimeLinks links;
    private final transient Texts texts;

    LinkView(OneTimeLinks links, Texts texts) {
        this.links = links;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        getContent().removeAll();
        getContent()
                .add(links.peek(token).<Component>map(info -> page(token, info)).orElseGet(this::useless));
    }

    private Component page(String token, LinkInfo info) {
        return switch (info.purpose()) {
            case FIRST_ADMIN -> setUp(token);
            case INVITATION, RESET -> choose(token, info);
        };
    }

    private Component choose(String token, LinkInfo info) {
        var key = info.purpose() == LinkPurpose.INVITATION ? "people.link.invitation" : "people.link.reset";
        var password = new NewPassword();
        return new DoorPage(
                getTranslation(key),
                new Paragraph(getTranslation(key + ".text", info.name(), info.email())),
                password,
                submit(password, chosen -> links.redeem(token, chosen, getLocale()), refusal -> false));
    }

    private Component setUp(String token) {
        var name = new TextField(getTranslation("people.person.name"));
        var email = new EmailField(getTranslation("people.email"));
        name.setWidthFull();
        email.setWidthFull();
        var password = new NewPassword();
        return new DoorPage(
                getTranslation("people.link.first"),
                new Paragraph(getTranslation("people.link.first.text")),
                name,
                email,
                password,
                submit(
                        password,
                        chosen -> {
                            var _ = links.setUp(token, name.getValue(), email.getValue(), chosen, getLocale());
                        },
                        // Each is asked, so that what was said of the other before goes.
                        refusal -> isShown(refusal, ABOUT_EMAIL, email) | isShown(refusal, ABOUT_NAME, name)));
    }

    private <F extends HasValidation & Focusable<?>> boolean isShown(
            DomainException refusal, Set<ErrorCode> about, F field) {
        field.setInvalid(about.contains(refusal.code()));
        if (field.isInvalid()) {
            field.setErrorMessage(texts.of(refusal, getLocale()));
            field.focus();
        }
        return field.isInvalid();
    }

    /** @param elsewhere shows a refusal that isn't about the password, or says that it is none of its own */
    private Component submit(NewPassword password, Consumer<String> act, Predicate<DomainException> elsewhere) {
        var submit = new Button(
                getTranslation("people.link.submit"),
                click -> password.agreed().ifPresent(chosen -> {
                    try {
                        act.accept(chosen);
                        UI.getCurrent().navigate(PeopleNavigation.LOGIN, QueryParameters.of("set", ""));
                    } catch (DomainException refusal) {
                        if (refusal.code() == PeopleError.LINK_INVALID) {
                            endUseless();
                        } else if (!elsewhere.test(refusal)) {
                            password.refused(texts.of(refusal, getLocale()));
                        }
                    }
                }));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setWidthFull();
        return submit;
    }

    /** It was good when it was opened: no password would help. */
    private void endUseless() {
        var page = useless();
        getContent().removeAll();
        getContent().add(page);
        page.focus();
    }

    private DoorPage useless() {
        return new DoorPage(
                getTranslation("people.link.useless"),
                new Paragraph(getTranslation("people.link.useless.text")),
                Kit.link(PeopleNavigation.FORGOT, getTranslation("people.login.forgot")),
                Kit.link(PeopleNavigation.LOGIN, getTranslation("people.back-to-login")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.link.title") + " · Throughline";
    }
}
