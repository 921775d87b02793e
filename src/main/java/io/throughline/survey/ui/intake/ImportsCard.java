package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LostFocus;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.LineError;
import io.throughline.survey.intake.ImportId;
import io.throughline.survey.intake.ImportInfo;
import io.throughline.survey.intake.ImportJobs.Shown;
import io.throughline.survey.intake.ImportState;
import io.throughline.survey.ui.LookAgain;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files brought in so far: how far one is that is under way, and what became of the others. */
class ImportsCard extends Composite<Div> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final transient Supplier<List<Shown>> imports;
    private final transient Acts acts;
    private final transient Texts texts;
    private final ZoneId zone;
    private final Div underWay = new Div();
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final UnorderedList ended = new UnorderedList();
    private final Section finished = Kit.card(getTranslation("surveys.imports.ended"), ended);
    private transient List<Shown> shown = List.of();
    private @Nullable ImportId watched;

    /**
     * What can be done here.
     *
     * @param stop one that runs
     * @param noted whoever brought it in has seen what became of it
     * @param runs hears whether one runs
     */
    record Acts(Consumer<ImportId> stop, Consumer<ImportId> noted, Consumer<Boolean> runs) {}

    ImportsCard(Supplier<List<Shown>> imports, Acts acts, ZoneId zone, Texts texts) {
        this.imports = imports;
        this.acts = acts;
        this.zone = zone;
        this.texts = texts;
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("surveys.imports.running"));
        ended.addClassName("tl-list");
        finished.setVisible(false);
        underWay.setVisible(false);
        getContent().addClassName("tl-stack");
        getContent().add(underWay, finished);
        look();
    }

    /** How things stand by now. */
    final void look() {
        var now = imports.get();
        if (now.equals(shown) && !now.isEmpty()) {
            return;
        }
        var before = shown;
        shown = List.copyOf(now);
        var running = now.stream().filter(ImportsCard::runs).findFirst();
        acts.runs().accept(running.isPresent());
        running.ifPresentOrElse(this::goesOn, this::nothingRuns);
        if (!over(now).equals(over(before))) {
            ended.removeAll();
            over(now).forEach(one -> ended.add(ended(one)));
            if (running.isEmpty() && !before.isEmpty()) {
                LostFocus.toPart(ended);
            }
        }
        finished.setVisible(ended.getComponentCount() > 0);
    }

    /** Somebody started one here. */
    void takeFocus() {
        LostFocus.toPart(underWay.isVisible() ? underWay : ended);
    }

    private static boolean runs(Shown one) {
        return one.info().state() == ImportState.RUNNING;
    }

    private static List<Shown> over(List<Shown> all) {
        return all.stream().filter(one -> !runs(one)).toList();
    }

    /** What can be pressed stays where it is while only the figures move. */
    private void goesOn(Shown one) {
        if (!one.info().id().equals(watched)) {
            watched = one.info().id();
            underWay.removeAll();
            underWay.add(running(one));
            underWay.setVisible(true);
        }
        tell(one.info());
    }

    private void nothingRuns() {
        watched = null;
        underWay.removeAll();
        underWay.setVisible(false);
    }

    private void tell(ImportInfo info) {
        var lines = info.lines();
        bar.setIndeterminate(lines == null);
        if (lines == null) {
            said.setText(getTranslation("surveys.import.checking", number(info.read())));
        } else {
            bar.setMax(Math.max(1, lines));
            bar.setValue(Math.min(info.read(), lines));
            said.setText(getTranslation("surveys.import.storing", number(info.read()), number(lines)));
        }
    }

    private Component running(Shown one) {
        var info = one.info();
        var running = Kit.div(
                "import-running",
                said,
                bar,
                Kit.row(
                        new Button(getTranslation("surveys.imports.stop"), click -> {
                            acts.stop().accept(info.id());
                            look();
                        }),
                        Kit.dim(getTranslation("surveys.imports.leave"))),
                new LookAgain(this::look).every(PAUSE));
        return Kit.card(getTranslation("surveys.imports.running.of", info.fileName(), one.by()), running);
    }

    private ListItem ended(Shown one) {
        var info = one.info();
        var at = info.endedAt();
        var head = Kit.row(badge(info), new Span(info.fileName()), Kit.dim(one.by()));
        if (at != null) {
            head.add(new Moment(at, zone));
        }
        var item = new ListItem(head, new Paragraph(outcome(info)));
        if (!info.errors().isEmpty()) {
            item.add(new Details(
                    getTranslation("surveys.import.errors", LineError.lines(info.errors()), info.wrong()),
                    new ImportErrors(info.errors(), info.wrong(), texts)));
        }
        if (one.mine() && !info.noted()) {
            note(info, item);
        }
        return item;
    }

    /** What went as it should is noted by seeing it; what can still be gone on with waits until somebody lets it be. */
    private void note(ImportInfo info, ListItem item) {
        if (info.state().goesOn()) {
            item.add(Kit.row(new Button(getTranslation("surveys.imports.let-be"), click -> {
                acts.noted().accept(info.id());
                look();
            })));
        } else {
            acts.noted().accept(info.id());
        }
    }

    private Badge badge(ImportInfo info) {
        var text = Labels.of(this, info.state());
        return switch (info.state()) {
            case RUNNING -> new Badge(Tone.INFO, "…", text);
            case DONE -> new Badge(Tone.OK, "✓", text);
            case REFUSED, FAILED -> new Badge(Tone.BAD, "✕", text);
            case STOPPED, INTERRUPTED -> new Badge(Tone.WARN, "!", text);
        };
    }

    private String outcome(ImportInfo info) {
        return switch (info.state()) {
            case RUNNING -> "";
            case DONE -> getTranslation("surveys.import.done", info.stored(), info.known());
            case REFUSED -> getTranslation("surveys.imports.refused");
            case STOPPED, INTERRUPTED, FAILED -> getTranslation("surveys.imports.rest", info.stored());
        };
    }

    private String number(int count) {
        return NumberFormat.getIntegerInstance(getLocale()).format(count);
    }
}
