package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.ResponseImport.LineError;
import io.throughline.survey.ResponseImport.Report;
import io.throughline.survey.intake.ImportProgress;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskExecutor;

/** Checks a file, says what is wrong line by line, and imports it: both with progress, and to be stopped. */
class ImportRunPart extends Composite<Div> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final transient Function<ImportProgress, Report> check;
    private final transient Function<ImportProgress, Report> store;
    private final transient TaskExecutor executor;
    private final transient Texts texts;
    private final Div shown = Kit.stack();
    private final Span said = new Span();
    private transient @Nullable ImportJob job;
    private boolean storing;

    /** @param check reads and stores nothing, @param store imports */
    ImportRunPart(
            Function<ImportProgress, Report> check,
            Function<ImportProgress, Report> store,
            TaskExecutor executor,
            Texts texts) {
        this.check = check;
        this.store = store;
        this.executor = executor;
        this.texts = texts;
        said.getElement().setAttribute("role", "status");
        getContent().add(Kit.card(getTranslation("surveys.import.run"), said, shown));
        offerCheck();
    }

    /** Something else is meant by now: what was found no longer holds. */
    void changed() {
        stop();
        offerCheck();
    }

    void stop() {
        if (job != null) {
            job.stop();
            job = null;
        }
    }

    private void offerCheck() {
        said.setText(getTranslation("surveys.import.check.text"));
        shown.removeAll();
        shown.add(Kit.row(primary("surveys.import.check", () -> start(false))));
    }

    private Button primary(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void start(boolean stores) {
        storing = stores;
        job = ImportJob.start(executor, stores ? store : check);
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("surveys.import.run"));
        shown.removeAll();
        shown.add(
                bar,
                Kit.row(new Button(getTranslation("action.cancel"), click -> {
                    if (job != null) {
                        job.stop();
                    }
                })),
                new LookAgain(this::look).every(PAUSE));
        look();
    }

    /** How far it is by now. */
    void look() {
        var now = job;
        if (now == null) {
            return;
        }
        if (!now.isOver()) {
            said.setText(getTranslation(
                    storing ? "surveys.import.storing" : "surveys.import.checking", number(now.lines())));
            return;
        }
        job = null;
        shown.removeAll();
        var refusal = now.refusal();
        var report = now.report();
        if (refusal != null) {
            said.setText("");
            shown.add(new Badge(Tone.BAD, "✕", texts.of(refusal, getLocale())));
            again();
        } else if (report == null) {
            said.setText("");
            shown.add(new Badge(Tone.BAD, "✕", getTranslation("surveys.import.failed")));
            again();
        } else if (report.wrong() > 0) {
            said.setText(getTranslation("surveys.import.wrong", report.wrong(), report.lines()));
            shown.add(errors(report));
            again();
        } else if (now.isStopped()) {
            stopped(report);
        } else {
            over(report);
        }
    }

    private void again() {
        shown.add(Kit.row(new Button(getTranslation("surveys.import.check"), click -> start(false))));
    }

    private void stopped(Report report) {
        said.setText(
                storing
                        ? getTranslation("surveys.import.stopped", number(report.fresh()))
                        : getTranslation("surveys.import.check.stopped"));
        shown.add(Kit.row(
                storing
                        ? primary("surveys.import.resume", () -> start(true))
                        : primary("surveys.import.check", () -> start(false))));
    }

    private void over(Report report) {
        if (storing) {
            said.setText("✓ " + getTranslation("surveys.import.done", report.fresh(), report.known()));
            return;
        }
        said.setText(getTranslation("surveys.import.would", report.fresh(), report.known()));
        if (report.fresh() > 0) {
            shown.add(
                    new Paragraph(getTranslation("surveys.import.go.text")),
                    Kit.row(primary("surveys.import.go", () -> start(true))));
        }
    }

    private DataTable<LineError> errors(Report report) {
        return new DataTable<LineError>(
                        getTranslation("surveys.import.errors", report.errors().size(), report.wrong()))
                .numbers(getTranslation("surveys.publish.file.line"), error -> String.valueOf(error.line()))
                .column(getTranslation("surveys.import.error"), error -> texts.of(error.error(), getLocale()))
                .rows(report.errors());
    }

    private String number(int count) {
        return NumberFormat.getIntegerInstance(getLocale()).format(count);
    }
}
