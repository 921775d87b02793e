package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When something is asked, as a sentence, and the dialog that changes it. */
class ConditionEditor extends Composite<Div> {

    private final List<Entry> earlier;
    private final ConditionWords words;
    private final transient Consumer<Condition> store;
    private final Span said = new Span();
    private final Button change = new Button();
    private final List<ComparisonRow> rows = new ArrayList<>();
    private Condition condition;

    /**
     * @param name of what it is about, for who doesn't see where it stands
     * @param earlier the questions it can look back at
     */
    ConditionEditor(
            String name, Condition condition, List<Entry> earlier, SurveyContent content, Consumer<Condition> store) {
        this.earlier = List.copyOf(earlier);
        this.words = new ConditionWords(this, getLocale(), content);
        this.store = store;
        this.condition = condition;
        change.addClickListener(click -> ask());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("surveys.if.change.label", name));
        change.setVisible(!earlier.isEmpty() || !condition.isAlways());
        getContent().addClassNames("tl-row", "survey-condition");
        getContent().add(said, change);
        show();
    }

    private void show() {
        said.setText((condition.isAlways() ? "" : "⑂ ") + words.of(condition));
        said.setClassName("tl-dim", condition.isAlways());
        change.setText(getTranslation(condition.isAlways() ? "surveys.if.add" : "surveys.if.change"));
    }

    private void ask() {
        var dialog = new Dialog(getTranslation("surveys.if.title"));
        dialog.setWidth("min(860px, 96vw)");
        var match = new Select<Condition.Match>();
        match.setLabel(getTranslation("surveys.if.match"));
        match.setItems(Condition.Match.values());
        match.setItemLabelGenerator(one -> Labels.of(this, one));
        match.setValue(condition.match());
        var list = Kit.stack();
        rows.clear();
        condition.comparisons().stream()
                .filter(one -> earlier.stream().anyMatch(entry -> entry.id().equals(one.question())))
                .forEach(one -> addRow(list, one));
        if (rows.isEmpty() && !earlier.isEmpty()) {
            addRow(list, null);
        }
        var more = new Button("+ " + getTranslation("surveys.if.more"), click -> {
            addRow(list, null);
            rows.getLast().begin();
        });
        more.setVisible(!earlier.isEmpty());
        dialog.add(Kit.stack(match, list, Kit.row(more)));
        var go = new Button(getTranslation("surveys.if.store"), click -> store(dialog, match.getValue()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var always = new Button(getTranslation("surveys.if.drop"), click -> store(dialog, Condition.ALWAYS));
        always.setVisible(!condition.isAlways());
        dialog.getFooter().add(always, new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private void addRow(Div list, @Nullable Comparison now) {
        var row = new ComparisonRow(earlier, words, now, away -> {
            rows.remove(away);
            list.remove(away);
        });
        rows.add(row);
        list.add(row);
    }

    private void store(Dialog dialog, Condition.Match match) {
        var comparisons =
                rows.stream().map(row -> row.comparison().orElse(null)).toList();
        if (comparisons.stream().allMatch(Objects::nonNull)) {
            store(
                    dialog,
                    new Condition(
                            match, comparisons.stream().filter(Objects::nonNull).toList()));
        }
    }

    private void store(Dialog dialog, Condition chosen) {
        condition = chosen;
        dialog.close();
        show();
        store.accept(chosen);
        change.focus();
    }
}
