package io.throughline.survey.results;

import io.throughline.shared.Progress;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Judgements;
import io.throughline.survey.question.stats.PairedChange;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people who answered two campaigns, compared with themselves. What one person says of a figure is that figure over this
 * person alone.
 */
@Component
public class AnsweredBoth {

    private static final int MOST = 2_000;
    private static final int AT_ONCE = 250;

    /** One person is no sample: nothing is drawn from it. */
    private static final Settings ALONE = new Settings(0, 0, 0, 0, .1, 1, Judgements.SAATY);

    private static final String AS_ONE = """
            select r.person_id human, p.id earlier, r.id later
            from response r
            join response p on p.person_id = r.person_id and p.campaign_id = :before and p.submitted_revision > 0
            where r.campaign_id = :campaign and r.submitted_revision > 0
            """ + ResultsFilter.CONDITION + " order by r.id limit :limit";

    /** Known as two, at least one of them by an import only: an account's person says that they are one human. */
    private static final String AS_TWO = """
            select known.human, p.id earlier, r.id later
            from (select person_id human, person_id earlier, respondent_id later from respondent_link
                  union all select person_id, respondent_id, person_id from respondent_link
                  union all select one.person_id, one.respondent_id, other.respondent_id
                  from respondent_link one join respondent_link other on other.person_id = one.person_id
                      and other.respondent_id <> one.respondent_id) known
            join response r on r.person_id = known.later
            join response p on p.person_id = known.earlier and p.campaign_id = :before and p.submitted_revision > 0
            where r.campaign_id = :campaign and r.submitted_revision > 0
            """ + ResultsFilter.CONDITION + " order by r.id limit :limit";

    private final JdbcClient jdbc;

    AnsweredBoth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param item key, empty for the question as a whole, @param name of the figure */
    public record What(String item, String name) {}

    /**
     * Their differences by question and figure.
     *
     * @param incomplete whether there are more such people
     * @param strangers whether both have answers of people known by an import only, who may be the same
     */
    public record Pairs(
            int people, boolean incomplete, boolean strangers, Map<QuestionId, Map<What, List<Double>>> differences) {

        public static final Pairs NONE = new Pairs(0, false, false, Map.of());

        /** Null where fewer than two answered the question both times. */
        public @Nullable PairedChange paired(QuestionId question, What what) {
            var own = differences.getOrDefault(question, Map.of()).getOrDefault(what, List.of());
            return own.size() < 2
                    ? null
                    : PairedChange.of(
                            own.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** @param questions asked the same way in both */
    public Pairs of(
            CampaignId before, CampaignId after, ResultsFilter filter, List<Question> questions, Progress progress) {
        var people = people(before, after, filter);
        boolean incomplete = people.size() > MOST;
        var compared = incomplete ? people.subList(0, MOST) : people;
        var differences = new HashMap<QuestionId, Map<What, List<Double>>>();
        for (int from = 0; from < compared.size(); from += AT_ONCE) {
            progress.at(from, compared.size());
            var some = compared.subList(from, Math.min(from + AT_ONCE, compared.size()));
            var answers = answers(some);
            for (var person : some) {
                for (var question : questions) {
                    var was = own(question, answers.get(new Place(person.earlier(), question.id())));
                    own(question, answers.get(new Place(person.later(), question.id())))
                            .forEach((what, is) -> {
                                var then = was.get(what);
                                if (then != null) {
                                    differences
                                            .computeIfAbsent(question.id(), _ -> new HashMap<>())
                                            .computeIfAbsent(what, _ -> new ArrayList<>())
                                            .add(is - then);
                                }
                            });
                }
            }
        }
        return new Pairs(compared.size(), incomplete, isStrange(before) && isStrange(after), differences);
    }

    /** What one person says of each figure. */
    private static Map<What, Double> own(Question question, @Nullable Answer answer) {
        var own = new HashMap<What, Double>();
        if (answer == null) {
            return own;
        }
        question.measured(answer).ifPresent(measured -> {
            var tally = new Tally(question.layout(), ALONE);
            tally.add(new Respondent(new UUID(0, 0), new UUID(0, 0), 1), measured);
            estimated(ResultFigures.of(question.result(tally))).forEach((what, values) -> {
                var value = values.perPerson();
                if (value != null) {
                    own.put(what, value.value());
                }
            });
        });
        return own;
    }

    public static Map<What, ByWeighting> estimated(List<Figure> figures) {
        var estimated = new LinkedHashMap<What, ByWeighting>();
        for (var figure : figures) {
            if (figure instanceof Figure.Estimated one) {
                estimated.put(new What(one.item(), one.name()), one.values());
            }
        }
        return estimated;
    }

    private record Person(UUID earlier, UUID later) {}

    /** Everybody once, however many answers of theirs there are; at most one more than are compared. */
    private List<Person> people(CampaignId before, CampaignId after, ResultsFilter filter) {
        var people = new LinkedHashMap<UUID, Person>();
        for (var known : List.of(AS_ONE, AS_TWO)) {
            jdbc.sql(known)
                    .params(filter.parameters())
                    .param("before", before.value())
                    .param("campaign", after.value())
                    .param("limit", MOST + 1)
                    .query(row -> {
                        people.putIfAbsent(
                                Columns.uuid(row, "human"),
                                new Person(Columns.uuid(row, "earlier"), Columns.uuid(row, "later")));
                    });
        }
        return people.values().stream().limit(MOST + 1).toList();
    }

    private boolean isStrange(CampaignId campaign) {
        return jdbc.sql("""
                        select exists (
                            select 1 from response r left join respondent_link l on l.respondent_id = r.person_id
                            where r.campaign_id = ? and r.external_id is not null and l.person_id is null)""").param(campaign.value()).query(Boolean.class).single();
    }

    private record Place(UUID response, QuestionId question) {}

    private Map<Place, Answer> answers(List<Person> people) {
        var found = new HashMap<Place, Answer>();
        jdbc.sql("""
                        select r.id, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""")
                .param(
                        "ids",
                        people.stream()
                                .flatMap(one -> Stream.of(one.earlier(), one.later()))
                                .toList())
                .query(row -> {
                    found.put(
                            new Place(Columns.uuid(row, "id"), new QuestionId(Columns.uuid(row, "question_id"))),
                            SubmittedAnswers.answer(row));
                });
        return found;
    }
}
