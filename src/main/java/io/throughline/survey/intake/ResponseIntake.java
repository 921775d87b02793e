package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.ImportReport;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.results.ExportedTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a file of answers given elsewhere before {@link ImportJobs} brings it in. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class ResponseIntake {

    /** The largest file, in bytes. */
    public static final long LARGEST = 200_000_000;

    private static final int SHOWN = 3;

    private final ImportTarget target;
    private final ImportedResponses imported;
    private final ImportRecords records;

    ResponseIntake(ImportTarget target, ImportedResponses imported, ImportRecords records) {
        this.target = target;
        this.imported = imported;
        this.records = records;
    }

    /**
     * What a file could mean.
     *
     * @param columns its headings
     * @param sample its first lines
     * @param content what its answers answer
     * @param slots what columns can be chosen for
     * @param guess by the headings, or as it was the last time
     * @param exported whether it is an export of this portal, or of another one
     * @param leftOut of an export: places of the questions, from 1, it brings nothing of
     * @param goesOn whether the last import ended before its file did, so that the same file would go on there
     */
    public record Proposal(
            List<String> columns,
            List<List<String>> sample,
            SurveyContent content,
            List<ImportSlot> slots,
            ImportMapping guess,
            boolean exported,
            List<Integer> leftOut,
            boolean goesOn) {}

    /**
     * @param called how a respondent is called, with {} for the id
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, ANONYMOUS_NO_IMPORT, ANSWERS_REMOVED, IMPORT_EMPTY,
     *     IMPORT_NOT_A_TABLE, IMPORT_EXPORT_NAMELESS
     */
    public Proposal propose(SurveyId id, Path file, String called) {
        var campaign = target.campaign(id);
        var content = target.content(campaign);
        List<List<String>> head;
        try (var opened = ImportFile.open(file)) {
            head = opened.read(reader -> ImportRun.head(reader, SHOWN));
        }
        var columns = head.getFirst();
        boolean exported = ExportedTable.isOne(columns);
        if (exported) {
            ExportedAgain.requireNames(head);
        }
        var last = records.last(campaign.id())
                .filter(one -> new HashSet<>(columns).containsAll(one.mapping().chosen()));
        return new Proposal(
                columns,
                head.subList(1, head.size()),
                content,
                ImportSlots.offered(content, exported),
                last.map(ImportRecords.Earlier::mapping)
                        .orElseGet(() -> exported
                                ? ExportedAgain.mapping(content, columns)
                                : ImportGuess.of(content, columns, called)),
                exported,
                exported ? ExportedAgain.leftOut(content, columns) : List.of(),
                last.filter(one -> one.state().goesOn()).isPresent());
    }

    /**
     * What an import would do; nothing is stored. Beside the page, in no transaction: it takes as long as the file is.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, ANONYMOUS_NO_IMPORT, ANSWERS_REMOVED, IMPORT_MAP_INVALID,
     *     IMPORT_EMPTY, IMPORT_COLUMN_MISSING, IMPORT_COLUMN_UNCHOSEN
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public ImportReport check(SurveyId id, ImportMapping mapping, Path file, ImportProgress progress) {
        var campaign = target.campaign(id);
        try (var opened = ImportFile.open(file)) {
            var run = target.run(
                    campaign,
                    mapping,
                    lines -> imported.fresh(campaign.id(), lines).size());
            return opened.read(reader -> {
                        run.read(reader, progress);
                        return run;
                    })
                    .report(false);
        }
    }
}
