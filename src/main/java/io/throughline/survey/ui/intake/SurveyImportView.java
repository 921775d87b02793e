package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.CsvUpload;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.intake.ImportJobs;
import io.throughline.survey.intake.ImportMapping;
import io.throughline.survey.intake.ResponseIntake;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;

/**
 * Answers given elsewhere are brought in from a file: what its columns mean, what is wrong with it, and then for good, which
 * goes on when the page is left.
 */
@Route("surveys/:survey/import")
@RolesAllowed("PROJECT_MANAGER")
class SurveyImportView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient ResponseIntake intake;
    private final transient ImportJobs jobs;
    private final transient CurrentViewer viewer;
    private final transient TaskExecutor executor;
    private final transient Texts texts;
    private final Div steps = Kit.stack();
    private final Div upload = new Div();
    private SurveyId id = SurveyId.next();
    private transient @Nullable Path file;
    private @Nullable ImportRunPart run;
    private @Nullable ImportsCard imports;

    SurveyImportView(
            Surveys surveys,
            ResponseIntake intake,
            ImportJobs jobs,
            CurrentViewer viewer,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            Texts texts) {
        this.surveys = surveys;
        this.intake = intake;
        this.jobs = jobs;
        this.viewer = viewer;
        this.executor = executor;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getPageTitle())
                        .above(Kit.link(
                                SurveyNavigation.surveyHref(id),
                                detail.key() + " " + detail.content().title().in(getLocale()))));
        if (detail.published() == null || !detail.editor()) {
            getContent()
                    .add(Kit.empty(getTranslation("surveys.import.not"), getTranslation("surveys.import.not.text")));
            return;
        }
        steps.removeAll();
        steps.addClassName("import-steps");
        upload.removeAll();
        upload.add(Kit.card(
                getTranslation("surveys.import.file"),
                new Paragraph(getTranslation("surveys.import.file.text")),
                // Until then the steps are still about the file before.
                CsvUpload.large(ResponseIntake.LARGEST, this::take)
                        .whileArriving(arriving -> steps.setEnabled(!arriving))));
        var shown = new ImportsCard(
                () -> jobs.of(id),
                new ImportsCard.Acts(jobs::stop, jobs::noted, runs -> upload.setVisible(!runs)),
                viewer.get().zone(),
                texts);
        imports = shown;
        getContent().add(upload, steps, shown);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.import");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    /** A file has arrived; the one before is forgotten. */
    void take(Path arrived, String name) {
        leave();
        file = arrived;
        steps.removeAll();
        try {
            var proposal = intake.propose(id, arrived, getTranslation("surveys.import.name.default"));
            var form = new ImportMappingForm(proposal, () -> {
                if (run != null) {
                    run.changed();
                }
            });
            run = new ImportRunPart(
                    progress -> intake.check(id, form.mapping(), arrived, progress),
                    () -> start(form.mapping(), arrived, name),
                    proposal.goesOn(),
                    executor,
                    texts);
            steps.add(form, run);
        } catch (DomainException refusal) {
            steps.add(new Badge(Tone.BAD, "✕", texts.of(refusal, getLocale())));
        }
    }

    /** From here on it needs nobody who looks. */
    private void start(ImportMapping mapping, Path arrived, String name) {
        jobs.start(id, mapping, arrived, name);
        file = null;
        UI.getCurrent().refreshCurrentRoute(false);
        if (imports != null) {
            imports.takeFocus();
        }
    }

    /** A check that runs is stopped, and a file that nobody brought in is gone. */
    private void leave() {
        if (run != null) {
            run.stop();
            run = null;
        }
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file = null;
        }
    }
}
