package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LimitedUpload;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.UploadWords;
import io.throughline.survey.foreign.Foreign;
import io.throughline.survey.foreign.Leftover;
import io.throughline.survey.start.ForeignSurveys;
import io.throughline.survey.ui.SurveyNavigation;
import java.util.List;

/** Brings in a survey written for another tool: first it is said what can't be carried over, then a draft is made. */
class ForeignSurvey extends Composite<Button> {

    private static final int MOST_SHOWN = 200;
    private static final int MEGABYTES = Foreign.LARGEST / 1_000_000;

    private final transient ForeignSurveys surveys;
    private final transient Texts texts;
    private final Div found = Kit.stack();

    ForeignSurvey(ForeignSurveys surveys, Texts texts) {
        this.surveys = surveys;
        this.texts = texts;
        found.getElement().setAttribute("aria-live", "polite");
        getContent().setText(getTranslation("surveys.foreign"));
        getContent().addClickListener(click -> open());
    }

    private void open() {
        found.removeAll();
        var dialog = new Dialog(getTranslation("surveys.foreign.title"));
        dialog.setWidth("min(760px, 94vw)");
        dialog.add(Kit.stack(new Paragraph(getTranslation("surveys.foreign.text", MEGABYTES)), upload(dialog), found));
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()));
        dialog.open();
    }

    private Component upload(Dialog dialog) {
        var upload = new Upload(new LimitedUpload(Foreign.LARGEST, bytes -> show(bytes, dialog)));
        upload.setAcceptedFileTypes(".lss", ".json", ".xml");
        upload.setMaxFileSize(Foreign.LARGEST);
        UploadWords.write(
                upload, getTranslation("surveys.foreign.large", MEGABYTES), getTranslation("surveys.foreign.other"));
        return upload;
    }

    /** What the file holds; nothing is stored yet. */
    void show(byte[] file, Dialog dialog) {
        found.removeAll();
        try {
            var foreign = surveys.read(file);
            found.add(
                    new H2(foreign.content().title().in(getLocale())),
                    new Paragraph(getTranslation(
                            "surveys.foreign.found",
                            foreign.content().questions().size(),
                            foreign.content().sections().size(),
                            foreign.content().languages().size(),
                            foreign.leftovers().size())));
            if (!foreign.leftovers().isEmpty()) {
                found.add(table(foreign.leftovers()));
            }
            var go = new Button(getTranslation("surveys.foreign.go"), click -> {
                var id = surveys.create(foreign);
                dialog.close();
                SurveyNavigation.navigateToDesign(id);
            });
            go.addThemeVariants(ButtonVariant.PRIMARY);
            found.add(Kit.row(go));
        } catch (DomainException refusal) {
            found.add(new Badge(Tone.BAD, "✕", texts.of(refusal, getLocale())));
        }
    }

    private Component table(List<Leftover> leftovers) {
        var shown = leftovers.stream().limit(MOST_SHOWN).toList();
        return new DataTable<Leftover>(getTranslation("surveys.foreign.leftovers", shown.size(), leftovers.size()))
                .column(
                        getTranslation("surveys.foreign.where"),
                        one -> one.path().isEmpty() ? getTranslation("surveys.foreign.whole") : one.path())
                .column(getTranslation("surveys.foreign.what"), one -> Labels.of(this, one.what()))
                .column(getTranslation("surveys.foreign.detail"), Leftover::detail)
                .rows(shown);
    }
}
