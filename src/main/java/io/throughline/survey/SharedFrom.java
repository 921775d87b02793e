package io.throughline.survey;

/** From when on who may see what a campaign found out sees it. */
public enum SharedFrom {
    CLOSING,
    /** Who has submitted answers as soon as that; all others from closing on. */
    SUBMITTING
}
