package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results with all the figures the screen shows. */
@Tag(name = "Results")
@RestController
@RequestMapping(path = "/api/v1/campaigns/{campaign}/results", produces = MediaType.APPLICATION_JSON_VALUE)
class ResultsApi {

    private final SurveyResults results;
    private final ApiJson json;

    ResultsApi(SurveyResults results, ApiJson json) {
        this.results = results;
        this.json = json;
    }

    /**
     * @param filter whose answers it is about, by the names of the parameters
     * @param inProgress null where nobody can know: answers are anonymous, or removed
     * @param uncounted people who answered an anonymous campaign and were left uncounted when it closed
     * @param weightSet number of the set of weights in force; 0 for those of when the campaign was published
     * @param answersRemovedAt when single answers were removed, the figures being those of then
     */
    record ReportJson(
            UUID campaign,
            UUID surveyVersion,
            String survey,
            Object title,
            String state,
            Map<String, List<String>> filter,
            int invited,
            @Nullable Integer inProgress,
            int answered,
            List<Turnout> turnout,
            int uncounted,
            int weightSet,
            @Nullable Instant answersRemovedAt,
            List<QuestionJson> questions) {}

    /**
     * @param withheld whether nothing is told of it, too few having answered: then there is no result
     * @param result figures by the names of their type; null is undefined
     */
    record QuestionJson(
            Question question,
            Question.Method method,
            boolean withheld,
            @Nullable Result result) {

        static QuestionJson of(ResultsReport report, QuestionReport one) {
            boolean withheld = report.isWithheld(one);
            return new QuestionJson(one.question(), one.question().method(), withheld, withheld ? null : one.result());
        }
    }

    @Operation(
            summary = "Every question's result: method, n, figures by each weighting with their intervals",
            description =
                    "May be narrowed to a segment, to organisations (their ids), to the weeks of two days in which"
                            + " responses were submitted first, and to those who chose an option of another question, given as its"
                            + " id, a colon and the key of the option. A question of which nothing is told, as too few"
                            + " answered it, is \"withheld\" and has no result")
    @Narrowing
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_RESULTS_READ')")
    String report(
            @PathVariable UUID campaign,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var id = new CampaignId(campaign);
        var filter = Narrowing.Read.of(parameters);
        results.requireAsked(List.of(id), filter);
        var report = results.report(id, filter);
        return json.write(new ReportJson(
                campaign,
                report.surveyVersion().value(),
                report.key(),
                report.title(),
                report.state().name(),
                report.filter().written(),
                report.invited(),
                report.inProgress(),
                report.answered(),
                report.turnout(),
                report.uncounted(),
                report.weightSet(),
                report.removedAt(),
                report.questions().stream()
                        .map(one -> QuestionJson.of(report, one))
                        .toList()));
    }
}
