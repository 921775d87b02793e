package io.throughline.survey.export;

import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.results.ReadableResults;
import io.throughline.survey.results.ResultsAccess;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final ResultsAccess reading;
    private final SurveyResults results;
    private final ResponseRows rows;
    private final ResultsPaper paper;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ResponseExport(
            SurveyAccess access,
            ResultsAccess reading,
            SurveyResults results,
            ResponseRows rows,
            ResultsPaper paper,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.access = access;
        this.reading = reading;
        this.results = results;
        this.rows = rows;
        this.paper = paper;
        this.transaction = transaction;
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
     * Reads page by page, none of them held: whoever takes it slowly keeps nobody waiting. A response edited meanwhile is
     * written as it was when its page was read.
     *
     * @param out stays open
     * @throws DomainException NOT_FOUND, or what the filter is refused for; where only single responses are asked for,
     *     ANONYMOUS_NO_ROWS, ANSWERS_REMOVED, UNNAMED_ROWS_OF_ALL
     * @throws IOException where {@code out} takes no more
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void write(CampaignId id, ResultsFilter filter, Format format, Locale locale, OutputStream out)
            throws IOException {
        var readable = reading.readable(id, filter);
        var campaign = readable.campaign();
        var asked = new ResponsePages.Asked(
                id,
                campaign.number(),
                readable.survey().key(),
                access.version(campaign.surveyVersion()).number(),
                filter,
                readable.content(),
                readable.names());
        if (campaign.isAnonymous() && format == Format.SPSS) {
            throw new DomainException(SurveyError.ANONYMOUS_NO_ROWS);
        }
        if (format == Format.SPSS) {
            campaign.requireAnswers();
        }
        boolean figuresOnly = campaign.isAnonymous() || campaign.removedAt() != null || isOfTooFew(readable, filter);
        if (format == Format.SPSS && figuresOnly) {
            throw new DomainException(SurveyError.UNNAMED_ROWS_OF_ALL, readable.least());
        }
        var kept = new Unclosed(out);
        switch (format) {
            case XLSX ->
                new ResponseWorkbook(asked, locale).write(figuresOnly ? null : rows, results.report(id, filter), kept);
            case SPSS -> new ResponseArchive(asked, locale).write(rows, kept);
            case PDF -> paper.write(results.report(id, filter), readable.content(), locale, kept);
        }
        var act = Act.of(
                ActKind.RESULTS_EXPORTED,
                ObjectRef.of(Survey.KIND, readable.survey().id()),
                campaign.ref());
        transaction.executeWithoutResult(_ -> events.publishEvent(act));
    }

    /** Rows without names are of all who answered, and of enough people. */
    private boolean isOfTooFew(ReadableResults readable, ResultsFilter filter) {
        return !readable.names()
                && (!filter.isNone()
                        || results.turnout(readable.campaign().id(), filter).stream()
                                        .mapToInt(Turnout::answered)
                                        .sum()
                                < readable.least());
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
