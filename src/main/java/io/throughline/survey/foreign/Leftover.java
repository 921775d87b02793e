package io.throughline.survey.foreign;

/**
 * Something that could not be carried over as it was.
 *
 * @param path the code of the question it is about, or where it stands in the file
 * @param detail what exactly, in the file's words; may be empty
 */
public record Leftover(String path, What what, String detail) {

    /** What became of it. */
    public enum What {
        /** There is no such kind of question here. */
        KIND,
        /** The condition says more than conditions here can say: the question is always asked. */
        CONDITION,
        /** Several questions have a name in the condition, so that nobody knows which is meant: it is always asked. */
        SHARED,
        /** The condition can't hold: there the question is never shown, here it is always asked. */
        NEVER,
        /** Elsewhere it also holds while the question it looks at has no answer; here it doesn't. */
        UNANSWERED,
        /** A text quotes or computes something that can't be quoted here: it stands there as it was written. */
        EXPRESSION,
        /** Room for a comment beside an answer. */
        COMMENT,
        /** Pictures, sound or programs inside a text. */
        MEDIA,
        /** A text shown between questions. */
        SHOWN_TEXT,
        /** A question over several rows became one question for each. */
        ROWS,
        /** Longer than texts here can be: the rest was cut off. */
        CUT,
        /** More items than a question here can have: the rest was left out. */
        ITEMS,
        /** A question that can't be asked: it is of no group of the file, or stands there twice. */
        STRAY,
        /** A question is called as one before it: it has another code here. */
        RENAMED,
        /** How many may answer in a certain way: here a quota is set for a segment, when it is published. */
        QUOTA,
        /** Points for answers, and what is said for how many of them. */
        SCORE,
        /** The words of mails: here mails have their own. */
        MAIL,
        /** A setting without an equal here. */
        SETTING,
        /** Who sees names was promised otherwise: choose confidentiality anew. */
        ANONYMOUS
    }
}
