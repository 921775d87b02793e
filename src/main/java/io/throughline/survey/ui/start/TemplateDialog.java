package io.throughline.survey.ui.start;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Missing;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.SurveyTemplates.Kept;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a template is called and when to take it. */
class TemplateDialog extends Dialog {

    private final TextField name = new TextField(getTranslation("surveys.template.name"));
    private final TextArea about = new TextArea(getTranslation("surveys.template.about"));
    private final Select<Kept> instead = new Select<>();

    private TemplateDialog(String heading, BiConsumer<String, String> named, Consumer<Kept> replaced) {
        setHeaderTitle(heading);
        setWidth("min(560px, 94vw)");
        instead.setVisible(false);
        instead.setWidthFull();
        name.setWidthFull();
        name.setMaxLength(SurveyTemplates.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        about.setWidthFull();
        about.setMaxLength(SurveyTemplates.LONGEST_ABOUT);
        about.setHelperText(getTranslation("surveys.template.about.help"));
        var go = new Button(getTranslation("surveys.template.save"), click -> {
            var old = instead.getValue();
            if (old != null) {
                replaced.accept(old);
                close();
            } else if (TypedText.showsNothing(name.getValue())) {
                Missing.say(name);
            } else {
                named.accept(name.getValue(), about.getValue());
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    /**
     * Keeps a survey as a template.
     *
     * @param mine templates the viewer may let ask this instead
     */
    static TemplateDialog save(
            String title, List<Kept> mine, BiConsumer<String, String> named, Consumer<Kept> replaced) {
        var dialog = new TemplateDialog("", named, replaced);
        dialog.setHeaderTitle(dialog.getTranslation("surveys.template.keep"));
        dialog.name.setValue(
                title.length() <= SurveyTemplates.LONGEST_NAME
                        ? title
                        : title.substring(0, SurveyTemplates.LONGEST_NAME));
        dialog.offer(mine);
        dialog.add(
                new Paragraph(dialog.getTranslation("surveys.template.keep.text")),
                dialog.instead,
                dialog.name,
                dialog.about);
        return dialog;
    }

    static TemplateDialog rename(Kept template, BiConsumer<String, String> named) {
        var dialog = new TemplateDialog(template.name(), named, old -> {});
        dialog.name.setValue(template.name());
        dialog.about.setValue(template.about());
        dialog.add(dialog.name, dialog.about);
        return dialog;
    }

    private void offer(List<Kept> mine) {
        instead.setVisible(!mine.isEmpty());
        instead.setLabel(getTranslation("surveys.template.as"));
        instead.setItems(mine);
        instead.setEmptySelectionAllowed(true);
        instead.setEmptySelectionCaption(getTranslation("surveys.template.as.new"));
        instead.setItemLabelGenerator(this::label);
        instead.addValueChangeListener(change -> {
            name.setVisible(change.getValue() == null);
            about.setVisible(change.getValue() == null);
        });
    }

    private String label(@Nullable Kept one) {
        return one == null
                ? getTranslation("surveys.template.as.new")
                : getTranslation("surveys.template.as.old", one.name());
    }
}
