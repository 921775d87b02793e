package io.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Waves;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.question.stats.PairedChange;
import io.throughline.survey.question.stats.Size;
import java.util.List;
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

/** What changed between two campaigns of a survey, as the comparison on the screen shows it. */
@Tag(name = "Results")
@RestController
@RequestMapping(path = "/api/v1/campaigns/{campaign}/changes/{since}", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesApi {

    private final Waves waves;
    private final SurveyResults results;
    private final ApiJson json;

    ChangesApi(Waves waves, SurveyResults results, ApiJson json) {
        this.waves = waves;
        this.results = results;
        this.json = json;
    }

    /**
     * @param people who answered both and are compared with themselves as well; null where it may not be known who answered
     * @param incomplete whether more people answered both than are compared
     */
    record ChangesJson(
            UUID campaign,
            UUID since,
            @Nullable Integer people,
            boolean incomplete,
            List<QuestionChangesJson> questions) {}

    /**
     * @param before null where the question was not asked, or is withheld
     * @param after null where it is withheld
     * @param beforeWithheld whether nothing is told of the earlier result, too few having answered
     * @param afterWithheld the same of the later one
     */
    record QuestionChangesJson(
            UUID question,
            Question.Method method,
            Waves.Asked asked,
            @Nullable Size before,
            @Nullable Size after,
            boolean beforeWithheld,
            boolean afterWithheld,
            boolean tooFew,
            List<FigureChangeJson> figures) {

        static QuestionChangesJson of(Waves.QuestionChange one) {
            return new QuestionChangesJson(
                    one.question().id().value(),
                    one.question().method(),
                    one.asked(),
                    one.before(),
                    one.after(),
                    one.isBeforeWithheld(),
                    one.isAfterWithheld(),
                    one.tooFew(),
                    one.figures().stream().map(FigureChangeJson::of).toList());
        }
    }

    /**
     * @param item key of the item, empty for the question as a whole
     * @param pHolm p of the difference corrected over the items; null where there is no test
     * @param paired of those who answered both; null where fewer than two did
     */
    record FigureChangeJson(
            String item,
            String figure,
            double before,
            double after,
            Change change,
            @Nullable Double pHolm,
            @Nullable PairedChange paired) {

        static FigureChangeJson of(Waves.FigureChange one) {
            return new FigureChangeJson(
                    one.item(), one.figure(), one.before(), one.after(), one.change(), one.corrected(), one.paired());
        }
    }

    @Operation(
            summary = "What changed since an earlier campaign of the survey: figures, difference, interval, test",
            description =
                    "May be narrowed as results may: segment, organisation, from, to, said. Where nothing is told of a"
                            + " question in one of the two, as too few answered it, that one is \"beforeWithheld\" or"
                            + " \"afterWithheld\", its size is null, and there are no figures")
    @Narrowing
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_RESULTS_READ')")
    String changes(
            @PathVariable UUID campaign,
            @PathVariable UUID since,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var filter = Narrowing.Read.of(parameters);
        var earlier = new CampaignId(since);
        var later = new CampaignId(campaign);
        results.requireAsked(List.of(earlier, later), filter);
        var compared = waves.compare(earlier, later, filter, Progress.UNWATCHED);
        return json.write(new ChangesJson(
                campaign,
                since,
                compared.people(),
                compared.incomplete(),
                compared.questions().stream().map(QuestionChangesJson::of).toList()));
    }
}
