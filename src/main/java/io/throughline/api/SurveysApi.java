package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.Hashes;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.CampaignRequests;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Surveys: written, read and published. */
@Tag(name = "Surveys")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SurveysApi {

    private static final int LARGEST_PAGE = 100;

    private final Surveys surveys;
    private final CampaignRequests requests;
    private final Organisations organisations;
    private final ApiJson json;

    SurveysApi(Surveys surveys, CampaignRequests requests, Organisations organisations, ApiJson json) {
        this.surveys = surveys;
        this.requests = requests;
        this.organisations = organisations;
        this.json = json;
    }

    /**
     * @param version to be sent back with a change
     * @param content what the draft asks; where there is none, what was published
     * @param published what was asked last, where a draft of the next version differs from it; else null
     */
    record SurveyJson(
            UUID id,
            String key,
            long version,
            String state,
            SurveyContent content,
            @Nullable SurveyContent published,
            List<Defect> defects,
            List<CampaignJson> campaigns) {}

    /** What keeps a draft from being published. */
    record Defect(String path, String code) {}

    /**
     * @param version to be sent back where it is closed
     * @param surveyVersion number of the version it asks
     */
    record CampaignJson(
            UUID id, int number, long version, int surveyVersion, String state, Instant opensAt, Instant closesAt) {

        static CampaignJson of(CampaignInfo one) {
            return new CampaignJson(
                    one.id().value(),
                    one.number(),
                    one.version(),
                    one.versionNumber(),
                    one.state().name(),
                    one.opensAt(),
                    one.closesAt());
        }
    }

    /**
     * @param version of the survey as it was seen
     * @param content all of what the draft is to ask
     */
    record Draft(@Nullable Long version, @Nullable NewSurvey content) {}

    record OrganisationJson(UUID id, String name, String segment, BigDecimal weight) {

        static OrganisationJson of(OrganisationInfo one) {
            return new OrganisationJson(one.id().value(), one.name(), one.segment(), one.weight());
        }
    }

    /**
     * @param audience ids of organisations
     * @param languages codes; those of a survey published before are kept
     */
    record NewCampaign(
            List<UUID> audience,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<String> languages) implements NewRound {}

    @Operation(summary = "The surveys you may read, the newest first")
    @GetMapping("/surveys")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_READ')")
    String list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        record Row(UUID id, String key, Object title, String state) {}
        return json.write(surveys.list(query, Math.max(0, offset), Math.clamp(limit, 1, LARGEST_PAGE)).stream()
                .map(row -> new Row(
                        row.id().value(), row.key(), row.title(), row.state().name()))
                .toList());
    }

    @Operation(summary = "A survey with what it asks")
    @GetMapping("/surveys/{survey}")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_READ')")
    String read(@PathVariable UUID survey) {
        return json.write(shown(new SurveyId(survey)));
    }

    @Operation(summary = "Creates a draft; ids of questions are made where none are given")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewSurvey.class)))
    @PostMapping("/surveys")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_WRITE') and hasRole('PROJECT_MANAGER')")
    String create(HttpServletRequest request) throws IOException {
        var asked = json.read(request, NewSurvey.class);
        return json.write(shown(surveys.create(asked.content())));
    }

    @Operation(
            summary = "Replaces what a draft asks",
            description = "Of a published survey, that of its next version, which is made by this where there is none:"
                    + " what was published stays as it is. Questions and sections keep their ids, and their answers with"
                    + " them; one without an id is a new one")
    @RequestBody(content = @Content(schema = @Schema(implementation = Draft.class)))
    @PutMapping("/surveys/{survey}/draft")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_WRITE') and hasRole('PROJECT_MANAGER')")
    String change(@PathVariable UUID survey, HttpServletRequest request) throws IOException {
        var draft = json.read(request, Draft.class);
        if (draft.version() == null || draft.content() == null) {
            throw new ApiProblem(ApiError.MALFORMED, "", "version, content");
        }
        var id = new SurveyId(survey);
        surveys.edit(id, draft.version(), draft.content().changed());
        return json.write(shown(id));
    }

    @Operation(summary = "The organisations that can be asked")
    @GetMapping("/organisations")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_READ')")
    String organisations() {
        return json.write(organisations.all().stream().map(OrganisationJson::of).toList());
    }

    @Operation(
            summary =
                    "Publishes a draft, or asks what was published once more; sent again with the same key, it is done once")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewCampaign.class)))
    @PostMapping("/surveys/{survey}/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_WRITE') and hasRole('PROJECT_MANAGER')")
    String publish(
            @PathVariable UUID survey,
            @RequestHeader(name = ResponsesApi.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var bytes = json.bytes(request);
        var asked = json.read(json.tree(bytes), NewCampaign.class);
        var id = new SurveyId(survey);
        var campaign = key == null
                ? requests.carryOut(id, asked.round(), asked.locales())
                : requests.once(id, ResponsesApi.required(key), Hashes.sha256(bytes), asked.round(), asked.locales());
        return json.write(new Created(campaign.value()));
    }

    private SurveyJson shown(SurveyId id) {
        var detail = surveys.detail(id);
        return new SurveyJson(
                id.value(),
                detail.key(),
                detail.version(),
                detail.state().name(),
                detail.content(),
                detail.published() != null && detail.isDrafted() ? detail.asked() : null,
                defects(detail),
                detail.campaigns().stream().map(CampaignJson::of).toList());
    }

    /** The errors of the check, each at its place in what is asked. */
    private static List<Defect> defects(SurveyDetail detail) {
        return detail.findings().stream()
                .filter(Finding::error)
                .map(one -> new Defect(place(detail.content(), one), one.code().name()))
                .toList();
    }

    private static String place(SurveyContent content, Finding found) {
        var sections = content.sections();
        boolean divided = sections.size() > 1 || sections.getFirst().isHeaded();
        for (int at = 0; at < sections.size(); at++) {
            if (sections.get(at).id().equals(found.section())) {
                return "/sections/" + at;
            }
            var ids = sections.get(at).entries().stream().map(Entry::id).toList();
            int number = found.question() == null ? -1 : ids.indexOf(found.question());
            if (number >= 0) {
                return divided ? "/sections/" + at + "/entries/" + number + "/question" : "/questions/" + number;
            }
        }
        return "";
    }
}
