package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.ResponseImport.Report;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Takes in answers given elsewhere from a file in the portal. A file with a bad line imports nothing. What is right is stored
 * a thousand responses at a time, each thousand for good; a respondent imported before is left alone, so that the same file
 * given again goes on where it was stopped.
 */
@Service
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class ResponseIntake {

    /** The largest file, in bytes. */
    public static final long LARGEST = 20_000_000;

    private static final int AT_ONCE = 1_000;
    private static final int SHOWN = 3;

    private final SurveyAccess access;
    private final CampaignRows campaigns;
    private final VersionContents contents;
    private final ImportedResponses imported;
    private final ImportBatches batches;

    ResponseIntake(
            SurveyAccess access,
            CampaignRows campaigns,
            VersionContents contents,
            ImportedResponses imported,
            ImportBatches batches) {
        this.access = access;
        this.campaigns = campaigns;
        this.contents = contents;
        this.imported = imported;
        this.batches = batches;
    }

    /**
     * What a file could mean.
     *
     * @param columns its headings
     * @param sample its first lines
     * @param content what its answers answer
     * @param slots what columns can be chosen for
     * @param guess by the headings
     */
    public record Proposal(
            List<String> columns,
            List<List<String>> sample,
            SurveyContent content,
            List<ImportSlot> slots,
            ImportMapping guess) {}

    /**
     * @param called how a respondent is called, with {} for the id
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, IMPORT_NOT_A_TABLE
     */
    public Proposal propose(SurveyId id, Path file, String called) {
        var content = contents.of(campaign(id).surveyVersion());
        var head = reading(file, reader -> ImportRun.head(reader, SHOWN));
        return new Proposal(
                head.getFirst(),
                head.subList(1, head.size()),
                content,
                ImportSlots.of(content),
                ImportGuess.of(content, head.getFirst(), called));
    }

    /** What an import would do; nothing is stored. @throws DomainException as {@link #store} */
    public Report check(SurveyId id, ImportMapping mapping, Path file, ImportProgress progress) {
        return read(campaign(id), mapping, file, progress, line -> {}).report(false);
    }

    /**
     * Imports into the newest campaign.
     *
     * @return done if all of it is in; what was stored before it was stopped stays
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, IMPORT_MAP_INVALID, IMPORT_COLUMN_MISSING
     */
    public Report store(SurveyId id, ImportMapping mapping, Path file, ImportProgress progress) {
        var campaign = campaign(id);
        var checked = read(campaign, mapping, file, lines -> progress.at(0), line -> {});
        if (checked.isRefused() || checked.isStopped()) {
            return checked.report(false);
        }
        var content = contents.of(campaign.surveyVersion());
        var language = campaign.languages().getFirst();
        var hash = Hashes.sha256(bytes(file));
        var waiting = new ArrayList<ImportRun.Line>();
        Runnable flush = () -> {
            batches.store(campaign.id(), language, content, List.copyOf(waiting), hash);
            waiting.clear();
        };
        var run = read(campaign, mapping, file, progress, line -> {
            waiting.add(line);
            if (waiting.size() == AT_ONCE) {
                flush.run();
            }
        });
        if (!waiting.isEmpty()) {
            flush.run();
        }
        return run.report(!run.isStopped());
    }

    private CampaignInfo campaign(SurveyId id) {
        var survey = access.editable(id);
        return campaigns
                .newest(survey.id())
                .orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, survey.key()));
    }

    private ImportRun read(
            CampaignInfo campaign,
            ImportMapping mapping,
            Path file,
            ImportProgress progress,
            Consumer<ImportRun.Line> fresh) {
        var content = contents.of(campaign.surveyVersion());
        var run = new ImportRun(
                content,
                ImportSlots.map(content, mapping),
                imported.voices(campaign.id()),
                imported.respondents(campaign.id()),
                fresh);
        return reading(file, reader -> {
            run.read(reader, progress);
            return run;
        });
    }

    private interface Reading<T> {
        T of(BufferedReader reader) throws IOException;
    }

    /** As UTF-8 only: what is something else would be taken in as other words. */
    private static <T> T reading(Path file, Reading<T> reading) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            return reading.of(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
