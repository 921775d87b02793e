package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LostFocus;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.ImportReport;
import io.throughline.survey.intake.ImportProgress;
import io.throughline.survey.ui.LookAgain;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskExecutor;

/** Checks a file, with progress and to be stopped, says what is wrong line by line, and has it brought in. */
class ImportRunPart extends Composite<Div> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final transient Function<ImportProgress, ImportReport> check;
    private final transient Runnable store;
    private final transient TaskExecutor executor;
    private final transient Texts texts;
    private final Div shown = Kit.stack();
    private final Span said = new Span();
    private transient @Nullable ImportJob job;

    /**
     * @param check reads and stores nothing
     * @param store has it brought in
     * @param goesOn whether it is known to be right, from when it was brought in before
     */
    ImportRunPart(
            Function<ImportProgress, ImportReport> check,
            Runnable store,
            boolean goesOn,
            TaskExecutor executor,
            Texts texts) {
        this.check = check;
        this.store = store;
        this.executor = executor;
        this.texts = texts;
        said.getElement().setAttribute("role", "status");
        getContent().add(Kit.card(getTranslation("surveys.import.run"), said, shown));
        if (goesOn) {
            said.setText(getTranslation("surveys.import.resume.text"));
            shown.add(Kit.row(primary("surveys.import.resume", store)));
        } else {
            offerCheck();
        }
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
        shown.add(Kit.row(primary("surveys.import.check", this::start)));
    }

    private Button primary(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void start() {
        job = ImportJob.start(executor, check);
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("surveys.import.run"));
        var cancel = new Button(getTranslation("action.cancel"), click -> {
            if (job != null) {
                job.stop();
            }
        });
        shown.removeAll();
        shown.add(bar, Kit.row(cancel), new LookAgain(this::look).every(PAUSE));
        LostFocus.to(cancel);
        look();
    }

    /** How far it is by now. */
    void look() {
        var now = job;
        if (now == null) {
            return;
        }
        if (!now.isOver()) {
            said.setText(getTranslation("surveys.import.checking", number(now.lines())));
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
            shown.add(new ImportErrors(report.errors(), report.wrong(), texts));
            again();
        } else if (now.isStopped()) {
            said.setText(getTranslation("surveys.import.check.stopped"));
            again();
        } else {
            over(report);
        }
    }

    private void again() {
        var check = new Button(getTranslation("surveys.import.check"), click -> start());
        shown.add(Kit.row(check));
        LostFocus.to(check);
    }

    private void over(ImportReport report) {
        said.setText(
                report.fresh() + report.known() == 0
                        ? getTranslation("surveys.import.no-lines")
                        : getTranslation("surveys.import.would", report.fresh(), report.known()));
        if (report.fresh() > 0) {
            var go = primary("surveys.import.go", store);
            shown.add(new Paragraph(getTranslation("surveys.import.go.text")), Kit.row(go));
            LostFocus.to(go);
        } else {
            LostFocus.toPart(said);
        }
    }

    private String number(int count) {
        return NumberFormat.getIntegerInstance(getLocale()).format(count);
    }
}
