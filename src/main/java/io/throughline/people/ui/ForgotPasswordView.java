package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.people.OneTimeLinks;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;

/** Ask for a way back in. The answer is the same for everybody. */
@Route(value = PeopleNavigation.FORGOT, autoLayout = false)
@AnonymousAllowed
class ForgotPasswordView extends Composite<Div> implements HasDynamicTitle {

    private final transient OneTimeLinks links;
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final Button send = new Button(getTranslation("people.forgot.submit"), click -> send());
    private final Div answer = Kit.div("tl-door-notice");

    ForgotPasswordView(OneTimeLinks links) {
        this.links = links;
        email.setWidthFull();
        email.setAutofocus(true);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickShortcut(Key.ENTER);
        send.setWidthFull();
        answer.getElement().setAttribute("role", "status").setAttribute("data-tone", "ok");
        getContent()
                .add(new DoorPage(
                        getTranslation("people.forgot.title"),
                        new Paragraph(getTranslation("people.forgot.text")),
                        answer,
                        email,
                        send,
                        Kit.link(PeopleNavigation.LOGIN, getTranslation("people.back-to-login"))));
    }

    private void send() {
        if (TypedText.showsNothing(email.getValue())) {
            Missing.say(email);
            return;
        }
        var request = VaadinRequest.getCurrent();
        links.forgot(email.getValue(), request == null ? "" : request.getRemoteAddr());
        answer.setText("✓ " + getTranslation("people.forgot.answer"));
        email.setVisible(false);
        send.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.forgot.title") + " · Throughline";
    }
}
