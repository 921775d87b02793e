package io.throughline.survey.ui.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.ImportReport;
import io.throughline.survey.intake.ImportProgress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** The reading of a file beside its page, which looks at how far it is and may stop it. */
final class ImportJob implements ImportProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private volatile int lines;
    private volatile boolean stopped;
    private volatile boolean over;
    private volatile @Nullable ImportReport report;
    private volatile @Nullable DomainException refusal;

    private ImportJob() {}

    /** As whoever is signed in now. */
    static ImportJob start(TaskExecutor executor, Function<ImportProgress, ImportReport> work) {
        var job = new ImportJob();
        executor.execute(new DelegatingSecurityContextRunnable(() -> job.run(work)));
        return job;
    }

    private void run(Function<ImportProgress, ImportReport> work) {
        try {
            report = work.apply(this);
        } catch (DomainException e) {
            refusal = e;
        } catch (RuntimeException e) {
            LOG.error("a file of answers was not read to its end", e);
        } finally {
            over = true;
        }
    }

    @Override
    public boolean at(int read) {
        lines = read;
        return !stopped;
    }

    void stop() {
        stopped = true;
    }

    int lines() {
        return lines;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isOver() {
        return over;
    }

    /** Null where it failed, or is not over. */
    @Nullable
    ImportReport report() {
        return report;
    }

    /** Why it was refused as a whole. */
    @Nullable
    DomainException refusal() {
        return refusal;
    }
}
