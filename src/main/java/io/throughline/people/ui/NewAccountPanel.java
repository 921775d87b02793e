package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import io.throughline.people.AccountData;
import io.throughline.people.IssuedLink;
import io.throughline.people.Organisations;
import io.throughline.shared.ui.Kit;
import java.util.function.Function;

/** Makes one account and shows the link of invitation. */
class NewAccountPanel extends Composite<Section> {

    NewAccountPanel(Function<AccountData, IssuedLink> create, Organisations organisations, Runnable made) {
        var fields = new AccountFields(organisations);
        var kept = fields.kept("account/new");
        var invite = new Button(getTranslation("people.new.submit"));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(click -> {
            var link = create.apply(fields.value());
            kept.forget();
            getContent().removeAll();
            getContent().add(Kit.card(getTranslation("people.new.made"), new LinkToHandOn(link)));
            made.run();
        });
        getContent().add(Kit.card(getTranslation("people.new"), Kit.stack(fields, Kit.row(invite))));
    }
}
