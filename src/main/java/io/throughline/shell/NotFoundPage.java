package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.shared.ui.Kit;

/** Nothing here, or nothing this person may see: the two look the same. */
@AnonymousAllowed
class NotFoundPage extends Composite<Div>
        implements com.vaadin.flow.router.HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundPage() {
        getContent()
                .add(Kit.empty(
                        getTranslation("shell.not-found"),
                        getTranslation("shell.not-found.text"),
                        Kit.link("", getTranslation("shell.not-found.home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.not-found");
    }
}
