package io.throughline.survey.template;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.Question;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** The templates that come with the portal. Their items are examples, to be replaced by what the asker really asks about. */
public enum BuiltIn {
    /** What matters, sharply, among many things. */
    NEEDS {
        @Override
        SurveyContent content(Words words) {
            return words.survey(words.section(
                    "",
                    entry(1, words.single("often", "often", 5)),
                    entry(2, words.bestWorst("matters", 8)),
                    entry(3, words.ownWords("words"))));
        }
    },
    /** Where improving what exists pays, and how things stand. */
    SATISFACTION {
        @Override
        SurveyContent content(Words words) {
            var nps = words.nps("nps");
            return words.survey(
                    words.section(
                            "services", entry(1, words.importance("matters", 8)).with(true)),
                    words.section(
                            "overall",
                            entry(2, nps),
                            entry(3, words.lines("better")).with(score(nps, Order.AT_MOST, LAST_DETRACTOR)),
                            entry(4, words.lines("well")).with(score(nps, Order.AT_LEAST, FIRST_PROMOTER)),
                            entry(5, words.ownWords("words"))));
        }
    },
    /** Which of the planned features are expected, delightful or needed by nobody. */
    KANO {
        @Override
        SurveyContent content(Words words) {
            return words.survey(words.section(
                    "",
                    entry(1, words.kano("features", 6)).with(true),
                    entry(2, words.single("first", "features", 6)).with(true),
                    entry(3, words.ownWords("words"))));
        }
    },
    /** What more money should go to, and what less. */
    BUDGET {
        @Override
        SurveyContent content(Words words) {
            return words.survey(words.section(
                    "",
                    entry(1, words.points("spend", 6)).with(true),
                    entry(2, words.lines("reason")),
                    entry(3, words.single("wait", "spend", 6)).with(true),
                    entry(4, words.ownWords("words"))));
        }
    },
    /** Once a year: how it was, what comes first, what is missing. */
    YEARLY {
        @Override
        SurveyContent content(Words words) {
            return words.survey(
                    words.section(
                            "behind",
                            entry(1, words.nps("nps")),
                            entry(2, words.rated("rated", 6)).with(true)),
                    words.section("ahead", entry(3, words.bestWorst("matters", 9))),
                    words.section("own", entry(4, words.ownWords("words")), entry(5, words.lines("else"))));
        }
    };

    private static final int LAST_DETRACTOR = 6;
    private static final int FIRST_PROMOTER = 9;

    abstract SurveyContent content(Words words);

    /**
     * What it asks, under fresh ids.
     *
     * @param texts of the built-in templates by key, in every language of the portal
     */
    public SurveyContent content(Function<String, LocalizedText> texts) {
        return content(new Words(key(), texts));
    }

    /** The first part of the keys of its texts: {@code .name} is what it is called, {@code .when} when to take it. */
    public String key() {
        return "template." + name().toLowerCase(Locale.ROOT);
    }

    private static Entry entry(int number, Question question) {
        return Entry.of("q" + number, question);
    }

    private static Condition score(Nps asked, Order order, int step) {
        return Condition.all(new Comparison(asked.id(), new Claim.Amount(order, "", BigDecimal.valueOf(step))));
    }
}
