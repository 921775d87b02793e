package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.throughline.survey.lineage.TouchingEdit;
import io.throughline.survey.lineage.Wish;
import io.throughline.survey.version.Choice;
import io.throughline.survey.version.Decision;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What becomes of the answers an edit touches: one of what is possible, said by whoever edits the survey. */
class EditDecision extends Composite<Div> {

    private final transient TouchingEdit touch;
    private final RadioButtonGroup<Choice> choices = new RadioButtonGroup<>();
    private final Select<String> target = new Select<>();

    /**
     * @param item what an item is called, by its key
     * @param decided gets each decision as it is taken
     */
    EditDecision(TouchingEdit touch, UnaryOperator<String> item, Consumer<Wish> decided) {
        this.touch = touch;
        var offer = touch.edit().offer();
        if (!offer.isOpen()) {
            offer.possible()
                    .forEach(only -> getContent()
                            .add(new Paragraph(
                                    getTranslation("version.only", getTranslation("version.choice." + only)))));
            return;
        }
        choices.setLabel(getTranslation("version.decide"));
        choices.setItems(offer.possible());
        choices.setItemLabelGenerator(choice -> getTranslation("version.choice." + choice));
        choices.addClassName("version-choices");
        choices.setRequiredIndicatorVisible(true);
        choices.setManualValidation(true);
        target.setLabel(getTranslation("version.target"));
        target.setItems(offer.targets());
        target.setItemLabelGenerator(item::apply);
        target.setWidth("min(360px, 100%)");
        target.setManualValidation(true);
        getContent().add(choices, target);
        show(touch);
        choices.addValueChangeListener(change -> {
            choices.setInvalid(false);
            choices.setHelperText("");
            target.setVisible(change.getValue() == Choice.MAP);
            wish().ifPresent(decided);
        });
        target.addValueChangeListener(change -> {
            target.setInvalid(false);
            wish().ifPresent(decided);
        });
    }

    private void show(TouchingEdit touch) {
        var suggested = touch.edit().offer().suggested();
        var decided = touch.decided();
        if (decided != null) {
            choices.setValue(decided.decision().choice());
            if (decided.decision().choice() == Choice.MAP) {
                target.setValue(decided.decision().target());
            }
            choices.setHelperText(getTranslation("version.decided", decided.by()));
        } else if (suggested != null) {
            choices.setValue(suggested);
            choices.setHelperText(getTranslation("version.suggested"));
        }
        target.setVisible(choices.getValue() == Choice.MAP);
    }

    /** What is chosen; nothing where nothing is, or there is nothing to choose. */
    Optional<Wish> wish() {
        var choice = choices.getValue();
        if (choice == null || choice == Choice.MAP && target.getValue() == null) {
            return Optional.empty();
        }
        var decision = choice == Choice.MAP ? Decision.map(target.getValue()) : Decision.of(choice);
        return Optional.of(new Wish(touch.edit().key(), touch.fingerprint(), decision));
    }

    /** Says what is missing, and whether something is. */
    boolean isMissing() {
        if (!touch.edit().offer().isOpen() || wish().isPresent()) {
            return false;
        }
        if (choices.getValue() == Choice.MAP) {
            say(target, getTranslation("version.target.missing"));
        } else {
            say(choices, getTranslation("version.decide.missing"));
        }
        return true;
    }

    private static void say(HasValidationProperties field, String problem) {
        field.setErrorMessage(problem);
        field.setInvalid(true);
    }

    /** Brings what is missing into sight. */
    void focus() {
        if (choices.getValue() == Choice.MAP) {
            target.focus();
        } else {
            // The group itself takes no focus, its buttons do.
            choices.getElement().executeJs("this.querySelector('vaadin-radio-button')?.focus()");
        }
    }
}
