package io.throughline.survey.results;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Turnout;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of campaigns whose answers were removed, as they were then. */
@Component
public class KeptResults {

    private final JdbcClient jdbc;

    KeptResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose figures they are. */
    public enum Kind {
        /** Of those who ask. */
        TEAM,
        /** Of those asked. */
        SHARED
    }

    /** @param segment null for all */
    public void keep(CampaignId campaign, Kind kind, @Nullable String segment, QuestionId question, Result result) {
        jdbc.sql("""
                        insert into kept_result (campaign_id, kind, segment, question_id, content)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        campaign.value(),
                        kind.name(),
                        segment == null ? "" : segment,
                        question.value(),
                        SurveyJson.write(result))
                .update();
    }

    public void keep(CampaignId campaign, Turnout turnout) {
        jdbc.sql("insert into kept_turnout (campaign_id, segment, invited, answered) values (?, ?, ?, ?)")
                .params(campaign.value(), turnout.segment(), turnout.invited(), turnout.answered())
                .update();
    }

    /** One for each of the questions; of those too few had answered there are no figures. @param segment null for all */
    List<Result> of(CampaignId campaign, Kind kind, @Nullable String segment, List<Question> questions) {
        var kept = new HashMap<QuestionId, String>();
        jdbc.sql("select question_id, content from kept_result where campaign_id = ? and kind = ? and segment = ?")
                .params(campaign.value(), kind.name(), segment == null ? "" : segment)
                .query(row -> {
                    kept.put(new QuestionId(Columns.uuid(row, "question_id")), row.getString("content"));
                });
        return questions.stream()
                .<Result>map(question -> {
                    var json = kept.get(question.id());
                    return json == null
                            ? question.result(new Tally(question.layout(), Settings.STANDARD))
                            : SurveyJson.result(json, type(question));
                })
                .toList();
    }

    public List<String> segments(CampaignId campaign) {
        return jdbc.sql("""
                        select distinct segment from kept_result
                        where campaign_id = ? and kind = 'TEAM' and segment <> '' order by segment""")
                .param(campaign.value())
                .query((row, number) -> row.getString("segment"))
                .list();
    }

    public List<Turnout> turnout(CampaignId campaign, @Nullable String segment) {
        return jdbc.sql("""
                        select segment, invited, answered from kept_turnout
                        where campaign_id = :campaign and (:segment is null or segment = :segment) order by segment""")
                .param("campaign", campaign.value())
                .param("segment", segment)
                .query((row, number) -> new Turnout(
                        null,
                        "",
                        row.getString("segment"),
                        BigDecimal.ONE,
                        row.getInt("invited"),
                        null,
                        row.getInt("answered")))
                .list();
    }

    /** What it is read back as. */
    static Class<? extends Result> type(Question question) {
        return switch (question) {
            case Kano _ -> Kano.Result.class;
            case Ranking _ -> Ranking.Result.class;
            case Pairwise _ -> Pairwise.Result.class;
            case SingleChoice _ -> SingleChoice.Result.class;
            case MultipleChoice _ -> MultipleChoice.Result.class;
            case ChoiceOfK _ -> ChoiceOfK.Result.class;
            case BestWorst _ -> BestWorst.Result.class;
            case ImportanceSatisfaction _ -> ImportanceSatisfaction.Result.class;
            case ImportanceSatisfactionByRating _ -> ImportanceSatisfactionByRating.Result.class;
            case Points _ -> Points.Result.class;
            case Scale _ -> Scale.Result.class;
            case Nps _ -> Nps.Result.class;
            case NumberQuestion _ -> NumberQuestion.Result.class;
            case DateQuestion _ -> DateQuestion.Result.class;
            case FileQuestion _ -> FileQuestion.Result.class;
            case Text _ -> Text.Result.class;
            case OwnWords _ -> OwnWords.Result.class;
        };
    }
}
