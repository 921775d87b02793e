package io.throughline.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is nothing under {@code /api} is answered as programs expect it, not with a page. */
@Hidden
@RestController
class NothingApi {

    @RequestMapping("/api/**")
    String nothing() {
        throw new ApiProblem(ApiError.NO_SUCH_PLACE, "");
    }
}
