package io.throughline.api;

import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A refusal with its place in what was sent. */
class ApiProblem extends DomainException {

    private static final int LONGEST_QUOTED = 60;

    private final String path;
    private final transient List<Wrong> all;

    /**
     * One of several things that are wrong.
     *
     * @param path a JSON pointer into the request
     */
    record Wrong(String path, ErrorCode code, List<Object> arguments) {}

    ApiProblem(ErrorCode code, String path, Object... arguments) {
        super(code, arguments);
        this.path = path;
        this.all = List.of();
    }

    ApiProblem(List<Wrong> all) {
        super(ApiError.REFUSED, all.size());
        this.path = all.getFirst().path();
        this.all = List.copyOf(all);
    }

    static ApiProblem malformed(JacksonException e) {
        var place = JsonPointer.empty();
        for (var one : e.getPath()) {
            place = one.getPropertyName() == null
                    ? place.appendIndex(one.getIndex())
                    : place.appendProperty(one.getPropertyName());
        }
        var at = e.getLocation();
        var line = at == null || at.getLineNr() < 0 ? "" : " (line " + at.getLineNr() + ")";
        return new ApiProblem(ApiError.MALFORMED, place.toString(), kind(e) + line);
    }

    /** In the library's words only as far as they name no class of ours. */
    private static String kind(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException one -> "no property \"" + one.getPropertyName() + "\" is known here";
            case InvalidTypeIdException _ -> "no such \"type\"";
            case InvalidFormatException one -> "not readable: " + shortened(one.getValue());
            case DatabindException _ -> "something is missing or of the wrong kind";
            default -> "no valid JSON, too deep, or a text too long";
        };
    }

    /** What was sent, as far as an answer repeats it. */
    static String shortened(Object value) {
        var text = String.valueOf(value);
        return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "…" : text;
    }

    String path() {
        return path;
    }

    List<Wrong> all() {
        return all;
    }
}
