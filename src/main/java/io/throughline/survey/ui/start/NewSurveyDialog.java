package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.SurveyTemplates.Kept;
import io.throughline.survey.template.BuiltIn;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.preview.ContentPreview;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a new survey starts from, with a preview of it, and its title. */
class NewSurveyDialog extends Dialog {

    private static final int LONGEST = 2_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final transient Surveys surveys;
    private final transient SurveyTemplates templates;
    private final TextField title = new TextField();
    private final RadioButtonGroup<Start> starts = new RadioButtonGroup<>();
    private final Div shown = Kit.stack();

    /** Where a survey can start. */
    private sealed interface Start {

        record Empty() implements Start {}

        record Ready(BuiltIn template) implements Start {}

        record Own(Kept template) implements Start {}
    }

    NewSurveyDialog(Surveys surveys, SurveyTemplates templates) {
        super();
        this.surveys = surveys;
        this.templates = templates;
        setHeaderTitle(getTranslation("surveys.create"));
        setWidth("min(1080px, 96vw)");
        title.setLabel(getTranslation("surveys.design.title"));
        title.setWidthFull();
        title.setMaxLength(LONGEST);
        starts.setLabel(getTranslation("surveys.template.start"));
        starts.addThemeName("vertical");
        starts.setRenderer(new ComponentRenderer<>(this::choice));
        starts.addValueChangeListener(change -> {
            // Nothing is chosen for a moment, while others are offered.
            if (change.getValue() != null) {
                show(change.getValue());
            }
        });
        shown.addClassName("survey-template-shown");
        shown.getElement().setAttribute("aria-live", "polite");
        offer(new Start.Empty());
        var go = new Button(getTranslation("surveys.create.go"), click -> create());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        add(title, Kit.div("survey-templates", starts, shown));
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                title.focus();
            }
        });
    }

    private void offer(Start chosen) {
        var all = new ArrayList<Start>();
        all.add(new Start.Empty());
        Stream.of(BuiltIn.values()).map(Start.Ready::new).forEach(all::add);
        templates.kept().stream().map(Start.Own::new).forEach(all::add);
        starts.setItems(all);
        starts.setValue(chosen);
    }

    private Component choice(Start start) {
        var name = new Span(name(start));
        return start instanceof Start.Own own
                ? Kit.div(
                        "survey-template",
                        name,
                        Kit.dim(getTranslation(
                                "surveys.template.by", own.template().owner())))
                : Kit.div("survey-template", name);
    }

    private String name(Start start) {
        return switch (start) {
            case Start.Empty _ -> getTranslation("surveys.template.empty");
            case Start.Ready ready -> getTranslation(ready.template().key() + ".name");
            case Start.Own own -> own.template().name();
        };
    }

    private void show(Start start) {
        shown.removeAll();
        title.setInvalid(false);
        title.setRequiredIndicatorVisible(start instanceof Start.Empty);
        title.setPlaceholder("");
        switch (start) {
            case Start.Empty _ -> shown.add(new Paragraph(getTranslation("surveys.template.empty.text")));
            case Start.Ready ready -> {
                shown.add(new Paragraph(getTranslation(ready.template().key() + ".when")));
                preview(templates.content(ready.template()));
            }
            case Start.Own own -> {
                shown.add(new Paragraph(own.template().about()));
                if (own.template().mine()) {
                    shown.add(Kit.row(edit(own.template()), rename(own.template()), delete(own.template())));
                }
                preview(templates.content(own.template().id()));
            }
        }
    }

    private void preview(SurveyContent content) {
        title.setPlaceholder(content.title().in(getLocale()));
        shown.add(
                Kit.dim(getTranslation(
                        "surveys.template.asks", content.questions().size(), content.minutes())),
                new H2(content.title().in(getLocale())),
                new Paragraph(content.why().in(getLocale())),
                new ContentPreview(content, NOBODY));
    }

    private Component edit(Kept template) {
        return new Button(getTranslation("surveys.template.edit"), click -> {
            close();
            UI.getCurrent().navigate(SurveyNavigation.templateHref(template.id().value()));
        });
    }

    private Component rename(Kept template) {
        return new Button(
                getTranslation("surveys.template.rename"),
                click -> TemplateDialog.rename(template, (name, about) -> {
                            templates.describe(template.id(), template.version(), name, about);
                            again(template);
                        })
                        .open());
    }

    /** With the changed one still chosen. */
    private void again(Kept template) {
        offer(templates.kept().stream()
                .filter(one -> one.id().equals(template.id()))
                .<Start>map(Start.Own::new)
                .findFirst()
                .orElse(new Start.Empty()));
    }

    private Component delete(Kept template) {
        return new Button(getTranslation("surveys.template.delete"), click -> {
            var sure = new Dialog(getTranslation("surveys.template.delete.sure", template.name()));
            var go = new Button(getTranslation("surveys.template.delete.go"), confirmed -> {
                templates.delete(template.id(), template.version());
                sure.close();
                Notices.done(getTranslation("surveys.template.deleted"));
                offer(new Start.Empty());
            });
            go.addThemeVariants(ButtonVariant.PRIMARY);
            sure.setWidth("min(480px, 92vw)");
            sure.add(new Paragraph(getTranslation("surveys.template.delete.text")));
            sure.getFooter().add(new Button(getTranslation("action.cancel"), cancelled -> sure.close()), go);
            sure.open();
        });
    }

    private void create() {
        var start = starts.getValue();
        if (start instanceof Start.Empty && TypedText.showsNothing(title.getValue())) {
            Missing.say(title);
            return;
        }
        var id = created(start, text(title.getValue().strip(), getLocale()));
        close();
        SurveyNavigation.navigateToDesign(id);
    }

    private SurveyId created(Start start, LocalizedText named) {
        return switch (start) {
            case Start.Empty _ -> surveys.create(named);
            case Start.Ready ready -> templates.start(ready.template(), named);
            case Start.Own own -> templates.start(own.template().id(), named);
        };
    }

    private static LocalizedText text(String words, Locale locale) {
        return words.isEmpty() ? new LocalizedText(Map.of()) : LocalizedText.of(locale, words);
    }
}
