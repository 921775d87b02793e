package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.campaign.CampaignDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Asks what became of a campaign, in each of the languages it asks in. */
class OutcomeDialog extends Dialog {

    private static final int ROWS = 6;

    private final Map<Locale, TextArea> fields = new LinkedHashMap<>();

    /**
     * @param languages of the campaign, at least one
     * @param tell gets the words as they were typed; a refusal leaves the dialog as it is
     */
    OutcomeDialog(List<Locale> languages, Texts texts, Consumer<LocalizedText> tell) {
        setHeaderTitle(getTranslation("campaign.outcome"));
        setWidth("min(640px, 92vw)");
        add(new Paragraph(getTranslation("campaign.outcome.text")));
        if (languages.size() > 1) {
            add(new Paragraph(getTranslation("campaign.outcome.languages")));
        }
        languages.forEach(language -> fields.put(language, field(language, languages.size() > 1)));
        fields.values().forEach(this::add);
        var go = new Button(getTranslation("campaign.outcome.go"), click -> {
            fields.values().forEach(field -> field.setInvalid(false));
            try {
                tell.accept(words());
                close();
            } catch (DomainException refusal) {
                refuse(texts.of(refusal, getLocale()));
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    private TextArea field(Locale language, boolean oneOfSeveral) {
        var field = new TextArea(getTranslation("campaign.outcome.words"));
        if (oneOfSeveral) {
            field.setLabel(field.getLabel() + " (" + language.getDisplayLanguage(getLocale()) + ")");
        }
        field.getElement().setAttribute("lang", language.getLanguage());
        field.setWidthFull();
        field.setMinRows(ROWS);
        field.setMaxLength(CampaignDesk.LONGEST_WORDS);
        field.setRequiredIndicatorVisible(!oneOfSeveral);
        field.setManualValidation(true);
        return field;
    }

    private LocalizedText words() {
        var words = new TreeMap<String, String>();
        fields.forEach((language, field) -> words.put(language.getLanguage(), field.getValue()));
        return new LocalizedText(words);
    }

    /** Beside what is too long, or else beside the first. */
    private void refuse(String said) {
        var wrong = fields.values().stream()
                .filter(field -> field.getValue().length() > CampaignDesk.LONGEST_WORDS)
                .findFirst()
                .orElseGet(() -> fields.values().iterator().next());
        wrong.setErrorMessage(said);
        wrong.setInvalid(true);
        wrong.focus();
    }
}
