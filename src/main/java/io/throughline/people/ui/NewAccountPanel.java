package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import io.throughline.people.Accounts;
import io.throughline.people.Organisations;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import java.util.Locale;
import java.util.function.Function;

/**
 * Makes one account and shows the link of invitation. Only here an administrator says a language, for the invitation has
 * to be written in some; later it is its person's own: the browser's, if the usual one was left, or one chosen in the profile.
 */
class NewAccountPanel extends Composite<Section> {

    /** @param words of a refusal */
    NewAccountPanel(
            Accounts accounts, Organisations organisations, Function<DomainException, String> words, Runnable made) {
        var fields = new AccountFields(organisations, words);
        var language = new LanguageSelect();
        var usual = accounts.usualLanguage();
        language.setHelperText(getTranslation("people.new.language.hint", usual.getDisplayLanguage(getLocale())));
        language.setValue(usual);
        var kept =
                fields.kept("account/new").choice("language", language, Locale::toLanguageTag, LanguageSelect::spoken);
        var invite = new Button(getTranslation("people.new.submit"));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(click -> {
            var wanted = fields.value();
            if (!fields.accept(accounts.problems(wanted, null))) {
                return;
            }
            var link = accounts.create(wanted, language.getValue());
            kept.forget();
            getContent().removeAll();
            getContent().add(Kit.card(getTranslation("people.new.made"), new LinkToHandOn(link)));
            made.run();
        });
        getContent().add(Kit.card(getTranslation("people.new"), Kit.stack(fields, language, Kit.row(invite))));
    }
}
