package io.throughline.shared;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.throughline.shared.ui.LongWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class LongWorkTest {

    private final CountDownLatch said = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<String> told = new ArrayList<>();
    private LongWork work;

    @BeforeEach
    void aPage() {
        MockVaadin.setup();
        work = new LongWork();
        UI.getCurrent().add(work);
    }

    @AfterEach
    void leave() {
        goOn.countDown();
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatCameOfItIsTold() {
        goOn.countDown();
        start(() -> "done");
        over();
        assertThat(told).containsExactly("done");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void itComputesWhereNoRequestWaitsForIt() {
        start(() -> Thread.currentThread().isVirtual() ? "among the requests" : "apart");
        goOn.countDown();
        over();
        assertThat(told).containsExactly("apart");
    }

    @Test
    void whyItFailedIsThrownWhereItIsAskedFor() {
        goOn.countDown();
        var failure = new AtomicReference<Supplier<String>>();
        work.start(
                "working",
                progress -> {
                    throw new IllegalStateException("no");
                },
                failure::set,
                () -> told.add("stopped"));
        over();
        assertThatThrownBy(() -> failure.get().get()).hasMessage("no");
        assertThat(told).isEmpty();
    }

    @Test
    void anErrorIsToldLikeAFailureAndThePageAsksNoMore() {
        goOn.countDown();
        var failure = new AtomicReference<Supplier<String>>();
        work.start(
                "working",
                progress -> {
                    throw new StackOverflowError("too deep");
                },
                failure::set,
                () -> told.add("stopped"));
        over();
        assertThatThrownBy(() -> failure.get().get())
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .isInstanceOf(StackOverflowError.class);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void itShowsHowFarItIsAndAsksAgainMeanwhile() throws InterruptedException {
        start(() -> "done");
        said.await();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(_get(ProgressBar.class).getValue()).isEqualTo(0.25);
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
    }

    @Test
    void itIsStoppedAndNothingElseIsTold() throws InterruptedException {
        start(() -> "done");
        said.await();
        _click(_get(Button.class));
        goOn.countDown();
        over();
        assertThat(told).containsExactly("stopped");
    }

    @Test
    void itStopsWhenItsPageIsLeft() throws InterruptedException {
        var wentOn = new AtomicBoolean();
        start(() -> {
            wentOn.set(true);
            return "done";
        });
        said.await();
        UI.getCurrent().removeAll();
        goOn.countDown();
        ended.await();
        MockVaadin.clientRoundtrip(true);
        assertThat(wentOn).isFalse();
        assertThat(told).isEmpty();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void itIsDoneAsWhoeverStartedIt() {
        goOn.countDown();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ann", ""));
        start(() -> SecurityContextHolder.getContext().getAuthentication().getName());
        over();
        assertThat(told).containsExactly("ann");
    }

    @Test
    void whatIsQuickIsThereWithItsPage() {
        UI.getCurrent().add(LongWork.inPlaceOf("working", progress -> "quick", Span::new));
        assertThat(_get(Span.class).getText()).isEqualTo("quick");
        assertThat(_find(ProgressBar.class)).isEmpty();
    }

    @Test
    void whatFailsAtOnceIsThrownToItsPage() {
        assertThatThrownBy(() -> LongWork.inPlaceOf(
                        "working",
                        progress -> {
                            throw new IllegalStateException("no");
                        },
                        value -> new Span()))
                .hasMessage("no");
    }

    @Test
    void whatTakesLongIsShownWhenItComesOrBegunAgainOnceStopped() {
        var place = LongWork.inPlaceOf(
                "working",
                progress -> {
                    awaitGo();
                    progress.at(1, 2);
                    return "slow";
                },
                Span::new);
        UI.getCurrent().add(place);
        assertThat(_find(ProgressBar.class)).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("!{action.cancel}!")));
        goOn.countDown();
        over();
        assertThat(place.getElement().getTextRecursively()).contains("work.stopped");

        _click(_get(Button.class, spec -> spec.withText("!{work.again}!")));
        assertThat(place.getElement().getTextRecursively()).isEqualTo("slow");
    }

    /** A quarter done, then as long as the test wants, then the rest. */
    private void start(Supplier<String> rest) {
        work.start(
                "working",
                progress -> {
                    try {
                        progress.at(1, 4);
                        said.countDown();
                        awaitGo();
                        progress.at(2, 4);
                        return rest.get();
                    } finally {
                        ended.countDown();
                    }
                },
                result -> told.add(result.get()),
                () -> told.add("stopped"));
    }

    private void awaitGo() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void over() {
        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip(true);
            return _find(ProgressBar.class).isEmpty();
        });
    }
}
