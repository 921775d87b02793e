package io.throughline.survey;

/** Who of those asked gets to see what a campaign found out. */
public enum SharedWith {
    NOBODY,
    /** Who has submitted answers. */
    ANSWERED,
    /** Everybody who was invited, whether they answered or not. */
    INVITED
}
