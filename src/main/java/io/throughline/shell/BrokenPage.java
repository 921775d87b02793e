package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.shared.ui.Kit;

/** A page that failed to open: no detail, but an incident id that is also in the log. */
@AnonymousAllowed
class BrokenPage extends Composite<Div> implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        getContent()
                .add(Kit.empty(
                        getTranslation("shell.broken"),
                        getTranslation("error.unexpected", Incidents.log(parameter.getException())),
                        Kit.link("", getTranslation("shell.not-found.home"))));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.broken");
    }
}
