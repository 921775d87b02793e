package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.shared.Hashes;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignRequests;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.lineage.Decided;
import io.throughline.survey.lineage.EarlierFate;
import io.throughline.survey.lineage.NextVersion;
import io.throughline.survey.lineage.Touched;
import io.throughline.survey.lineage.TouchingEdit;
import io.throughline.survey.lineage.Wish;
import io.throughline.survey.version.Choice;
import io.throughline.survey.version.Decision;
import io.throughline.survey.version.Edit;
import io.throughline.survey.version.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The next version of a published survey: what its draft changes, what becomes of earlier answers, its publication. */
@Tag(name = "Versions")
@RestController
@RequestMapping(path = "/api/v1/surveys/{survey}", produces = MediaType.APPLICATION_JSON_VALUE)
class VersionsApi {

    private final Surveys surveys;
    private final NextVersion next;
    private final CampaignRequests requests;
    private final ApiJson json;

    VersionsApi(Surveys surveys, NextVersion next, CampaignRequests requests, ApiJson json) {
        this.surveys = surveys;
        this.next = next;
        this.requests = requests;
        this.json = json;
    }

    /**
     * @param version of the draft, to be sent back where it is published
     * @param next number of the version it would be
     * @param undecided how many edits somebody still has to decide about
     */
    record ImpactJson(long version, int next, int undecided, List<EditJson> edits) {}

    /**
     * @param edit its name, the same as long as the draft is a draft
     * @param fingerprint to be sent back with a decision
     * @param question null where it is about a section or the whole survey
     * @param section null where it is about a question or the whole survey
     * @param item key of the item; empty where it is about none
     * @param before null for what is new
     * @param after null for what is gone
     * @param possible what may become of earlier answers: decided where there are several; one goes without saying
     * @param targets keys of the items that may be mapped to
     */
    record EditJson(
            String edit,
            String fingerprint,
            String kind,
            @Nullable UUID question,
            @Nullable UUID section,
            String item,
            @Nullable Part before,
            @Nullable Part after,
            Touched touched,
            List<Choice> possible,
            @Nullable Choice suggested,
            List<String> targets,
            @Nullable DecidedJson decided) {

        static EditJson of(TouchingEdit touch) {
            Edit edit = touch.edit();
            return new EditJson(
                    edit.key(),
                    touch.fingerprint(),
                    edit.kind().name(),
                    edit.question() == null ? null : edit.question().value(),
                    edit.section() == null ? null : edit.section().value(),
                    edit.item(),
                    edit.before(),
                    edit.after(),
                    touch.touched(),
                    edit.offer().possible(),
                    edit.offer().suggested(),
                    edit.offer().targets(),
                    DecidedJson.of(touch.decided()));
        }
    }

    /** @param by name of who decided */
    record DecidedJson(Choice choice, String target, String by, Instant at) {

        static @Nullable DecidedJson of(@Nullable Decided one) {
            return one == null
                    ? null
                    : new DecidedJson(one.decision().choice(), one.decision().target(), one.by(), one.at());
        }
    }

    /**
     * @param edit as the report names it
     * @param target key of the item, for MAP; else left out
     */
    record DecisionJson(
            @Nullable String edit,
            @Nullable String fingerprint,
            @Nullable Choice choice,
            @Nullable String target) {}

    record Decisions(List<DecisionJson> decisions) {}

    /** @param version of the campaign as it was seen */
    record ClosingJson(@Nullable UUID campaign, @Nullable Long version) {}

    /**
     * @param version of the draft as it was seen
     * @param audience ids of organisations
     * @param languages codes
     * @param closing rounds of earlier versions to be closed now; the others run on with what they ask
     * @param reason why they are closed
     * @param leaveOut whether who answered the version before is not asked again
     */
    record NewVersion(
            @Nullable Long version,
            List<UUID> audience,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<String> languages,
            List<ClosingJson> closing,
            @Nullable String reason,
            boolean leaveOut)
            implements NewRound {}

    @Operation(
            summary = "What the draft of the next version would change",
            description =
                    "Each difference once, with the collected answers it touches, what may become of them, and what"
                            + " was decided")
    @GetMapping("/draft/impact")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_READ') and hasRole('PROJECT_MANAGER')")
    String impact(@PathVariable UUID survey) {
        return json.write(shown(new SurveyId(survey)));
    }

    @Operation(
            summary = "Says what becomes of the answers that edits touch",
            description = "All of them or none. May be said otherwise until the version is published")
    @RequestBody(content = @Content(schema = @Schema(implementation = Decisions.class)))
    @PostMapping("/draft/decisions")
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_WRITE') and hasRole('PROJECT_MANAGER')")
    String decide(@PathVariable UUID survey, HttpServletRequest request) throws IOException {
        var id = new SurveyId(survey);
        next.decide(
                id,
                json.read(request, Decisions.class).decisions().stream()
                        .map(VersionsApi::wish)
                        .toList());
        return json.write(shown(id));
    }

    @Operation(
            summary =
                    "Publishes the draft as the next version and asks it; sent again with the same key, it is done once")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewVersion.class)))
    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_SURVEYS_WRITE') and hasRole('PROJECT_MANAGER')")
    String publish(
            @PathVariable UUID survey,
            @RequestHeader(name = ResponsesApi.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var bytes = json.bytes(request);
        var asked = json.read(json.tree(bytes), NewVersion.class);
        if (asked.version() == null || asked.opensAt() == null || asked.closesAt() == null) {
            throw new ApiProblem(ApiError.MALFORMED, "", "version, opensAt, closesAt");
        }
        var id = new SurveyId(survey);
        var campaign = key == null
                ? next.publish(id, asked.version(), asked.round(), asked.locales(), earlier(asked))
                : requests.onceNext(
                        id,
                        ResponsesApi.required(key),
                        Hashes.sha256(bytes),
                        asked.version(),
                        asked.round(),
                        asked.locales(),
                        earlier(asked));
        return json.write(new Created(campaign.value()));
    }

    private ImpactJson shown(SurveyId id) {
        // Read first: whoever publishes with it has seen at least what follows.
        long version = surveys.detail(id).version();
        var impact = next.impact(id);
        return new ImpactJson(
                version,
                impact.next(),
                next.undecided(id),
                impact.edits().stream().map(EditJson::of).toList());
    }

    private static Wish wish(DecisionJson one) {
        if (one.edit() == null || one.fingerprint() == null || one.choice() == null) {
            throw new ApiProblem(ApiError.MALFORMED, "/decisions", "edit, fingerprint, choice");
        }
        return new Wish(
                one.edit(),
                one.fingerprint(),
                new Decision(one.choice(), Objects.requireNonNullElse(one.target(), "")));
    }

    private static EarlierFate earlier(NewVersion asked) {
        Map<CampaignId, Long> closing = new HashMap<>();
        for (var one : asked.closing()) {
            if (one.campaign() == null || one.version() == null) {
                throw new ApiProblem(ApiError.MALFORMED, "/closing", "campaign, version");
            }
            closing.put(new CampaignId(one.campaign()), one.version());
        }
        return new EarlierFate(closing, Objects.requireNonNullElse(asked.reason(), ""), asked.leaveOut());
    }
}
