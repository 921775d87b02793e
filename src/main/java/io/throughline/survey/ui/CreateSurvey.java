package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.SurveyId;
import java.util.function.Function;

/** Asks for a title and goes on to the design. */
class CreateSurvey extends Composite<Div> {

    private static final int LONGEST = 2_000;

    private final transient Function<LocalizedText, SurveyId> create;

    CreateSurvey(Function<LocalizedText, SurveyId> create) {
        this.create = create;
        var button = new Button(getTranslation("surveys.create"), click -> ask());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().add(button);
    }

    private void ask() {
        var dialog = new Dialog(getTranslation("surveys.create"));
        dialog.setWidth("min(520px, 92vw)");
        var title = new TextField(getTranslation("surveys.design.title"));
        title.setWidthFull();
        title.setMaxLength(LONGEST);
        title.setRequiredIndicatorVisible(true);
        var go = new Button(getTranslation("surveys.create.go"), click -> {
            if (title.getValue().isBlank()) {
                title.setErrorMessage(getTranslation("error.CommonError.REQUIRED", title.getLabel()));
                title.setInvalid(true);
                title.focus();
                return;
            }
            var id = create.apply(LocalizedText.of(getLocale(), title.getValue().strip()));
            dialog.close();
            SurveyNavigation.navigateToDesign(id);
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        dialog.add(title);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
        title.focus();
    }
}
