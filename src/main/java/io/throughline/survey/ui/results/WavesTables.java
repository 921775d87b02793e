package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.Waves.Asked;
import io.throughline.survey.Waves.Comparison;
import io.throughline.survey.Waves.FigureChange;
import io.throughline.survey.Waves.QuestionChange;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.results.FigureNumbers;
import io.throughline.survey.results.FilterWords;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/** What changed, question by question; what can't be compared says why. */
class WavesTables extends Composite<Div> {

    WavesTables(Comparison comparison) {
        getContent().addClassName("tl-stack");
        var people = comparison.people();
        if (people != null && people > 0) {
            getContent()
                    .add(Kit.dim(getTranslation(
                            comparison.incomplete() ? "surveys.waves.both.some" : "surveys.waves.both", people)));
        }
        if (comparison.strangers()) {
            getContent().add(Kit.dim(getTranslation("surveys.waves.strangers")));
        }
        comparison.questions().forEach(one -> getContent().add(card(one)));
    }

    private Component card(QuestionChange one) {
        var card = Kit.card(Quotes.unanswered(one.question().title()).in(getLocale()));
        var basis = new Paragraph(basis(one));
        basis.addClassName("tl-dim");
        card.add(basis);
        boolean withheld = one.isBeforeWithheld() || one.isAfterWithheld();
        if (one.asked() != Asked.SAME) {
            card.add(new Badge(Tone.WARN, "≠", getTranslation("surveys.waves." + one.asked())));
        } else if (withheld) {
            card.add(new Badge(Tone.WARN, "!", getTranslation("surveys.waves.few")));
        } else if (one.figures().isEmpty()) {
            card.add(new Paragraph(getTranslation("surveys.waves.nothing")));
        } else {
            if (one.tooFew()) {
                card.add(new Badge(Tone.WARN, "!", getTranslation("surveys.waves.few")));
            }
            card.add(table(one));
        }
        return card;
    }

    private String basis(QuestionChange one) {
        return getTranslation(
                "surveys.waves.basis",
                getTranslation("surveys.method." + one.question().method().name()),
                people(one.before(), one.isBeforeWithheld()),
                people(one.after(), one.isAfterWithheld()));
    }

    /** How many can't be told of too few: none would read as if nobody had answered. */
    private String people(@Nullable Size size, boolean withheld) {
        return withheld
                ? getTranslation("surveys.waves.withheld")
                : NumberFormat.getIntegerInstance(getLocale()).format(size == null ? 0 : size.people());
    }

    private WaveNumbers numbers(QuestionChange one) {
        return new WaveNumbers(
                getLocale(),
                new FigureNumbers(getLocale(), one.question(), one.tooFew()),
                points -> getTranslation("surveys.waves.points", points));
    }

    private Component table(QuestionChange question) {
        var numbers = numbers(question);
        var table = new DataTable<FigureChange>(getTranslation("surveys.waves.caption"))
                .column(getTranslation("surveys.item"), row -> item(question, row))
                .column(getTranslation("surveys.waves.figure"), row -> getTranslation("figure." + row.figure()))
                .numbers(getTranslation("surveys.waves.before"), row -> numbers.value(row.figure(), row.before()))
                .numbers(getTranslation("surveys.waves.after"), row -> numbers.value(row.figure(), row.after()))
                .numbers(
                        getTranslation("surveys.waves.difference"),
                        row -> numbers.difference(row.figure(), row.change()))
                .numbers(getTranslation("surveys.waves.p"), row -> numbers.p(row.corrected()))
                .column(getTranslation("surveys.waves.verdict"), row -> verdict(question, row));
        if (question.figures().stream().anyMatch(row -> row.paired() != null)) {
            table.numbers(getTranslation("surveys.waves.paired"), row -> {
                var paired = row.paired();
                return paired == null
                        ? "–"
                        : numbers.difference(row.figure(), paired.change()) + " · " + getTranslation("surveys.waves.p")
                                + " " + numbers.p(paired.pHolm()) + " (n = " + numbers.people(paired.people()) + ")";
            });
        }
        return table.rows(question.figures());
    }

    private String item(QuestionChange question, FigureChange row) {
        return new FilterWords(this::getTranslation, getLocale()).option(question.question(), row.item());
    }

    /** Of too few people nothing is said; where there is no test, the interval tells. */
    private String verdict(QuestionChange question, FigureChange row) {
        var change = row.change();
        var corrected = row.corrected();
        boolean clear = corrected != null ? corrected < Change.SIGNIFICANT : change.low() > 0 || change.high() < 0;
        if (question.tooFew()) {
            return getTranslation("surveys.waves.verdict.few");
        }
        if (!clear) {
            return getTranslation("surveys.waves.verdict.open");
        }
        return getTranslation(change.difference() > 0 ? "surveys.waves.verdict.rose" : "surveys.waves.verdict.fell");
    }
}
