package io.throughline.survey.ui.preview;

/** How wide a preview is. */
enum Device {
    PHONE,
    TABLET,
    FULL;

    /** As a class of the page's styles. */
    String styled() {
        return "survey-device-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
