package io.throughline.house;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.support.EveryPage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.test.context.TestContextManager;

/**
 * The walk of {@link EveryViewBrowserTest} without its economy: every view, for each role that may open it, in both
 * languages, both themes, on a desktop and on a phone.
 */
public final class EveryViewMatrix extends EveryViewBrowserTest implements EveryPage {

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<Integer> WIDTHS = List.of(1440, 390);

    /** On a portal with the demo that is started for it. */
    @Override
    public Outcome look(Consumer<String> progress) throws Exception {
        new TestContextManager(EveryViewMatrix.class).prepareTestInstance(this);
        return everything(progress);
    }

    private Outcome everything(Consumer<String> progress) throws IOException {
        int pages = 0;
        for (var language : LANGUAGES) {
            jdbc.sql("update account set language = ?").param(language).update();
            for (var role : ROLES) {
                var page = role.equals(ANYBODY)
                        ? open(Device.DESKTOP, ColorScheme.LIGHT, language)
                        : signInAnew(ACCOUNTS.get(role), Device.DESKTOP, ColorScheme.LIGHT);
                page.onPageError(error -> faults.add(role + " " + page.url() + ": " + error));
                for (var visit : visits().entrySet()) {
                    if (visit.getValue().contains(role)) {
                        pages += look(role + " " + language + " /" + visit.getKey(), page, visit.getKey());
                    }
                }
                progress.accept(role + " " + language + ": " + pages + " pages, " + faults.size() + " faults so far");
                page.context().close();
            }
        }
        return new Outcome(pages, List.copyOf(faults));
    }

    private int look(String where, Page page, String address) {
        int pages = 0;
        walk(page, address);
        for (var width : WIDTHS) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                show(page, width, theme);
                var at = where + " " + theme + " " + width;
                scan(at, page);
                fits(at, page);
                pages++;
            }
        }
        return pages;
    }
}
