package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.CsvUpload;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.intake.ResponseIntake;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;

/** Answers given elsewhere are brought in from a file: what its columns mean, what is wrong with it, and then for good. */
@Route("surveys/:survey/import")
@RolesAllowed("PROJECT_MANAGER")
class SurveyImportView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient ResponseIntake intake;
    private final transient TaskExecutor executor;
    private final transient Texts texts;
    private final Div steps = Kit.stack();
    private SurveyId id = SurveyId.next();
    private transient @Nullable Path file;
    private @Nullable ImportRunPart run;

    SurveyImportView(
            Surveys surveys,
            ResponseIntake intake,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            Texts texts) {
        this.surveys = surveys;
        this.intake = intake;
        this.executor = executor;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
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
        getContent()
                .add(
                        Kit.card(
                                getTranslation("surveys.import.file"),
                                new Paragraph(getTranslation("surveys.import.file.text")),
                                CsvUpload.large(ResponseIntake.LARGEST, this::take)),
                        steps);
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
    void take(Path arrived) {
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
                    progress -> intake.store(id, form.mapping(), arrived, progress),
                    executor,
                    texts);
            steps.add(form, run);
        } catch (DomainException refusal) {
            steps.add(new Badge(Tone.BAD, "✕", texts.of(refusal, getLocale())));
        }
    }

    /** What runs is stopped: what it stored stays, and the same file goes on from there. */
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
