package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.results.Waves.Asked;
import io.throughline.survey.results.Waves.Comparison;
import io.throughline.survey.results.Waves.FigureChange;
import io.throughline.survey.results.Waves.QuestionChange;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/** What changed, question by question; what can't be compared says why. */
class WavesTables extends Composite<Div> {

    private static final double LEAST_SHOWN = .001;
    private static final int DECIMALS = 3;

    private final transient NumberFormat number;
    private final transient NumberFormat whole;

    WavesTables(Comparison comparison) {
        number = NumberFormat.getNumberInstance(getLocale());
        number.setMinimumFractionDigits(DECIMALS);
        number.setMaximumFractionDigits(DECIMALS);
        whole = NumberFormat.getIntegerInstance(getLocale());
        getContent().addClassName("tl-stack");
        if (comparison.people() > 0) {
            getContent()
                    .add(Kit.dim(getTranslation(
                            comparison.incomplete() ? "surveys.waves.both.some" : "surveys.waves.both",
                            comparison.people())));
        }
        comparison.questions().forEach(one -> getContent().add(card(one)));
    }

    private Component card(QuestionChange one) {
        var card = Kit.card(one.question().title().in(getLocale()));
        var before = one.before();
        var basis = new Paragraph(getTranslation(
                "surveys.waves.basis",
                getTranslation("surveys.method." + one.question().method().name()),
                before == null ? 0 : before.people(),
                one.after().people()));
        basis.addClassName("tl-dim");
        card.add(basis);
        if (one.asked() != Asked.SAME) {
            card.add(new Badge(Tone.WARN, "≠", getTranslation("surveys.waves." + one.asked())));
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

    private Component table(QuestionChange question) {
        var table = new DataTable<FigureChange>(getTranslation("surveys.waves.caption"))
                .column(getTranslation("surveys.item"), row -> item(question, row))
                .column(getTranslation("surveys.waves.figure"), row -> getTranslation("figure." + row.figure()))
                .numbers(getTranslation("surveys.waves.before"), row -> number.format(row.before()))
                .numbers(getTranslation("surveys.waves.after"), row -> number.format(row.after()))
                .numbers(getTranslation("surveys.waves.difference"), row -> difference(row.change()))
                .numbers(getTranslation("surveys.waves.p"), row -> p(row.corrected()))
                .column(getTranslation("surveys.waves.verdict"), row -> verdict(question, row));
        if (question.figures().stream().anyMatch(row -> row.paired() != null)) {
            table.numbers(getTranslation("surveys.waves.paired"), row -> {
                var paired = row.paired();
                return paired == null
                        ? "–"
                        : difference(paired.change()) + " · p "
                                + p(paired.change().p()) + " (n = " + whole.format(paired.people()) + ")";
            });
        }
        return table.rows(question.figures());
    }

    private String item(QuestionChange question, FigureChange row) {
        return question.question().items().stream()
                .filter(item -> item.key().equals(row.item()))
                .map(Item::text)
                .map(text -> text.in(getLocale()))
                .findFirst()
                .orElse(row.item());
    }

    private String difference(Change change) {
        return signed(change.difference()) + " [" + signed(change.low()) + " … " + signed(change.high()) + "]";
    }

    private String signed(double value) {
        // What is shown as nothing has no sign.
        if (Math.abs(value) < LEAST_SHOWN / 2) {
            return number.format(0);
        }
        return (value > 0 ? "+" : "") + number.format(value);
    }

    private String p(@Nullable Double p) {
        if (p == null) {
            return "–";
        }
        return p < LEAST_SHOWN ? "< " + number.format(LEAST_SHOWN) : number.format(p);
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
