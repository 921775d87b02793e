package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.people.AccountFilter;
import io.throughline.people.AccountRow;
import io.throughline.people.Accounts;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import java.util.function.Consumer;

/** Asks whose account an imported respondent's answers belong to. Stays open while that is refused. */
class RespondentDialog extends Dialog {

    private final ComboBox<AccountRow> account = new ComboBox<>(getTranslation("respondents.account"));

    /** @param link may refuse, which is said at the field */
    RespondentDialog(String respondent, Accounts accounts, Texts texts, Consumer<PersonId> link) {
        setHeaderTitle(getTranslation("respondents.link.title", respondent));
        setWidth("min(520px, 92vw)");
        var text = new Paragraph(getTranslation("respondents.link.text"));
        text.addClassName("tl-dim");
        account.setWidthFull();
        account.setManualValidation(true);
        account.setRequiredIndicatorVisible(true);
        account.setItemLabelGenerator(one -> one.name() + " · " + one.email());
        account.setItems(
                query ->
                        accounts
                                .find(filter(query.getFilter().orElse("")), query.getOffset(), query.getLimit())
                                .stream(),
                query -> accounts.count(filter(query.getFilter().orElse(""))));
        add(text, account);
        var go = new Button(
                getTranslation("respondents.link.go"),
                click -> account.getOptionalValue()
                        .ifPresentOrElse(
                                one -> confirm(one, texts, link),
                                () -> refused(getTranslation("respondents.link.whom"))));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                account.focus();
            }
        });
    }

    /** Whoever answers surveys is a customer. */
    private static AccountFilter filter(String text) {
        return new AccountFilter(text, Role.CUSTOMER, null);
    }

    private void confirm(AccountRow chosen, Texts texts, Consumer<PersonId> link) {
        try {
            link.accept(chosen.id());
            close();
        } catch (DomainException refusal) {
            refused(texts.of(refusal, getLocale()));
        }
    }

    private void refused(String why) {
        account.setErrorMessage(why);
        account.setInvalid(true);
        account.focus();
    }
}
