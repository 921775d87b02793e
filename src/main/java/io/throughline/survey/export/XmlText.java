package io.throughline.survey.export;

/** What XML, and with it every sheet and every paper, can hold. */
final class XmlText {

    private XmlText() {}

    /** Whether a character may stand in XML 1.0. */
    static boolean allows(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint >= ' '
                        && codePoint != 0xFFFE
                        && codePoint != 0xFFFF
                        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
