package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.ui.CopyButton;
import io.throughline.survey.ui.answer.LanguageChoice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A text to invite with, to be copied, in whichever of the campaign's languages those who get it read. */
class InvitationDialog extends Dialog {

    private static final int ROWS = 8;

    /**
     * @param languages of the campaign, at least one; the reader's is proposed if it is among them
     * @param invitation the text in one of them
     */
    InvitationDialog(List<Locale> languages, Function<Locale, String> invitation) {
        setHeaderTitle(getTranslation("surveys.invitation"));
        setWidth("min(620px, 92vw)");
        var proposed = languages.stream()
                .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(languages.getFirst());
        var text = invitation.apply(proposed);
        var words = new TextArea(getTranslation("surveys.invitation.text"));
        words.setReadOnly(true);
        words.setWidthFull();
        words.setMinRows(ROWS);
        words.setValue(text);
        words.getElement().setAttribute("lang", proposed.getLanguage());
        var copy = new CopyButton(getTranslation("surveys.invitation.copy"), text);
        if (languages.size() > 1) {
            add(new LanguageChoice(languages, proposed, chosen -> {
                words.setValue(invitation.apply(chosen));
                words.getElement().setAttribute("lang", chosen.getLanguage());
                copy.setText(words.getValue());
            }));
        }
        add(words);
        getFooter().add(new Button(getTranslation("action.close"), click -> close()), copy);
    }
}
