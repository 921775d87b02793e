package io.throughline.survey.campaign;

/** What a line of an uploaded list of addresses means for the audience. */
public enum AudienceVerdict {
    FOUND,
    /** Nobody who can be asked has this address. */
    UNKNOWN,
    /** The address stands in an earlier line, too. */
    DOUBLED
}
