package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyResults.QuestionReport;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
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

    /** @param segment null for all */
    record ReportJson(
            UUID campaign,
            UUID surveyVersion,
            String survey,
            Object title,
            String state,
            @Nullable String segment,
            int invited,
            int inProgress,
            int answered,
            List<SurveyResults.Turnout> turnout,
            List<QuestionJson> questions) {}

    /** @param result figures by the names of their type; null is undefined */
    record QuestionJson(Question question, Question.Method method, Result result) {

        static QuestionJson of(QuestionReport one) {
            return new QuestionJson(one.question(), one.question().method(), one.result());
        }
    }

    @Operation(summary = "Every question's result: method, n, figures by each weighting with their intervals")
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_RESULTS_READ')")
    String report(@PathVariable UUID campaign, @RequestParam(required = false) @Nullable String segment) {
        var report = results.report(new CampaignId(campaign), segment);
        return json.write(new ReportJson(
                campaign,
                report.surveyVersion().value(),
                report.key(),
                report.title(),
                report.state().name(),
                report.segment(),
                report.invited(),
                report.inProgress(),
                report.answered(),
                report.turnout(),
                report.questions().stream().map(QuestionJson::of).toList()));
    }
}
