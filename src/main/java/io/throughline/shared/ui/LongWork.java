package io.throughline.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.throughline.shared.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Work that may take over a second: done beside the session, as whoever started it, while this shows how far it is and
 * offers to stop it. Takes no room while nothing is under way, and none on work that is over at once. It stops by itself
 * when its page is left.
 */
public class LongWork extends Composite<Div> {

    private static final int LOOK_MS = 250;
    private static final String POLLS = LongWork.class.getName();

    /** One piece of work, as both sides know it. */
    private static final class Job implements Progress {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile double share;

        @Override
        public void at(int done, int all) {
            share = all <= 0 ? 0 : Math.min(1, (double) done / all);
            if (stopped.get()) {
                throw new CancellationException();
            }
        }
    }

    private record Outcome<T>(Supplier<T> value, boolean stopped) {}

    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private Registration polling = () -> {};
    private transient @Nullable Job job;

    public LongWork() {
        said.getElement().setAttribute("role", "status");
        stop.setText(getTranslation("action.cancel"));
        stop.addClickListener(click -> stop());
        getContent().addClassName("tl-work");
        getContent().add(said, bar, stop);
        getContent().setVisible(false);
    }

    /**
     * Starts; does nothing while something is under way.
     *
     * @param what is done, as shown
     * @param work runs without the session's lock, and must not touch components
     * @param over gets what came of it, under the session's lock: the value, or the exception that ended it
     * @param stopped what to do instead where it was stopped in time
     */
    public <T> void start(String what, Function<Progress, T> work, Consumer<Supplier<T>> over, Runnable stopped) {
        if (job != null) {
            return;
        }
        var ui = UI.getCurrent();
        var started = new Job();
        job = started;
        said.setText(what);
        bar.getElement().setAttribute("aria-label", what);
        bar.setIndeterminate(true);
        stop.setEnabled(true);
        getContent().setVisible(true);
        polls(ui, 1);
        polling = ui.addPollListener(poll -> look(started));
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(() -> {
            var result = outcome(work, started);
            ui.accessLater(() -> over(started, result, over, stopped), () -> {}).run();
        }));
    }

    /** Asks it to stop; what was already done by then is done, and told as such. */
    public void stop() {
        var running = job;
        if (running != null) {
            running.stopped.set(true);
            stop.setEnabled(false);
            said.setText(getTranslation("work.stopping"));
        }
    }

    private static <T> Outcome<T> outcome(Function<Progress, T> work, Progress progress) {
        try {
            var value = work.apply(progress);
            return new Outcome<>(() -> value, false);
        } catch (CancellationException e) {
            return new Outcome<>(
                    () -> {
                        throw e;
                    },
                    true);
        } catch (RuntimeException e) {
            return new Outcome<>(
                    () -> {
                        throw e;
                    },
                    false);
        }
    }

    private void look(Job running) {
        bar.setIndeterminate(running.share == 0);
        bar.setValue(running.share);
    }

    private <T> void over(Job ended, Outcome<T> outcome, Consumer<Supplier<T>> over, Runnable stopped) {
        if (job != ended) {
            return;
        }
        rest(UI.getCurrent());
        if (outcome.stopped()) {
            stopped.run();
        } else {
            over.accept(outcome.value());
        }
    }

    private void rest(UI ui) {
        if (job != null) {
            job = null;
            polling.remove();
            polls(ui, -1);
            getContent().setVisible(false);
        }
    }

    /** Several may be under way on one page: it asks as long as any is. */
    private static void polls(UI ui, int more) {
        var known = (Integer) ComponentUtil.getData(ui, POLLS);
        int running = (known == null ? 0 : known) + more;
        ComponentUtil.setData(ui, POLLS, running);
        ui.setPollInterval(running > 0 ? LOOK_MS : -1);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        rest(event.getUI());
    }
}
