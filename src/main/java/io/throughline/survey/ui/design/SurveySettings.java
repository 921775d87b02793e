package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a survey is about, in which languages it is written, what stands on one page of it and who sees names. */
class SurveySettings extends Composite<Div> {

    /** Those a survey can be written in. */
    private static final List<String> OFFERED = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "ja", "lt", "lv", "nl",
            "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "zh");

    private final IntegerField groups = new IntegerField();
    private final RadioButtonGroup<Counting> counting = new RadioButtonGroup<>();

    /** @param edit stores a change; the page is drawn anew if languages change */
    SurveySettings(SurveyContent content, Consumer<UnaryOperator<SurveyContent>> edit) {
        var languages = content.locales();
        addGroups(content, edit);
        addCounting(content, edit);
        getContent()
                .add(Kit.card(
                        getTranslation("surveys.design.about"),
                        new DesignField.Text(
                                DesignPart.of(Kind.TITLE),
                                getTranslation("surveys.design.title"),
                                content.title(),
                                languages,
                                false),
                        new DesignField.Text(
                                DesignPart.of(Kind.WHY),
                                getTranslation("surveys.design.why"),
                                content.why(),
                                languages,
                                true),
                        Kit.div("survey-settings", languages(languages, edit), paging(content, edit)),
                        Kit.stack(confidentiality(content, edit), groups, counting)));
    }

    private MultiSelectComboBox<Locale> languages(List<Locale> chosen, Consumer<UnaryOperator<SurveyContent>> edit) {
        var languages = new MultiSelectComboBox<Locale>(getTranslation("surveys.design.languages"));
        languages.setItemLabelGenerator(one -> one.getDisplayLanguage(getLocale()));
        languages.setItems(Stream.concat(OFFERED.stream().map(Locale::of), chosen.stream())
                .distinct()
                .sorted(Comparator.comparing(one -> one.getDisplayLanguage(getLocale())))
                .toList());
        languages.setValue(new LinkedHashSet<>(chosen));
        languages.setHelperText(getTranslation("surveys.design.languages.help"));
        languages.setWidth("min(360px, 100%)");
        languages.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            if (change.getValue().isEmpty()) {
                languages.setValue(change.getOldValue());
                return;
            }
            var codes = Stream.concat(
                            chosen.stream().filter(change.getValue()::contains),
                            change.getValue().stream().filter(one -> !chosen.contains(one)))
                    .map(Locale::getLanguage)
                    .toList();
            edit.accept(before -> before.writtenIn(codes));
        });
        return languages;
    }

    private RadioButtonGroup<Confidentiality> confidentiality(
            SurveyContent content, Consumer<UnaryOperator<SurveyContent>> edit) {
        var confidentiality = new RadioButtonGroup<Confidentiality>();
        confidentiality.setLabel(getTranslation("surveys.design.confidentiality"));
        confidentiality.setHelperText(getTranslation("surveys.design.confidentiality.help"));
        confidentiality.setItems(Confidentiality.values());
        confidentiality.setRenderer(new ComponentRenderer<>(one -> Kit.div(
                "survey-choice",
                new Span(Labels.of(this, one)),
                Kit.dim(getTranslation("surveys.design.confidentiality." + one)))));
        confidentiality.setValue(content.confidentiality());
        confidentiality.addValueChangeListener(change -> {
            groups.setVisible(change.getValue() == Confidentiality.ANONYMOUS);
            counting.setVisible(change.getValue() == Confidentiality.ANONYMOUS);
            edit.accept(before -> before.with(change.getValue()));
        });
        return confidentiality;
    }

    /** How many people an anonymous survey hides each one among. */
    private void addGroups(SurveyContent content, Consumer<UnaryOperator<SurveyContent>> edit) {
        groups.setLabel(getTranslation("surveys.design.group"));
        groups.setHelperText(getTranslation("surveys.design.group.help"));
        groups.setMin(SurveyContent.LEAST_GROUP);
        groups.setMax(SurveyContent.MOST_GROUP);
        var wrong = getTranslation("surveys.design.group.wrong", SurveyContent.LEAST_GROUP, SurveyContent.MOST_GROUP);
        groups.setI18n(new IntegerFieldI18n()
                .setRequiredErrorMessage(wrong)
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        groups.setRequiredIndicatorVisible(true);
        groups.setStepButtonsVisible(true);
        groups.setMaxWidth("360px");
        groups.setValue(content.groupSize());
        groups.setVisible(content.confidentiality() == Confidentiality.ANONYMOUS);
        groups.addValueChangeListener(change -> {
            if (!groups.isInvalid()) {
                edit.accept(before -> before.inGroupsOf(change.getValue()));
            }
        });
    }

    /** When the figures of an anonymous survey appear. */
    private void addCounting(SurveyContent content, Consumer<UnaryOperator<SurveyContent>> edit) {
        counting.setLabel(getTranslation("surveys.design.counting"));
        counting.setItems(Counting.values());
        counting.setRenderer(new ComponentRenderer<>(one -> Kit.div(
                "survey-choice",
                new Span(Labels.of(this, one)),
                Kit.dim(getTranslation("surveys.design.counting." + one)))));
        counting.setValue(content.counting());
        counting.setVisible(content.confidentiality() == Confidentiality.ANONYMOUS);
        counting.addValueChangeListener(change -> edit.accept(before -> before.with(change.getValue())));
    }

    private RadioButtonGroup<Paging> paging(SurveyContent content, Consumer<UnaryOperator<SurveyContent>> edit) {
        var paging = new RadioButtonGroup<Paging>();
        paging.setLabel(getTranslation("surveys.design.paging"));
        paging.setItems(Paging.values());
        paging.setItemLabelGenerator(one -> Labels.of(this, one));
        paging.setValue(content.paging());
        paging.addValueChangeListener(change -> edit.accept(before -> before.with(change.getValue())));
        return paging;
    }
}
