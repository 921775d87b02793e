package io.throughline.survey.question.stats;

/** How much figures tell beside what all say together. */
public enum Detail {
    /** Of each organisation, and of single people's values. */
    EVERYTHING,
    /** Of single people's values, such as the greatest number, but of no organisation. */
    NO_ORGANISATIONS,
    /** Neither of organisations nor of single people. */
    OVERALL
}
