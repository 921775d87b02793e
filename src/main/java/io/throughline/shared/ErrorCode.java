package io.throughline.shared;

/** A reason for refusal. Each room has one enum of them; the text stands under {@code error.<EnumName>.<CONSTANT>}. */
public interface ErrorCode {

    String name();

    /** The translation key of the message, which says what is wrong and what to do. */
    default String key() {
        return "error." + getClass().getSimpleName() + "." + name();
    }
}
