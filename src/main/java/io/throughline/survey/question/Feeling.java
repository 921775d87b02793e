package io.throughline.survey.question;

/** How somebody would feel, with its value on the continuous scale if the item is there, and if it is not. */
public enum Feeling {
    LIKE(4, -2),
    MUST_BE(2, -1),
    NEUTRAL(0, 0),
    LIVE_WITH(-1, 2),
    DISLIKE(-2, 4);

    private final int functional;
    private final int dysfunctional;

    Feeling(int functional, int dysfunctional) {
        this.functional = functional;
        this.dysfunctional = dysfunctional;
    }

    int functional() {
        return functional;
    }

    int dysfunctional() {
        return dysfunctional;
    }
}
