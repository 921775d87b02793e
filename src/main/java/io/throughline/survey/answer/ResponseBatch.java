package io.throughline.survey.answer;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Responses that come many at once. */
@Component
public class ResponseBatch {

    private final ResponseRepository responses;

    ResponseBatch(ResponseRepository responses) {
        this.responses = responses;
    }

    /** Rows of other tables may refer to them at once. */
    public void save(Collection<Response> many) {
        many.forEach(responses::save);
        responses.flush();
    }
}
