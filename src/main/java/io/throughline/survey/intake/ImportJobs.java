package io.throughline.survey.intake;

import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.SurveyId;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.FileFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of answers that are brought in beside everything else, whoever looks on: one at a time for each survey. What became
 * of each is kept.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class ImportJobs {

    private static final int SHOWN = 20;

    private final ImportTarget target;
    private final SurveyAccess access;
    private final ImportRecords records;
    private final ImportWorker worker;
    private final People people;
    private final CurrentViewer viewer;

    ImportJobs(
            ImportTarget target,
            SurveyAccess access,
            ImportRecords records,
            ImportWorker worker,
            People people,
            CurrentViewer viewer) {
        this.target = target;
        this.access = access;
        this.records = records;
        this.worker = worker;
        this.people = people;
        this.viewer = viewer;
    }

    /**
     * Brings a file in, as whoever is signed in: first it is read as a whole, and where nothing is wrong with it, it is stored
     * a thousand responses at a time, each thousand for good. Respondents who are known are left alone.
     *
     * @param file taken over: it is deleted when it is no longer needed
     * @param fileName as it was given; shown without folders and without what can't be seen
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, ANONYMOUS_NO_IMPORT, ANSWERS_REMOVED, IMPORT_MAP_INVALID, IMPORT_RUNS: then
     *     the file is left where it is
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public ImportId start(SurveyId survey, ImportMapping mapping, Path file, String fileName) {
        var campaign = target.campaign(survey);
        var id = ImportId.next();
        worker.start(new ImportWorker.Work(id, survey, campaign, mapping, FileFormat.TEXT.named(fileName)), file);
        return id;
    }

    /**
     * @param by who brought it in
     * @param mine whether that is who asks
     */
    public record Shown(ImportInfo info, String by, boolean mine) {}

    /** The newest first, at most 20. @throws DomainException NOT_FOUND, NOT_ALLOWED */
    public List<Shown> of(SurveyId survey) {
        access.editable(survey);
        var found = records.of(survey, SHOWN);
        var names = people.names(found.stream().map(ImportInfo::by).collect(Collectors.toSet()));
        var me = viewer.get().id();
        return found.stream()
                .map(one -> new Shown(
                        one, names.getOrDefault(one.by(), ""), one.by().equals(me)))
                .toList();
    }

    /**
     * What is in stays in. In no transaction: whoever had read in the same one before would be refused by every batch stored
     * since, while a statement by itself waits for the batch under way.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void stop(ImportId id) {
        var found = editable(id);
        records.end(id, ImportState.STOPPED, 0, List.of());
        if (found.by().equals(viewer.get().id())) {
            records.note(id);
        }
    }

    /** Whoever brought it in has taken note of what became of it; of somebody else's it stays theirs to do. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void noted(ImportId id) {
        if (editable(id).by().equals(viewer.get().id())) {
            records.note(id);
        }
    }

    private ImportInfo editable(ImportId id) {
        var found = records.find(id).orElseThrow(DomainException::notFound);
        access.editable(found.survey());
        return found;
    }
}
