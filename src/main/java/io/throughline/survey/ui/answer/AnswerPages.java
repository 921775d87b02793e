package io.throughline.survey.ui.answer;

/** Pages of answering that are no question, as the address has them. */
public final class AnswerPages {

    public static final String REVIEW = "review";
    static final String MINE = "mine";
    static final String EARLIER = "earlier";

    private AnswerPages() {}
}
