package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Nothing here, or nothing this person may see: the two look the same. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class NotFoundPage extends Composite<Div> implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundPage() {
        getContent().add(new DeadEnd(getTranslation("shell.not-found"), getTranslation("shell.not-found.text")));
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
