package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Work that may take over a second: done beside the session, as whoever started it, while this shows how far it is and
 * offers to stop it. Takes no room while nothing is under way, and none on work that is over at once. It stops by itself
 * when its page is left.
 */
public class LongWork extends Composite<Div> {

    private static final int LOOK_MS = 250;

    /** Nobody is shown progress for less. */
    private static final long AT_ONCE_MS = 700;

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);

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
     * @param over gets what came of it, under the session's lock: the value, or the exception that ended it (an error as the
     *     cause of one)
     * @param stopped what to do instead where it was stopped in time
     */
    public <T> void start(String what, Function<Progress, T> work, Consumer<Supplier<T>> over, Runnable stopped) {
        if (job == null) {
            var started = new Job();
            job = started;
            goOn(what, started, begun(work, started), over, stopped);
        }
    }

    /**
     * A place for what comes of work that mostly is quick: it is there with its page then, else there is how far the work is
     * until it comes. What ends the work while nobody was shown anything yet is thrown here.
     */
    public static <T> Component inPlaceOf(String what, Function<Progress, T> work, Function<T, Component> shown) {
        var place = new Div();
        show(place, what, work, shown);
        return place;
    }

    private static <T> void show(Div place, String what, Function<Progress, T> work, Function<T, Component> shown) {
        var bar = new LongWork();
        var started = new Job();
        var result = begun(work, started);
        if (isOver(result)) {
            place.removeAll();
            place.add(shown.apply(result.join().value().get()));
            return;
        }
        bar.job = started;
        place.removeAll();
        place.add(bar);
        bar.goOn(
                what,
                started,
                result,
                value -> {
                    place.removeAll();
                    place.add(shown.apply(value.get()));
                },
                () -> place.add(Kit.row(
                        Kit.dim(bar.getTranslation("work.stopped")),
                        new Button(bar.getTranslation("work.again"), click -> show(place, what, work, shown)))));
    }

    private static boolean isOver(CompletableFuture<?> result) {
        try {
            result.get(AT_ONCE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> CompletableFuture<Outcome<T>> begun(Function<Progress, T> work, Job job) {
        var result = new CompletableFuture<Outcome<T>>();
        // No virtual thread: those that compute this long give way to nobody, and two of them would hold up every
        // request.
        Thread.ofPlatform()
                .name("long-work")
                .daemon()
                .start(new DelegatingSecurityContextRunnable(() -> result.complete(outcome(work, job))));
        return result;
    }

    private <T> void goOn(
            String what,
            Job started,
            CompletableFuture<Outcome<T>> result,
            Consumer<Supplier<T>> over,
            Runnable stopped) {
        var ui = UI.getCurrent();
        said.setText(what);
        bar.getElement().setAttribute("aria-label", what);
        bar.setIndeterminate(true);
        stop.setEnabled(true);
        getContent().setVisible(true);
        polls(ui, 1);
        polling = ui.addPollListener(poll -> look(started));
        var _ = result.thenAccept(outcome -> ui.accessLater(() -> over(started, outcome, over, stopped), () -> {})
                .run());
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
        } catch (Throwable e) {
            // Nobody else hears of it in a thread of its own, and its page may be left by now.
            LOG.error("Work beside a session ended with an error", e);
            return new Outcome<>(
                    () -> {
                        throw new IllegalStateException(e);
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
