package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;

/** A view that a rule refused to open says why. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class RefusalPage extends Composite<Div> implements HasErrorParameter<DomainException>, HasDynamicTitle {

    private final transient Texts texts;

    RefusalPage(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DomainException> parameter) {
        getContent()
                .add(new DeadEnd(getTranslation("shell.not-found"), texts.of(parameter.getException(), getLocale())));
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.not-found");
    }
}
