package io.throughline.survey.logic;

import io.throughline.shared.ErrorCode;

/** What could be better in a survey, without keeping it from being published. */
public enum Advice implements ErrorCode {
    SECTION_EMPTY,
    /** Argument: from how many items on the method says something. */
    FEW_ITEMS,
    /** Argument: up to how many items people can still compare. */
    MANY_ITEMS,
    /** Argument: the text that stands there twice. */
    SAME_ITEM_TWICE,
    /** Argument: the language's code. */
    UNTRANSLATED,
    /** An explanation only: who reads this language reads it in another. Argument: the language's code. */
    HELP_UNTRANSLATED,
    /** Argument: the code of a question whose answer can't be said in a few words. */
    QUOTE_SILENT,
    /** Argument: the code of a question asked on the same page, whose answer items can't quote while it is given. */
    QUOTE_ON_SAME_PAGE,
    /** Signs of a quote that people read as they stand. */
    QUOTE_UNREAD,
    /** Argument: how many minutes it takes. */
    TAKES_LONG
}
