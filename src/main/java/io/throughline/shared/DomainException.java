package io.throughline.shared;

import java.util.List;

/** A rule said no. Carries a code and its arguments, never a text: the error translator words it for the reader. */
public class DomainException extends RuntimeException {

    private final transient ErrorCode code;
    private final transient List<Object> arguments;

    public DomainException(ErrorCode code, Object... arguments) {
        super(code.getClass().getSimpleName() + "." + code.name());
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static DomainException notFound() {
        return new DomainException(CommonError.NOT_FOUND);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
