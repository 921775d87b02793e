package io.throughline.survey.results;

import java.util.Collection;
import java.util.List;

/** What every table of exported responses has, whatever was asked: by this it is known when it is given again. */
public final class ExportedTable {

    public static final String RESPONSE = "response";
    public static final String SURVEY = "survey";
    public static final String SURVEY_VERSION = "survey_version";
    public static final String CAMPAIGN = "campaign";
    public static final String RESPONDENT = "respondent";
    public static final String ORGANISATION = "organisation";
    public static final String SEGMENT = "segment";
    public static final String WEIGHT_ORGANISATION = "weight_organisation";
    public static final String WEIGHT_PERSON = "weight_person";
    public static final String REVISION = "revision";
    public static final String SUBMITTED_AT = "submitted_at";

    /** The columns before the answers. */
    public static final List<String> HEAD = List.of(
            RESPONSE,
            SURVEY,
            SURVEY_VERSION,
            CAMPAIGN,
            RESPONDENT,
            ORGANISATION,
            SEGMENT,
            WEIGHT_ORGANISATION,
            WEIGHT_PERSON,
            REVISION,
            SUBMITTED_AT);

    /** Code of "something else"; items are coded by their place, from 1. */
    public static final int SOMETHING_ELSE = 97;

    private ExportedTable() {}

    /** @param columns the headings of some table */
    public static boolean isOne(Collection<String> columns) {
        return columns.containsAll(HEAD);
    }
}
