package io.throughline.survey.question;

import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The answers of one type that a result rests on, in the order of the people of its sample. */
public final class Answers<A extends Answer> {

    private final List<A> all;
    private final Sample sample;
    private final Settings settings;

    private Answers(List<A> all, Sample sample, Settings settings) {
        this.all = all;
        this.sample = sample;
        this.settings = settings;
    }

    static <A extends Answer> Answers<A> of(Typed<A, ?> question, List<Given> given, Settings settings) {
        var all = new ArrayList<A>();
        var people = new ArrayList<Respondent>();
        for (var one : given) {
            var own = question.own(one.answer());
            if (own != null && question.counts(own)) {
                all.add(own);
                people.add(one.by());
            }
        }
        return new Answers<>(List.copyOf(all), new Sample(people, settings), settings);
    }

    List<A> all() {
        return all;
    }

    Sample sample() {
        return sample;
    }

    Size size() {
        return sample.size();
    }

    Settings settings() {
        return settings;
    }

    /** A number for each answer. */
    double[] values(ToDoubleFunction<A> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    /** How many answers are so, everybody counted once. */
    int count(Predicate<A> one) {
        return (int) all.stream().filter(one).count();
    }
}
