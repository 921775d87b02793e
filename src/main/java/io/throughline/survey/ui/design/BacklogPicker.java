package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.ItemSource;
import io.throughline.survey.ItemSource.Offered;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Chooses requirements of the backlog; what was chosen stays chosen while one searches for more. */
class BacklogPicker extends Dialog {

    private static final int MOST_SHOWN = 100;

    private final transient ItemSource source;
    private final transient Set<UUID> there;
    private final transient Map<UUID, Offered> chosen = new LinkedHashMap<>();
    private final CheckboxGroup<Offered> offered = new CheckboxGroup<>();
    private final Paragraph said = new Paragraph();
    private final Button add = new Button();
    private boolean drawing;

    /** @param there those the question has already */
    BacklogPicker(ItemSource source, Set<UUID> there, Consumer<List<Offered>> take) {
        this.source = source;
        this.there = Set.copyOf(there);
        setHeaderTitle(getTranslation("surveys.drawn.title"));
        setWidth("min(680px, 94vw)");
        var search = new TextField(getTranslation("surveys.drawn.search"));
        search.setWidthFull();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.TIMEOUT);
        search.addValueChangeListener(change -> show(change.getValue()));
        offered.setLabel(getTranslation("surveys.drawn.offered"));
        offered.addClassName("backlog-items");
        offered.addThemeName("vertical");
        offered.setRenderer(new ComponentRenderer<>(this::line));
        offered.setItemEnabledProvider(one -> !this.there.contains(one.id()));
        offered.addValueChangeListener(change -> {
            if (!drawing) {
                choose(change.getValue());
            }
        });
        said.getElement().setAttribute("role", "status");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(click -> {
            take.accept(List.copyOf(chosen.values()));
            close();
        });
        add(new Paragraph(getTranslation("surveys.drawn.text")), search, offered, said);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), add);
        show("");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                search.focus();
            }
        });
    }

    private void show(String query) {
        var found = source.find(query, MOST_SHOWN + 1);
        var shown = found.stream().limit(MOST_SHOWN).toList();
        drawing = true;
        offered.setItems(shown);
        offered.setVisible(!shown.isEmpty());
        offered.setValue(shown.stream()
                .filter(one -> chosen.containsKey(one.id()) || there.contains(one.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        drawing = false;
        said.setText(
                shown.isEmpty()
                        ? getTranslation("surveys.drawn.none")
                        : found.size() > MOST_SHOWN ? getTranslation("surveys.drawn.more", MOST_SHOWN) : "");
        count();
    }

    private void choose(Set<Offered> now) {
        offered.getListDataView().getItems().forEach(one -> {
            if (!now.contains(one)) {
                chosen.remove(one.id());
            } else if (!there.contains(one.id())) {
                chosen.putIfAbsent(one.id(), one);
            }
        });
        count();
    }

    private void count() {
        add.setText(getTranslation("surveys.drawn.add", chosen.size()));
        add.setEnabled(!chosen.isEmpty());
    }

    private Component line(Offered one) {
        var place = one.place();
        return Kit.div(
                "backlog-item",
                Kit.dim(one.key()),
                new Span(one.title().in(getLocale())),
                Kit.dim(
                        place == null
                                ? getTranslation("surveys.drawn.unranked", one.area())
                                : getTranslation("surveys.drawn.place", one.area(), place)));
    }
}
