package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.throughline.shared.ui.Kit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Something that may take a while and goes on beside the session: shown at once where it is quick, else there is how far it
 * is and a way to stop it. It stops by itself when nobody looks any more.
 *
 * @param <T> what comes of it
 */
class LookingThrough<T> extends Composite<Div> {

    private static final long AT_ONCE_MS = 700;
    private static final int LOOK_MS = 500;

    private final transient Function<T, Component> shown;
    private final transient CompletableFuture<T> work = new CompletableFuture<>();
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicInteger seen = new AtomicInteger();
    private final Span far = new Span();

    /**
     * @param work tells again and again how much more it looked through, and is told whether to go on
     * @param stopped what to do once it was stopped
     */
    LookingThrough(Function<IntPredicate, T> work, Function<T, Component> shown, Runnable stopped) {
        this.shown = shown;
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(() -> {
            try {
                this.work.complete(work.apply(more -> {
                    seen.addAndGet(more);
                    return wanted.get();
                }));
            } catch (RuntimeException e) {
                this.work.completeExceptionally(e);
            }
        }));
        if (!look(AT_ONCE_MS)) {
            wait(stopped);
        }
    }

    private void wait(Runnable stopped) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("surveys.filter.looking"));
        far.getElement().setAttribute("role", "status");
        far.setText(getTranslation("surveys.filter.looking"));
        var stop = new Button(getTranslation("action.cancel"), click -> {
            rest();
            stopped.run();
        });
        getContent().add(Kit.card(far, bar, stop));
        var ui = UI.getCurrent();
        ui.setPollInterval(LOOK_MS);
        var polling = ui.addPollListener(poll -> look(0));
        addDetachListener(detach -> polling.remove());
    }

    private boolean look(long patience) {
        if (!work.isDone() && patience == 0) {
            far.setText(getTranslation("surveys.filter.looking.far", seen.get()));
            return false;
        }
        var found = found(patience);
        if (found == null) {
            return false;
        }
        UI.getCurrent().setPollInterval(-1);
        getContent().removeAll();
        getContent().add(shown.apply(found));
        return true;
    }

    private @Nullable T found(long patience) {
        try {
            return work.get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private void rest() {
        wanted.set(false);
        UI.getCurrent().setPollInterval(-1);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        wanted.set(false);
        event.getUI().setPollInterval(-1);
    }
}
