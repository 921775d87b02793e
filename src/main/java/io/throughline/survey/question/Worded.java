package io.throughline.survey.question;

/** An answer with words of the person's own in it. They are stored apart from all else, so that they can be redacted. */
public sealed interface Worded extends Answer
        permits OwnWords.Answer, Text.Answer, SingleChoice.Answer, MultipleChoice.Answer {

    /** As typed; may be empty. */
    String words();

    /** The same answer with other words. */
    Worded saying(String words);
}
