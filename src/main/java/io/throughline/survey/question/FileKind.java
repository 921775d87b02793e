package io.throughline.survey.question;

/** What a file is for, as the person who asks for one thinks of it. */
public enum FileKind {
    PICTURE,
    PDF,
    /** Texts, tables and slides of office programs, without macros. */
    OFFICE,
    /** Text without any form, tables with commas included. */
    TEXT
}
