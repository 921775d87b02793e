package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A question of LimeSurvey that asks over several rows: a question of ours for each. What all of them say is read once, as a
 * few letters of a file can stand for a thousand rows.
 */
record LimeRows(LimeQuestion question) {

    private static final int FEWEST_STEPS = 3;
    private static final int USUAL_SLIDER = 100;
    private static final LocalizedText NOTHING = new LocalizedText(Map.of());

    /** A question for each, that says what all of them ask and what this one is about. */
    private void each(BiConsumer<LocalizedText, String> add) {
        var rows = question.rows();
        if (rows.isEmpty()) {
            sketch().left(question.code(), What.KIND, question.type());
            return;
        }
        if (rows.size() > 1) {
            sketch().left(question.code(), What.ROWS, String.valueOf(rows.size()));
        }
        var whole = question.title();
        for (var row : rows) {
            var text = sketch().text(question.code(), row.texts());
            add.accept(sketch().about(question.code(), whole, text, question.mother()), question.rowCode(row));
        }
    }

    void texts() {
        each((title, name) -> question.add(
                name, new Text(QuestionId.next(), title, question.help(), question.isRequired(), false), Map.of()));
    }

    /** @param greatest the last of the steps, which begin with 1 */
    void scales(int greatest) {
        each((title, name) -> question.add(name, scale(title, 1, greatest), Map.of()));
    }

    Scale scale(LocalizedText title, int least, int greatest) {
        return scale(title, least, greatest, NOTHING, NOTHING);
    }

    private Scale scale(LocalizedText title, int least, int greatest, LocalizedText low, LocalizedText high) {
        return new Scale(QuestionId.next(), title, question.help(), question.isRequired(), least, greatest, low, high);
    }

    void choices(List<LimeOption> options) {
        var keys = LimeOption.keys(options);
        var items = LimeOption.items(sketch(), question.code(), options, keys);
        each((title, name) -> question.add(
                name,
                new SingleChoice(QuestionId.next(), title, question.help(), question.isRequired(), items, false),
                keys));
    }

    void numbers() {
        var unit = question.unit();
        each((title, name) -> question.add(name, number(title, unit), Map.of()));
    }

    NumberQuestion number(LocalizedText title, LocalizedText unit) {
        var attributes = question.attributes();
        boolean slider = attributes.is("slider_layout", "1");
        var least = attributes.number(slider ? "slider_min" : "min_num_value_n");
        var greatest = attributes.number(slider ? "slider_max" : "max_num_value_n");
        return new NumberQuestion(
                QuestionId.next(),
                title,
                question.help(),
                question.isRequired(),
                slider && least == null ? BigDecimal.ZERO : least,
                slider && greatest == null ? BigDecimal.valueOf(USUAL_SLIDER) : greatest,
                attributes.is("num_value_int_only", "1") ? 0 : slider ? decimals() : 2,
                unit);
    }

    /** A slider goes by whole numbers where nothing else is set. */
    private int decimals() {
        var step = Sketch.number(question.attributes().text("slider_accuracy")).orElse(BigDecimal.ONE);
        return Math.clamp(step.stripTrailingZeros().scale(), 0, NumberQuestion.MOST_DECIMALS);
    }

    /** Options that are whole numbers one after the other are a scale; others are chosen among, row by row. */
    void matrix() {
        var answers = question.answers();
        if (!isScale(answers)) {
            choices(answers);
            return;
        }
        int first = step(answers.getFirst());
        int last = step(answers.getLast());
        var low = end(answers.getFirst());
        var high = end(answers.getLast());
        each((title, name) -> question.add(name, scale(title, first, last, low, high), Map.of()));
    }

    private static boolean isScale(List<LimeOption> answers) {
        int first = answers.isEmpty() ? 0 : step(answers.getFirst());
        int last = first + answers.size() - 1;
        return answers.size() >= FEWEST_STEPS
                && first >= 0
                && first <= 1
                && last <= Scale.GREATEST
                && IntStream.range(0, answers.size())
                        .allMatch(at -> step(answers.get(at)) == first + at
                                && (isCalled(answers.get(at), first + at)
                                        || (at == 0 || at == last - first) && !isNumber(answers.get(at))));
    }

    /** Below zero for one whose code says none. */
    private static int step(LimeOption option) {
        return Sketch.number(option.code().replaceFirst("^[A-Za-z]+0*", ""))
                .map(Number::intValue)
                .orElse(-1);
    }

    /** Not at all, or by its step: one called otherwise would be another one here. */
    private static boolean isCalled(LimeOption option, int step) {
        return option.texts().values().stream()
                .map(text -> PlainText.of(text).text())
                .allMatch(text -> text.isEmpty() || text.equals(String.valueOf(step)));
    }

    private static boolean isNumber(LimeOption option) {
        return option.texts().values().stream()
                .allMatch(text -> PlainText.of(text).text().matches("\\d*"));
    }

    private LocalizedText end(LimeOption option) {
        return isNumber(option) ? NOTHING : sketch().text(question.code(), option.texts());
    }

    private Sketch sketch() {
        return question.sketch();
    }
}
