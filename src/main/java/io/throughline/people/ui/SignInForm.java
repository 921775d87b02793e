package io.throughline.people.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain form posted by the browser, so that password managers know it and the session gets its new id in a request of
 * its own.
 */
@Tag("form")
class SignInForm extends HtmlContainer {

    private SignInForm(String submit, String submitClass) {
        getElement().setAttribute("method", "post").setAttribute("action", PeopleNavigation.LOGIN);
        addToken();
        var button = new NativeButton(submit);
        button.getElement().setAttribute("type", "submit");
        button.addClassName(submitClass);
        add(button);
    }

    /** To be filled in. */
    static SignInForm empty(String emailLabel, String passwordLabel, String submit) {
        var form = new SignInForm(submit, "tl-door-submit");
        form.addClassName("tl-door-form");
        var email = new EmailField(emailLabel);
        email.setId("email");
        email.getElement().setAttribute("name", "username").setProperty("name", "username");
        email.getElement().setProperty("autocomplete", "username");
        email.setWidthFull();
        email.setAutofocus(true);
        var password = new SecretField(passwordLabel);
        password.setId("password");
        password.getElement().setAttribute("name", "password").setProperty("name", "password");
        password.getElement().setProperty("autocomplete", "current-password");
        password.setWidthFull();
        form.addComponentAsFirst(password);
        form.addComponentAsFirst(email);
        return form;
    }

    /** One press for somebody whose password is published. */
    static SignInForm filled(String email, String password, String submit) {
        var form = new SignInForm(submit, "tl-door-demo");
        form.add(hidden("username", email), hidden("password", password));
        return form;
    }

    private void addToken() {
        var request = VaadinServletRequest.getCurrent();
        if (request != null
                && request.getHttpServletRequest().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
    }

    private static Input hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }
}
