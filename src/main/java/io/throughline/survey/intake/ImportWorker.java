package io.throughline.survey.intake;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.LineError;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in files of answers, each on a thread of its own, as whoever started it. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

    private final ImportTarget target;
    private final ImportRecords records;
    private final ImportBatches batches;
    private final CurrentViewer viewer;
    private final TransactionTemplate transaction;
    private volatile boolean closing;

    ImportWorker(
            ImportTarget target,
            ImportRecords records,
            ImportBatches batches,
            CurrentViewer viewer,
            TransactionTemplate transaction) {
        this.target = target;
        this.records = records;
        this.batches = batches;
        this.viewer = viewer;
        this.transaction = transaction;
    }

    /** What is brought in. */
    record Work(ImportId id, SurveyId survey, CampaignInfo campaign, ImportMapping mapping, String fileName) {}

    /** @throws DomainException IMPORT_MAP_INVALID, IMPORT_RUNS; then the file is left where it is */
    void start(Work work, Path file) {
        target.run(work.campaign(), work.mapping(), List::size);
        transaction.executeWithoutResult(_ -> records.start(
                work.id(), work.survey(), work.campaign().id(), viewer.get().id(), work.fileName(), work.mapping()));
        // A thread of its own: one that works as long as this is no virtual one, which would give way to nobody.
        Thread.ofPlatform()
                .name("import-" + work.id().value())
                .daemon()
                .start(new DelegatingSecurityContextRunnable(() -> run(work, file)));
    }

    /** What runs stops at the next line it looks up from. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void run(Work work, Path file) {
        try (var taken = ImportFile.take(file)) {
            bringIn(work, taken);
        } catch (ImportBatches.Over _) {
            LOG.info("import {} was stopped", work.id());
        } catch (DomainException e) {
            refused(work, e);
        } catch (RuntimeException e) {
            LOG.error("import {} broke off", work.id(), e);
            end(work, ImportState.FAILED, 0, List.of());
        }
    }

    private void bringIn(Work work, ImportFile file) {
        var checked = target.run(work.campaign(), work.mapping(), List::size);
        read(file, checked, new Words(work.id()));
        if (checked.isStopped()) {
            end(work, ImportState.INTERRUPTED, 0, List.of());
            return;
        }
        var found = checked.report(false);
        if (found.wrong() > 0) {
            end(work, ImportState.REFUSED, found.wrong(), found.errors());
            return;
        }
        var hash = file.hash();
        tell(work.id(), 0, found.lines());
        var language = work.campaign().languages().getFirst();
        try (var store = new StoreBeside(
                lines -> batches.store(work.id(), work.campaign().id(), language, lines, hash))) {
            var run = target.run(work.campaign(), work.mapping(), store);
            read(file, run, _ -> !closing);
            store.await();
            end(work, run.isStopped() ? ImportState.INTERRUPTED : ImportState.DONE, 0, List.of());
        }
    }

    private void tell(ImportId id, int read, @Nullable Integer lines) {
        if (Boolean.FALSE.equals(transaction.execute(_ -> records.tell(id, read, lines)))) {
            throw new ImportBatches.Over();
        }
    }

    private static void read(ImportFile file, ImportRun run, ImportProgress progress) {
        file.read(reader -> {
            run.read(reader, progress);
            return run;
        });
    }

    private void refused(Work work, DomainException e) {
        if (e.code() instanceof SurveyError || e.code() instanceof CommonError) {
            end(work, ImportState.REFUSED, 1, List.of(new LineError(0, e)));
        } else {
            LOG.error("import {} broke off", work.id(), e);
            end(work, ImportState.FAILED, 0, List.of());
        }
    }

    private void end(Work work, ImportState state, int wrong, List<LineError> errors) {
        transaction.executeWithoutResult(_ -> records.end(work.id(), state, wrong, errors));
    }

    /** Tells how far it is checked, at most once a second, and hears whether to go on. */
    private final class Words implements ImportProgress {

        private final ImportId id;
        private long told = System.nanoTime() - BETWEEN_WORDS.toNanos();

        Words(ImportId id) {
            this.id = id;
        }

        @Override
        public boolean at(int read) {
            if (closing) {
                return false;
            }
            var now = System.nanoTime();
            if (now - told >= BETWEEN_WORDS.toNanos()) {
                told = now;
                tell(id, read, null);
            }
            return true;
        }
    }
}
