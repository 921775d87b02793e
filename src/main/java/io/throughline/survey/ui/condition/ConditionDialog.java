package io.throughline.survey.ui.condition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.Entry;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks when something is asked: comparisons with earlier answers, and whether all or any of them must hold. */
class ConditionDialog extends Dialog {

    private final List<Entry> earlier;
    private final ConditionWords words;
    private final transient Consumer<Condition> store;
    private final Select<Condition.Match> match = new Select<>();
    private final Div list = Kit.stack();
    private final Button more = new Button();
    private final List<ComparisonRow> rows = new ArrayList<>();

    /**
     * @param name of what is asked or not
     * @param earlier the questions it can look back at
     * @param store gets what was decided
     */
    ConditionDialog(
            String name, Condition condition, List<Entry> earlier, ConditionWords words, Consumer<Condition> store) {
        this.earlier = List.copyOf(earlier);
        this.words = words;
        this.store = store;
        setHeaderTitle(getTranslation("surveys.if.title", name));
        setWidth("min(860px, 96vw)");
        match.setLabel(getTranslation("surveys.if.match"));
        match.setItems(Condition.Match.values());
        match.setItemLabelGenerator(one -> Labels.of(this, one));
        match.setValue(condition.match());
        more.setText("+ " + getTranslation("surveys.if.more"));
        more.addClickListener(click -> addRow(null).begin());
        more.setVisible(!earlier.isEmpty());
        add(Kit.stack(list, Kit.row(more), match));
        var go = new Button(getTranslation("surveys.if.store"), click -> store());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var always = new Button(getTranslation("surveys.if.drop"), click -> store(Condition.ALWAYS));
        always.setVisible(!condition.isAlways());
        getFooter().add(always, new Button(getTranslation("action.cancel"), click -> close()), go);
        fill(condition);
        addOpenedChangeListener(change ->
                rows.stream().findFirst().filter(first -> change.isOpened()).ifPresent(ComparisonRow::begin));
    }

    private void fill(Condition condition) {
        var fit = condition.comparisons().stream()
                .collect(Collectors.partitioningBy(
                        one -> earlier.stream().anyMatch(entry -> entry.id().equals(one.question()))));
        fit.getOrDefault(true, List.of()).forEach(this::addRow);
        fit.getOrDefault(false, List.of())
                .forEach(one -> list.add(new Paragraph(getTranslation("surveys.if.unfit", words.of(one)))));
        if (rows.isEmpty() && !earlier.isEmpty()) {
            addRow(null);
        }
        showMatch();
    }

    private ComparisonRow addRow(@Nullable Comparison now) {
        var row = new ComparisonRow(earlier, words, now, this::remove);
        rows.add(row);
        list.add(row);
        showMatch();
        return row;
    }

    private void remove(ComparisonRow row) {
        rows.remove(row);
        list.remove(row);
        showMatch();
        more.focus();
    }

    /** One comparison alone needs no word on how it goes with others. */
    private void showMatch() {
        match.setVisible(rows.size() > 1);
    }

    private void store() {
        var comparisons = rows.stream().map(ComparisonRow::comparison).toList();
        if (comparisons.stream().allMatch(Optional::isPresent)) {
            store(new Condition(
                    match.getValue(),
                    comparisons.stream().flatMap(Optional::stream).toList()));
        } else {
            rows.get(comparisons.indexOf(Optional.<Comparison>empty())).mend();
        }
    }

    private void store(Condition chosen) {
        close();
        store.accept(chosen);
    }
}
