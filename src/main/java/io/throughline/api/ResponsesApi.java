package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.shared.Hashes;
import io.throughline.survey.CampaignId;
import io.throughline.survey.GivenElsewhere;
import io.throughline.survey.GivenElsewhere.Outcome;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers given elsewhere, brought in one by one or many at once. */
@Tag(name = "Responses")
@RestController
@RequestMapping(path = "/api/v1/campaigns/{campaign}/responses", produces = MediaType.APPLICATION_JSON_VALUE)
class ResponsesApi {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final int LONGEST_KEY = 100;

    private final GivenElsewhere given;
    private final ApiJson json;

    ResponsesApi(GivenElsewhere given, ApiJson json) {
        this.given = given;
        this.json = json;
    }

    /**
     * @param respondent an id of yours; one known already is left as it is
     * @param name how the person is called, for the survey's editors
     * @param organisation the name of one of those asked
     * @param answers by the questions' ids
     */
    record ResponseJson(String respondent, String name, String organisation, Map<UUID, Answer> answers) {}

    record Many(List<ResponseJson> responses) {}

    @Operation(summary = "Stores one response; sent again with the same key, it is stored once")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResponseJson.class)))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_RESPONSES_WRITE')")
    String one(
            @PathVariable UUID campaign,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var bytes = json.bytes(request);
        return stored(campaign, key, bytes, List.of(json.read(json.tree(bytes), ResponseJson.class)), "");
    }

    @Operation(summary = "Stores at most 1,000 responses, all or none")
    @RequestBody(content = @Content(schema = @Schema(implementation = Many.class)))
    @PostMapping("/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_RESPONSES_WRITE')")
    String many(
            @PathVariable UUID campaign,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var bytes = json.bytes(request);
        var many = json.read(json.tree(bytes), Many.class);
        return stored(campaign, key, bytes, many.responses(), "/responses/");
    }

    /** @param place of the responses in the request, before their number; empty for the one that is all of it */
    private String stored(
            UUID campaign, @Nullable String key, byte[] bytes, List<ResponseJson> responses, String place) {
        var outcome = given.store(
                new CampaignId(campaign),
                required(key),
                Hashes.sha256(bytes),
                IntStream.range(0, responses.size())
                        .mapToObj(at -> response(responses.get(at), place(place, at)))
                        .toList());
        if (!outcome.wrong().isEmpty()) {
            throw new ApiProblem(outcome.wrong().stream()
                    .map(one -> new ApiProblem.Wrong(
                            place(place, one.response()) + one.path(), one.code(), one.arguments()))
                    .toList());
        }
        return json.write(new Reply(outcome));
    }

    private static String place(String place, int number) {
        return place.isEmpty() ? "" : place + number;
    }

    /** @throws ApiProblem IDEMPOTENCY_KEY_MISSING */
    static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ApiProblem(ApiError.IDEMPOTENCY_KEY_MISSING, "", LONGEST_KEY);
        }
        return key;
    }

    /** @param already the same request had been carried out before */
    record Reply(int stored, int known, boolean already) {

        Reply(Outcome outcome) {
            this(outcome.stored(), outcome.known(), outcome.already());
        }
    }

    private static GivenElsewhere.Response response(ResponseJson one, String place) {
        if (one == null || one.respondent() == null || one.organisation() == null || one.answers() == null) {
            throw new ApiProblem(ApiError.MALFORMED, place, "respondent, organisation, answers");
        }
        return new GivenElsewhere.Response(
                one.respondent(),
                one.name() == null ? one.respondent() : one.name(),
                one.organisation(),
                one.answers().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new QuestionId(entry.getKey()), entry -> answer(entry, place))));
    }

    private static Answer answer(Map.Entry<UUID, Answer> entry, String place) {
        if (entry.getValue() == null) {
            throw new ApiProblem(ApiError.MALFORMED, place + "/answers/" + entry.getKey(), "answer");
        }
        return entry.getValue();
    }
}
