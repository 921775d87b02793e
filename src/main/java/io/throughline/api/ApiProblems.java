package io.throughline.api;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.DatabaseAbsence;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every refusal as {@code application/problem+json}, with a code for programs and a sentence for people. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Texts texts;
    private final CurrentViewer viewer;
    private final ApiJson json;

    ApiProblems(Texts texts, CurrentViewer viewer, ApiJson json) {
        this.texts = texts;
        this.viewer = viewer;
        this.json = json;
    }

    /**
     * @param code stays the same in all languages and versions
     * @param path where in what was sent, empty for the whole
     */
    record Problem(
            String type, String title, int status, String code, String detail, String path, List<Wrong> errors) {}

    record Wrong(String path, String code, String detail) {}

    @ExceptionHandler
    ResponseEntity<String> refused(DomainException refusal) {
        return problem(statusOf(refusal.code()), refusal);
    }

    @ExceptionHandler
    ResponseEntity<String> denied(AccessDeniedException refusal) {
        return problem(HttpStatus.FORBIDDEN, new DomainException(ApiError.NOT_FOR_THIS_TOKEN));
    }

    /**
     * Somebody else was faster. What a program names twice is refused by who knows what it is, under a code of its own:
     * a key that the database finds doubled was nobody's change, and is a failure.
     */
    @ExceptionHandler
    ResponseEntity<String> overtaken(ConcurrencyFailureException refusal) {
        return problem(HttpStatus.CONFLICT, new DomainException(CommonError.STALE));
    }

    /** The last is the server's, of a parameter that is no UTF-8. */
    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        InvalidParameterException.class
    })
    ResponseEntity<String> unreadable(Exception refusal) {
        return problem(HttpStatus.BAD_REQUEST, new DomainException(ApiError.MALFORMED, "a parameter"));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure) {
        var incident = Ids.next().toString();
        if (DatabaseAbsence.isLostConnection(failure)) {
            LOG.error("incident {} at the door for programs: the database can't be reached", incident);
            return problem(HttpStatus.SERVICE_UNAVAILABLE, new DomainException(ApiError.TRY_AGAIN, incident));
        }
        LOG.error("incident {} at the door for programs", incident, failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, new DomainException(ApiError.FAILED, incident));
    }

    private ResponseEntity<String> problem(HttpStatus status, DomainException refusal) {
        var place = refusal instanceof ApiProblem own ? own.path() : "";
        var all = refusal instanceof ApiProblem own
                ? own.all().stream()
                        .map(one -> new Wrong(
                                one.path(),
                                one.code().name(),
                                texts.of(
                                        new DomainException(
                                                one.code(), one.arguments().toArray()),
                                        locale())))
                        .toList()
                : List.<Wrong>of();
        var body = new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                refusal.code().name(),
                texts.of(refusal, locale()),
                place,
                all);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(body));
    }

    private Locale locale() {
        return viewer.find().map(one -> one.locale()).orElse(Locale.ENGLISH);
    }

    private static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case CommonError.NOT_FOUND, ApiError.NO_SUCH_PLACE -> HttpStatus.NOT_FOUND;
            case CommonError.NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CommonError.STALE -> HttpStatus.CONFLICT;
            case ApiError.TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case ApiError.MALFORMED, ApiError.NO_SUCH_PARAMETER, ApiError.IDEMPOTENCY_KEY_MISSING ->
                HttpStatus.BAD_REQUEST;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
