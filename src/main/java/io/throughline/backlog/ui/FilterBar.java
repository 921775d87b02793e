package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.BacklogSearch;
import io.throughline.backlog.BacklogSearch.Counts;
import io.throughline.backlog.RequirementState;
import io.throughline.shared.ui.Labels;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Narrows the list: by words or key, state, missing score, moved by hand. */
class FilterBar extends Composite<Div> {

    private static final int TYPING_MILLIS = 300;

    private final TextField words = new TextField();
    private final Select<RequirementState> state = new Select<>();
    private final Checkbox unranked = new Checkbox();
    private final Checkbox pinned = new Checkbox();
    private final Span found = new Span();

    /** @param changed told what is looked for now */
    FilterBar(Consumer<BacklogFilter> changed) {
        words.setPlaceholder(getTranslation("backlog.filter.words"));
        words.setAriaLabel(getTranslation("backlog.filter.words"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.TIMEOUT);
        words.setValueChangeTimeout(TYPING_MILLIS);
        state.setAriaLabel(getTranslation("backlog.state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("backlog.filter.open"));
        state.setItems(RequirementState.values());
        unranked.setLabel(getTranslation("backlog.filter.unranked"));
        pinned.setLabel(getTranslation("backlog.filter.pinned"));
        found.addClassName("tl-dim");
        found.getElement().setAttribute("role", "status");
        getContent().addClassNames("tl-row", "bl-filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().add(words, state, unranked, pinned, found);
        words.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        state.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        unranked.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        pinned.addValueChangeListener(change -> tell(change.isFromClient(), changed));
    }

    private void tell(boolean byPerson, Consumer<BacklogFilter> changed) {
        if (byPerson) {
            changed.accept(value());
        }
    }

    BacklogFilter value() {
        return new BacklogFilter(words.getValue(), state.getValue(), unranked.getValue(), pinned.getValue());
    }

    /** Takes over what the address says; what is being typed stays. */
    void show(BacklogFilter filter) {
        if (!value().equals(filter)) {
            if (!words.getValue().strip().equals(filter.query().strip())) {
                words.setValue(filter.query());
            }
            state.setValue(filter.state());
            unranked.setValue(filter.unranked());
            pinned.setValue(filter.pinned());
        }
    }

    /** How many were found, and how many there would be in each state. */
    void found(Counts counts) {
        var filter = value();
        state.setItemLabelGenerator(one -> counted(one, counts));
        state.setEmptySelectionCaption(counted(null, counts));
        found.setText(
                filter.isNone()
                        ? ""
                        : counts.more()
                                ? getTranslation("backlog.filter.over", BacklogSearch.MOST_COUNTED)
                                : getTranslation("backlog.filter.found", counts.of(filter.state())));
    }

    private String counted(@Nullable RequirementState one, Counts counts) {
        var name = one == null ? getTranslation("backlog.filter.open") : Labels.of(this, one);
        return counts.more() ? name : getTranslation("backlog.filter.counted", name, counts.of(one));
    }
}
