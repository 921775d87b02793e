package io.throughline.survey;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param lines of the file, without its heading
 * @param fresh responses imported, or that would be
 * @param known respondents imported before, left alone
 * @param errors of the first 200 lines that have any, three of each at most; if there is one, nothing was imported
 * @param wrong how many lines have an error
 * @param done whether anything was stored: not in a dry run, not with errors
 */
public record ImportReport(int lines, int fresh, int known, List<LineError> errors, int wrong, boolean done) {}
