package io.throughline.bench;

import io.throughline.storm.Storm;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers save and submit while the portal and its database are killed with signal 9, over and over: what they were
 * told against what is stored.
 */
final class KillBench implements Bench.Group {

    private static final int RUNS = 100;
    private static final int ACKNOWLEDGED_PER_RUN = 150;

    /** Every other kill is the portal's. */
    private static final int PORTAL_EVERY = 2;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public List<String> figures() {
        return List.of("kill.runs", "kill.acknowledged", "kill.lost", "kill.duplicated");
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public void run(Report report) throws Exception {
        long seed = System.nanoTime();
        Report.note("seed %d", seed);
        var options = new ArrayList<>(Portal.JVM);
        // Killed long before slower compiling pays.
        options.add("-XX:TieredStopAtLevel=1");
        var storm = new Storm(Bench.WORK.resolve("kill"), options, ACKNOWLEDGED_PER_RUN, seed);
        var outcome = storm.rage(Integer.getInteger("kill.runs", RUNS), PORTAL_EVERY);
        outcome.faults().forEach(fault -> Report.note("%s", fault));
        report.figure("kill.runs", outcome.kills(), "kills");
        report.figure("kill.acknowledged", outcome.acknowledged(), "calls");
        report.figure("kill.lost", outcome.lost(), "calls");
        report.figure("kill.duplicated", outcome.duplicated(), "calls");
    }
}
