package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.ImportReport;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.results.ExportedTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** One reading of a file of answers: its lines as answers to the questions, and what is wrong with them. */
public final class ImportRun {

    /** Of so many lines is told what is wrong with them; the rest is only counted. */
    private static final int LINES_TOLD = 200;

    private static final int BETWEEN_LOOKS = 100;

    /** So many lines are checked together: few, for a line may be long. */
    private static final int CHECKED_AT_ONCE = 50;

    /** So many lines are stored together. */
    static final int AT_ONCE = 1_000;

    /** So many lines has a file; whose ids these are is kept while it is read. */
    static final int MOST_LINES = 250_000;

    private static final int LONGEST_LINE = 1_000_000;

    /** Takes the lines nothing is wrong with, some at a time. */
    @FunctionalInterface
    public interface Sink {

        /** @param lines at most {@link #AT_ONCE} @return of how many, of these or before, it turned out since that they are new */
        int take(List<ImportedLine> lines);
    }

    private final ImportLines told;
    private final ImportMap map;
    private final Set<String> seen = new HashSet<>();
    private final Sink sink;
    private final List<ImportLines.Written> unchecked = new ArrayList<>();
    private final List<ImportedLine> waiting = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private List<String> columns = List.of();
    private int lines;
    private int taken;
    private boolean stopped;
    private int known;
    private int wrong;

    /**
     * @param voices the organisations asked, by name
     * @throws DomainException IMPORT_MAP_INVALID
     */
    public ImportRun(SurveyContent content, ImportMap map, Map<String, Voice> voices, Sink sink) {
        this.told = new ImportLines(content, map, voices);
        this.map = map;
        this.sink = sink;
    }

    public void read(String csv) {
        try {
            read(new BufferedReader(new StringReader(csv)), at -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param progress hears of every hundred lines, and may stop it */
    void read(BufferedReader reader, ImportProgress progress) throws IOException {
        var limited = new LimitedLines(reader, LONGEST_LINE);
        long readable = 0;
        try (var parser = ImportTable.parser(new BufferedReader(limited))) {
            readable = parser.getCurrentLineNumber();
            columns = parser.getHeaderNames();
            var twice = ImportTable.twice(columns);
            if (twice.isPresent()) {
                refuse(readable, twice.get());
                return;
            }
            boolean exported = ExportedTable.isOne(columns);
            requireColumns();
            var rows = parser.iterator();
            while (isMore(rows)) {
                if (lines % BETWEEN_LOOKS == 0 && !progress.at(lines)) {
                    stopped = true;
                    break;
                }
                if (lines == MOST_LINES) {
                    check();
                    refuse(parser.getCurrentLineNumber(), new DomainException(SurveyError.IMPORT_TOO_LONG, MOST_LINES));
                    break;
                }
                lines++;
                readable = parser.getCurrentLineNumber();
                var row = rows.next();
                if (!ImportTable.isBlank(row)) {
                    unchecked.add(new ImportLines.Written(row, readable, columns, exported));
                }
                limited.nextLine();
                if (unchecked.size() == CHECKED_AT_ONCE) {
                    check();
                }
            }
            check();
            flush();
            progress.at(lines);
        } catch (ImportTable.NoTable e) {
            check();
            // The parser's own complaint about a file that is no table: the line it could not read on from is what
            // helps.
            refuse(columns.isEmpty() ? 1 : readable + 1, new DomainException(SurveyError.IMPORT_NOT_A_TABLE));
        }
    }

    private void requireColumns() {
        requireHeadings(columns);
        if (map.columns().anyMatch(String::isEmpty)) {
            throw new DomainException(SurveyError.IMPORT_COLUMN_UNCHOSEN);
        }
        map.columns().filter(column -> !columns.contains(column)).findFirst().ifPresent(missing -> {
            throw new DomainException(SurveyError.IMPORT_COLUMN_MISSING, missing, String.join(", ", columns));
        });
    }

    private static void requireHeadings(List<String> headings) {
        if (headings.stream().allMatch(String::isBlank)) {
            throw new DomainException(SurveyError.IMPORT_EMPTY);
        }
    }

    private static boolean isMore(Iterator<CSVRecord> rows) throws ImportTable.NoTable {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new ImportTable.NoTable(e);
        }
    }

    /**
     * The headings, and the first lines under them.
     *
     * @throws DomainException IMPORT_EMPTY, IMPORT_NOT_A_TABLE, IMPORT_HEADING_TWICE
     */
    static List<List<String>> head(BufferedReader reader, int lines) throws IOException {
        var limited = new LimitedLines(reader, LONGEST_LINE);
        try (var parser = ImportTable.parser(new BufferedReader(limited))) {
            requireHeadings(parser.getHeaderNames());
            ImportTable.twice(parser.getHeaderNames()).ifPresent(twice -> {
                throw twice;
            });
            var head = new ArrayList<List<String>>();
            head.add(List.copyOf(parser.getHeaderNames()));
            for (var row : parser) {
                limited.nextLine();
                if (head.size() <= lines) {
                    head.add(row.toList());
                } else {
                    break;
                }
            }
            return head;
        } catch (ImportTable.NoTable | UncheckedIOException | IllegalStateException e) {
            throw new DomainException(SurveyError.IMPORT_NOT_A_TABLE);
        }
    }

    private void refuse(long line, DomainException error) {
        refuse(line, List.of(new ImportLines.Wrong(error, List::of)));
    }

    private void refuse(long line, List<ImportLines.Wrong> all) {
        wrong++;
        if (wrong <= LINES_TOLD) {
            all.forEach(one -> errors.add(new LineError(line, one.cells().get(), one.error())));
        }
    }

    public boolean isRefused() {
        return wrong > 0;
    }

    /** Whether whoever hears of its progress stopped it. */
    boolean isStopped() {
        return stopped;
    }

    private void check() {
        unchecked.parallelStream().map(told::checked).toList().forEach(this::take);
        unchecked.clear();
    }

    /** In the order of the lines. */
    private void take(ImportLines.Checked line) {
        var respondent = line.respondent();
        var read = line.read();
        if (respondent != null && !seen.add(respondent)) {
            refuse(
                    line.number(),
                    List.of(new ImportLines.Wrong(
                            new DomainException(SurveyError.IMPORT_RESPONDENT_TWICE, respondent),
                            () -> List.of(new ImportedCell(map.respondent(), respondent)))));
        } else if (!line.wrong().isEmpty()) {
            refuse(line.number(), line.wrong());
        } else if (read != null) {
            waiting.add(read);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            int fresh = sink.take(List.copyOf(waiting));
            taken += fresh;
            known += waiting.size() - fresh;
            waiting.clear();
        }
    }

    int lines() {
        return lines;
    }

    public ImportReport report(boolean done) {
        return new ImportReport(lines, !isRefused() ? taken : 0, known, List.copyOf(errors), wrong, done);
    }
}
