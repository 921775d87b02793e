package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import io.throughline.people.AccountData;
import io.throughline.people.IssuedLink;
import io.throughline.people.Organisations;
import io.throughline.shared.ui.Kit;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Makes one account and shows the link of invitation. Only here an administrator says a language, for the invitation has
 * to be written in some; later it is its person's own, chosen in the profile.
 */
class NewAccountPanel extends Composite<Section> {

    NewAccountPanel(
            BiFunction<AccountData, Locale, IssuedLink> create,
            Locale usual,
            Organisations organisations,
            Runnable made) {
        var fields = new AccountFields(organisations);
        var language = new LanguageSelect();
        language.setHelperText(getTranslation("people.new.language.hint"));
        language.setValue(usual);
        var kept =
                fields.kept("account/new").choice("language", language, Locale::toLanguageTag, LanguageSelect::spoken);
        var invite = new Button(getTranslation("people.new.submit"));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(click -> {
            var link = create.apply(fields.value(), language.getValue());
            kept.forget();
            getContent().removeAll();
            getContent().add(Kit.card(getTranslation("people.new.made"), new LinkToHandOn(link)));
            made.run();
        });
        getContent().add(Kit.card(getTranslation("people.new"), Kit.stack(fields, language, Kit.row(invite))));
    }
}
