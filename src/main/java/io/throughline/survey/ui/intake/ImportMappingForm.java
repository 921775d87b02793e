package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.intake.ImportField;
import io.throughline.survey.intake.ImportMapping;
import io.throughline.survey.intake.ImportSlot;
import io.throughline.survey.intake.ResponseIntake.Proposal;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column of a file is which question and item: guessed from the headings, to be corrected. */
class ImportMappingForm extends Composite<Div> {

    private final transient Proposal proposal;
    private final transient Runnable changed;
    private final transient Map<ImportSlot, String> chosen = new HashMap<>();
    private final Set<Integer> noneIfEmpty = new HashSet<>();
    private final Select<String> respondent;
    private final Select<String> organisation;
    private final TextField name = new TextField();
    private final TextField organisationName = new TextField();

    /** @param changed hears that another column is meant */
    ImportMappingForm(Proposal proposal, Runnable changed) {
        this.proposal = proposal;
        this.changed = changed;
        var guess = proposal.guess();
        chosen.putAll(guess.columns());
        respondent = column(getTranslation("surveys.import.respondent"), guess.respondent());
        organisation = column(getTranslation("surveys.import.organisation"), guess.organisation());
        text(name, "surveys.import.name", guess.name());
        text(organisationName, "surveys.import.organisation-name", guess.organisationName());
        for (var one : List.of(respondent, organisation)) {
            one.addValueChangeListener(change -> changed.run());
        }
        var card = Kit.card(
                getTranslation("surveys.import.mapping"),
                new Paragraph(found()),
                Kit.div("import-columns", respondent, organisation, name, organisationName));
        proposal.leftOut().forEach(number -> card.add(new Badge(Tone.WARN, "!", leftOut(number))));
        bySlots().forEach((number, slots) -> card.add(question(number, slots)));
        getContent().add(card);
    }

    private String found() {
        int places = proposal.slots().size();
        return proposal.exported()
                ? getTranslation("surveys.import.exported.text", chosen.size(), places)
                : getTranslation(
                        "surveys.import.mapping.text", proposal.columns().size(), chosen.size(), places);
    }

    private String leftOut(int number) {
        var question = proposal.content().questions().get(number - 1);
        return getTranslation(
                question instanceof FileQuestion ? "surveys.import.exported.files" : "surveys.import.exported.unlike",
                number,
                question.title().in(getLocale()));
    }

    ImportMapping mapping() {
        return new ImportMapping(
                value(respondent),
                name.getValue(),
                value(organisation),
                organisationName.getValue(),
                chosen,
                noneIfEmpty);
    }

    private static String value(Select<String> select) {
        return select.getValue() == null ? "" : select.getValue();
    }

    private Map<Integer, List<ImportSlot>> bySlots() {
        return proposal.slots().stream()
                .collect(Collectors.groupingBy(ImportSlot::question, LinkedHashMap::new, Collectors.toList()));
    }

    /** Its fields are made when somebody looks: a survey may have hundreds. */
    private Component question(int number, List<ImportSlot> slots) {
        var question = proposal.content().questions().get(number - 1);
        var details = new Details();
        details.setSummaryText(summary(number, question, slots));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(fields(number, question, slots, details));
            }
        });
        details.addClassName("import-question");
        return details;
    }

    private String summary(int number, Question question, List<ImportSlot> slots) {
        return getTranslation(
                "surveys.import.question",
                number,
                question.title().in(getLocale()),
                slots.stream().filter(chosen::containsKey).count(),
                slots.size());
    }

    private Component fields(int number, Question question, List<ImportSlot> slots, Details details) {
        var fields = Kit.div("import-columns");
        for (var slot : slots) {
            var field = column(label(question, slot), chosen.getOrDefault(slot, ""));
            field.addValueChangeListener(change -> {
                if (change.getValue() == null) {
                    chosen.remove(slot);
                } else {
                    chosen.put(slot, change.getValue());
                }
                details.setSummaryText(summary(number, question, slots));
                changed.run();
            });
            fields.add(field);
        }
        if (slots.stream().anyMatch(slot -> slot.field() == ImportField.NAMED)) {
            var none = new Checkbox(getTranslation("surveys.import.none"), noneIfEmpty.contains(number));
            none.addValueChangeListener(change -> {
                var _ = change.getValue() ? noneIfEmpty.add(number) : noneIfEmpty.remove(number);
                changed.run();
            });
            fields.add(none);
        }
        return fields;
    }

    private String label(Question question, ImportSlot slot) {
        var field = Labels.of(this, slot.field());
        if (slot.isCounted()) {
            return field + " " + slot.key();
        }
        var texts = question.items().stream()
                .collect(Collectors.toMap(Item::key, item -> item.text().in(getLocale()), (a, _) -> a));
        var about = List.of(slot.key().split(":", 2)).stream()
                .map(key -> texts.getOrDefault(key, key))
                .collect(Collectors.joining(" : "));
        return about.isEmpty() ? field : field + ": " + about;
    }

    /** A column is named with what its first line says. */
    private Select<String> column(String label, String value) {
        var columns = proposal.columns().stream()
                .filter(heading -> !heading.isBlank())
                .toList();
        var select = new Select<String>();
        select.setLabel(label);
        select.setItems(columns);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("surveys.import.no-column"));
        select.setItemLabelGenerator(
                one -> one == null ? getTranslation("surveys.import.no-column") : one + example(one));
        if (columns.contains(value)) {
            select.setValue(value);
        }
        return select;
    }

    private String example(String column) {
        int at = proposal.columns().indexOf(column);
        return proposal.sample().stream()
                .filter(line -> line.size() > at && !line.get(at).isBlank())
                .findFirst()
                .map(line -> " (" + shortened(line.get(at)) + ")")
                .orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 23) + "…";
    }

    private void text(TextField field, String key, String value) {
        field.setLabel(getTranslation(key));
        field.setHelperText(getTranslation(key + ".help"));
        field.setMaxLength(200);
        field.setValue(value);
        field.addValueChangeListener(change -> changed.run());
    }
}
