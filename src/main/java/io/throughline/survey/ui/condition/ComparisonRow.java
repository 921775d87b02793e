package io.throughline.survey.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Entry;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One comparison with an earlier answer: which question, what is asked of it, and what it is compared with. */
class ComparisonRow extends Composite<Div> {

    private final Select<Entry> question = new Select<>();
    private final Select<Ask> ask = new Select<>();
    private final Select<String> item = new Select<>();
    private final BigDecimalField number = new DecimalField();
    private final DatePicker day = new DatePicker();

    /** @param earlier the questions it can look back at, at least one */
    ComparisonRow(List<Entry> earlier, ConditionWords words, @Nullable Comparison now, Consumer<ComparisonRow> remove) {
        question.setLabel(getTranslation("surveys.if.question"));
        question.setItems(earlier);
        question.setItemLabelGenerator(words::name);
        ask.setLabel(getTranslation("surveys.if.ask"));
        ask.setItemLabelGenerator(one -> words.ask(question.getValue().question(), one));
        item.setLabel(getTranslation("surveys.if.item"));
        item.setItemLabelGenerator(key -> words.item(question.getValue().question(), key));
        number.setLabel(getTranslation("surveys.if.number"));
        day.setLabel(getTranslation("surveys.if.day"));
        var away = new Button("×", click -> remove.accept(this));
        away.setAriaLabel(getTranslation("surveys.if.remove"));
        getContent().addClassName("survey-comparison");
        getContent().add(question, ask, Kit.div("survey-compared-with", item, number, day), away);
        Stream.<Component>of(item, number, day).forEach(field -> field.setVisible(false));
        question.addValueChangeListener(change -> showAsks());
        ask.addValueChangeListener(change -> showValues());
        question.setValue(earlier.stream()
                .filter(one -> now != null && one.id().equals(now.question()))
                .findFirst()
                .orElseGet(earlier::getLast));
        if (now != null) {
            fill(now.claim());
        }
    }

    private void fill(Claim claim) {
        ask.setValue(Ask.of(claim));
        switch (claim) {
            case Claim.Answered _ -> {}
            case Claim.Chosen one -> choose(one.item());
            case Claim.Amount one -> {
                choose(one.item());
                number.setValue(one.amount());
            }
            case Claim.Day one -> day.setValue(one.day());
        }
    }

    private void choose(String key) {
        if (Facts.keys(question.getValue().question()).contains(key)) {
            item.setValue(key);
        } else if (!key.isEmpty()) {
            item.setErrorMessage(getTranslation("surveys.if.item.again"));
            item.setInvalid(true);
        }
    }

    private Set<Facts.Kind> kinds() {
        return Facts.offered(question.getValue().question());
    }

    private void showAsks() {
        var kinds = kinds();
        var asks =
                Arrays.stream(Ask.values()).filter(one -> one.isOffered(kinds)).toList();
        ask.setItems(asks);
        item.setItems(Facts.keys(question.getValue().question()));
        ask.setValue(asks.contains(Ask.CHOSEN) ? Ask.CHOSEN : asks.size() > 2 ? asks.get(2) : Ask.ANSWERED);
        showValues();
    }

    private void showValues() {
        var one = ask.getValue();
        item.setVisible(one != null && one.needsItem(kinds()));
        number.setVisible(one != null && one.needsNumber());
        day.setVisible(one != null && one.needsDay());
    }

    /** Empty while something is missing, which is then marked. */
    Optional<Comparison> comparison() {
        var chosen = ask.getValue();
        if (chosen == null || isMissing(item) | isMissing(number) | isMissing(day)) {
            return Optional.empty();
        }
        var key = item.isVisible() ? item.getValue() : "";
        Claim claim = switch (chosen) {
            case ANSWERED -> new Claim.Answered(true);
            case NOT_ANSWERED -> new Claim.Answered(false);
            case CHOSEN -> new Claim.Chosen(key, true);
            case NOT_CHOSEN -> new Claim.Chosen(key, false);
            case AT_LEAST, AT_MOST, EQUAL, OTHER -> new Claim.Amount(chosen.order(), key, number.getValue());
            case FROM_DAY, UNTIL_DAY, ON_DAY, NOT_ON_DAY -> new Claim.Day(chosen.order(), day.getValue());
        };
        return Optional.of(new Comparison(question.getValue().id(), claim));
    }

    private <F extends Component & HasValue<?, ?> & HasValidation> boolean isMissing(F field) {
        boolean missing = field.isVisible() && field.isEmpty();
        field.setErrorMessage(missing ? getTranslation("surveys.publish.needed") : "");
        field.setInvalid(missing);
        return missing;
    }

    /** Into the first field in which something is missing. */
    void mend() {
        Stream.<Focusable<?>>of(item, number, day)
                .filter(field -> field instanceof HasValidation checked && checked.isInvalid())
                .findFirst()
                .ifPresent(Focusable::focus);
    }

    /** Into its first field. */
    void begin() {
        question.focus();
    }
}
