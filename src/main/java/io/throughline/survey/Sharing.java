package io.throughline.survey;

/** Whether those asked get to see what their campaign found out, and when. */
public record Sharing(SharedWith with, SharedFrom from) {

    /** Where nothing else is chosen. */
    public static final Sharing USUAL = new Sharing(SharedWith.ANSWERED, SharedFrom.CLOSING);

    /** @param closed whether answers are no longer taken */
    public boolean includes(boolean invited, boolean answered, boolean closed) {
        boolean now = closed || from == SharedFrom.SUBMITTING && answered;
        return now
                && switch (with) {
                    case NOBODY -> false;
                    case ANSWERED -> answered;
                    case INVITED -> invited || answered;
                };
    }
}
