package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.NeedBox;
import io.throughline.survey.question.OwnWords;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** Always open to customers: a need in their own words, outside any survey. */
@Route("tell-a-need")
@RolesAllowed("CUSTOMER")
class TellNeedView extends Composite<Div> implements HasDynamicTitle {

    private UUID request = UUID.randomUUID();

    TellNeedView(NeedBox box) {
        var words = new TextArea(getTranslation("answer.tell.words"));
        words.setWidthFull();
        words.setMinHeight("10em");
        words.setMaxLength(OwnWords.MAX_LENGTH);
        var send = new Button(getTranslation("answer.tell.send"), click -> {
            box.tell(request, words.getValue());
            request = UUID.randomUUID();
            words.clear();
            Notices.done(getTranslation("answer.tell.thanks"));
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getContent()
                .add(
                        new PageHeader(getTranslation("answer.tell.title"))
                                .below(Kit.dim(getTranslation("answer.tell.explanation"))),
                        Kit.stack(words, Kit.row(send, Kit.link("my-needs", getTranslation("answer.mine")))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("answer.tell.title");
    }
}
