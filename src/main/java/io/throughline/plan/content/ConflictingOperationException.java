package io.throughline.plan.content;

/** An operation met a plan that is not what its author saw. */
public class ConflictingOperationException extends RuntimeException {

    private final String item;

    public ConflictingOperationException(String item) {
        super("not as expected: " + item);
        this.item = item;
    }

    /** The title of the item that differs. */
    public String item() {
        return item;
    }
}
