package io.throughline.bench;

import io.throughline.shared.LocalizedText;
import io.throughline.support.As;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** One open survey of ten questions over sixteen items, answered by as many people as wanted. */
final class GeneratedSurvey {

    static final int ITEMS = 16;

    private static final int CHOICES = 4;
    private static final int POINTS = 4;
    private static final int WORDS = 2;

    private final Generator generator;
    private final SurveyContent content;
    private final CampaignId campaign;
    private final SurveyVersionId version;

    GeneratedSurvey(Generator generator) {
        this.generator = generator;
        this.content = new SurveyContent(
                text("What should the city do next?"), text("To spend next year's money where it helps."), questions());
        this.campaign = published(generator, content);
        this.version = As.viewer(
                generator.projectManager(),
                () -> Objects.requireNonNull(generator
                                .context()
                                .getBean(Surveys.class)
                                .detail(campaign)
                                .published())
                        .surveyVersion());
    }

    /** A campaign that asks this, open for a month. */
    static CampaignId published(Generator generator, SurveyContent content) {
        var surveys = generator.context().getBean(Surveys.class);
        var campaigns = generator.context().getBean(Campaigns.class);
        return As.viewer(generator.projectManager(), () -> {
            var id = surveys.create(content.title());
            surveys.edit(id, surveys.detail(id).version(), content);
            var opens = Instant.now().minusSeconds(60);
            return campaigns.publish(
                    id,
                    surveys.detail(id).version(),
                    new Round(generator.organisations(), opens, opens.plus(Duration.ofDays(30))),
                    List.of(Locale.ENGLISH));
        });
    }

    CampaignId campaign() {
        return campaign;
    }

    SurveyVersionId version() {
        return version;
    }

    List<Question> asked() {
        return content.questions();
    }

    /** A complete answer to a question of this survey. */
    Answer answer(Question question) {
        var random = generator.random();
        return switch (question) {
            case ImportanceSatisfaction choice -> {
                var first = random.nextInt(ITEMS - choice.choose());
                var named = IntStream.range(first, first + choice.choose())
                        .mapToObj(i -> choice.items().get(i).key())
                        .toList();
                var ratings = new LinkedHashMap<String, Integer>();
                choice.items().forEach(item -> ratings.put(item.key(), 1 + random.nextInt(5)));
                yield new ImportanceSatisfaction.Answer(named, false, ratings);
            }
            case Points points -> {
                var given = new LinkedHashMap<String, Integer>();
                int left = Points.TOTAL;
                for (var item : points.items().subList(0, ITEMS - 1)) {
                    int some = random.nextInt(Math.max(1, left / 3));
                    given.put(item.key(), some);
                    left -= some;
                }
                given.put(points.items().getLast().key(), left);
                yield new Points.Answer(given);
            }
            case OwnWords words ->
                new OwnWords.Answer(
                        "The lights on " + random.nextInt(900) + "th Street go out early, please see to it.");
            default ->
                throw new IllegalArgumentException(
                        "not asked in this survey: " + question.method().name());
        };
    }

    /**
     * More people who have submitted all ten answers.
     *
     * @param needs what their own words were joined to, one after the other; nothing was made of those left over
     */
    void answeredBy(int count, List<UUID> needs) throws SQLException {
        var joined = needs.iterator();
        var responses = new GeneratedResponses(generator, this);
        for (var person : generator.respondents(count)) {
            responses.add(person, joined);
        }
        responses.write();
    }

    private List<Question> questions() {
        var questions = new ArrayList<Question>();
        for (int i = 0; i < CHOICES; i++) {
            questions.add(new ImportanceSatisfaction(
                    question(), text("What matters most, part " + i), text("Name three."), true, 3, items()));
        }
        for (int i = 0; i < POINTS; i++) {
            questions.add(new Points(question(), text("Spend 100 points, part " + i), text(""), true, items()));
        }
        for (int i = 0; i < WORDS; i++) {
            questions.add(new OwnWords(question(), text("What else, part " + i), text(""), true));
        }
        return questions;
    }

    private QuestionId question() {
        return new QuestionId(generator.bulk().id());
    }

    private static List<Item> items() {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> new Item("item" + i, text("Service number " + i + " of the city")))
                .toList();
    }

    private static LocalizedText text(String words) {
        return LocalizedText.en(words);
    }
}
