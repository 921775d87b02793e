package io.throughline.bench;

import io.throughline.support.EveryPage;
import java.util.List;
import java.util.ServiceLoader;

/** Every page a person can open, against the rules of WCAG 2.2 A and AA that a machine can judge. */
final class A11yBench implements Bench.Group {

    @Override
    public String name() {
        return "a11y";
    }

    @Override
    public List<String> figures() {
        return List.of("a11y.pages", "a11y.violations");
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public void run(Report report) throws Exception {
        var pages = ServiceLoader.load(EveryPage.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("built without a browser's driver"));
        var outcome = pages.look(said -> Report.note("%s", said));
        outcome.faults().forEach(fault -> Report.note("%s", fault));
        report.figure("a11y.pages", outcome.pages(), "pages");
        report.figure("a11y.violations", outcome.faults().size(), "violations");
    }
}
