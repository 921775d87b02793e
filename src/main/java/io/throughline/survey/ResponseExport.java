package io.throughline.survey;

import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the single responses of a campaign, its figures and a report out as files. Responses are streamed: memory does
 * not grow with their number. Whoever may read the answers in the portal may take them out, with the names if they may know
 * those, and that is an act.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class ResponseExport {

    private final SurveyAccess access;
    private final VersionContents contents;
    private final SurveyResults results;
    private final ResponseRows rows;
    private final ResultsPaper paper;
    private final ApplicationEventPublisher events;

    ResponseExport(
            SurveyAccess access,
            VersionContents contents,
            SurveyResults results,
            ResponseRows rows,
            ResultsPaper paper,
            ApplicationEventPublisher events) {
        this.access = access;
        this.contents = contents;
        this.results = results;
        this.rows = rows;
        this.paper = paper;
        this.events = events;
    }

    /** What comes out. */
    public enum Format {
        /** A workbook: responses, codebook, figures. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** An archive: responses as numbers with commas between, codebook, and the syntax by which SPSS reads them. */
        SPSS("zip", "application/zip"),
        /** The figures to be read and printed, tagged for screen readers. */
        PDF("pdf", "application/pdf");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * @param segment null for all
     * @param out stays open
     * @throws DomainException NOT_FOUND, ANONYMOUS_NO_ROWS where only single responses are asked for
     * @throws IOException where {@code out} takes no more
     */
    @Transactional
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void write(CampaignId id, @Nullable String segment, Format format, Locale locale, OutputStream out)
            throws IOException {
        var campaign = access.campaign(id);
        var survey = access.readable(campaign.surveyId());
        var content = contents.of(campaign.surveyVersion());
        var asked = new ResponseRows.Asked(
                id,
                campaign.number(),
                survey.key(),
                access.version(campaign.surveyVersion()).number(),
                segment,
                content,
                access.seesNames(campaign));
        var report = results.report(id, segment);
        if (campaign.isAnonymous() && format == Format.SPSS) {
            throw new DomainException(SurveyError.ANONYMOUS_NO_ROWS);
        }
        var kept = new Unclosed(out);
        switch (format) {
            case XLSX -> {
                var book = new ResponseWorkbook(asked, locale);
                book.write(campaign.isAnonymous() ? null : rows, report, kept);
            }
            case SPSS -> new ResponseArchive(asked, locale).write(rows, kept);
            case PDF -> paper.write(report, content, locale, kept);
        }
        events.publishEvent(Act.of(ActKind.RESULTS_EXPORTED, ObjectRef.of(Survey.KIND, survey.id()), campaign.ref()));
    }

    /** What is written into it belongs to somebody else. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
