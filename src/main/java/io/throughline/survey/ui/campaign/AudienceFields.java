package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.throughline.people.Customer;
import io.throughline.people.OrganisationInfo;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.Audience;
import io.throughline.survey.campaign.AudienceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom to ask: organisations, segments, people by name or by a list of addresses; and how many that is. */
class AudienceFields extends Composite<Div> {

    private final transient Sources sources;
    private final MultiSelectComboBox<OrganisationInfo> organisations = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> segments = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Customer> people = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Boolean> following = new RadioButtonGroup<>();
    private final AudienceLists lists;
    private final Paragraph leftOut = new Paragraph();
    private final Paragraph reach = new Paragraph();

    /**
     * Where the choices come from.
     *
     * @param organisations all of them
     * @param find customers by name: the text, from where, how many
     * @param read what a list of addresses means
     * @param reach how many an audience is
     */
    record Sources(
            List<OrganisationInfo> organisations,
            Find find,
            Function<String, List<AudienceRow>> read,
            Function<Audience, Audience.Reach> reach) {

        interface Find {
            List<Customer> find(String text, int offset, int limit);
        }
    }

    /** @param before whom the last campaign asked, proposed again; null for the first one */
    AudienceFields(Sources sources, Audience.@Nullable Again before, Texts texts) {
        this.sources = sources;
        lists = new AudienceLists(sources.read(), texts, this::count);
        furnish();
        leftOut.setVisible(false);
        if (before != null) {
            propose(before.audience());
            leftOut.setText(getTranslation("surveys.publish.left-out", before.leftOut()));
            leftOut.setVisible(before.leftOut() > 0);
        }
        organisations.addValueChangeListener(change -> count());
        segments.addValueChangeListener(change -> count());
        people.addValueChangeListener(change -> count());
        following.addValueChangeListener(change -> count());
        reach.addClassName("survey-reach");
        reach.getElement().setAttribute("role", "status");
        getContent().addClassName("tl-stack");
        getContent().add(segments, organisations, people, lists, leftOut, following, reach);
        count();
    }

    /** Nobody can be asked later: of an anonymous survey whoever makes accounts could make all but one of those counted. */
    void freeze() {
        following.setValue(false);
        following.setReadOnly(true);
        following.setHelperText(getTranslation("surveys.publish.frozen.anonymous"));
    }

    /** Segments of the organisations and segments chosen. */
    Set<String> segmentsAsked() {
        var asked = new HashSet<>(segments.getValue());
        organisations.getValue().stream()
                .map(OrganisationInfo::segment)
                .filter(one -> !one.isEmpty())
                .forEach(asked::add);
        return asked;
    }

    /** Hears of every change of whom is asked. */
    void onChange(Runnable changed) {
        organisations.addValueChangeListener(change -> changed.run());
        segments.addValueChangeListener(change -> changed.run());
    }

    private void furnish() {
        organisations.setId("organisations");
        organisations.setLabel(getTranslation("surveys.publish.audience"));
        organisations.setItems(sources.organisations());
        organisations.setItemLabelGenerator(
                one -> one.segment().isEmpty() ? one.name() : one.name() + " (" + one.segment() + ")");
        organisations.setWidthFull();
        organisations.setManualValidation(true);
        organisations.addValueChangeListener(change -> organisations.setInvalid(false));
        segments.setId("segments");
        segments.setLabel(getTranslation("surveys.publish.segments"));
        segments.setItems(sources.organisations().stream()
                .map(OrganisationInfo::segment)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .toList());
        segments.setWidthFull();
        people.setId("people");
        people.setLabel(getTranslation("surveys.publish.people"));
        people.setItems(query ->
                sources.find().find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        people.setItemLabelGenerator(one -> one.name() + " (" + one.organisationName() + ")");
        people.setWidthFull();
        following.setLabel(getTranslation("surveys.publish.later"));
        following.setItems(true, false);
        following.setItemLabelGenerator(
                follow -> getTranslation(follow ? "surveys.publish.following" : "surveys.publish.frozen"));
        following.setValue(true);
    }

    private void propose(Audience before) {
        organisations.setValue(sources.organisations().stream()
                .filter(one -> before.organisations().contains(one.id()))
                .toList());
        segments.setValue(before.segments());
        following.setValue(before.following());
        if (!before.people().isEmpty()) {
            lists.add(getTranslation("surveys.publish.as-before"), before.people());
        }
    }

    /** What is chosen. */
    Audience audience() {
        var named = new HashSet<PersonId>(lists.people());
        people.getValue().stream().map(Customer::id).forEach(named::add);
        return new Audience(
                organisations.getValue().stream().map(OrganisationInfo::id).collect(Collectors.toSet()),
                Set.copyOf(segments.getValue()),
                named,
                following.getValue());
    }

    /** Says that nobody is chosen, and why that matters. */
    void refuse(String problem) {
        organisations.setErrorMessage(problem);
        organisations.setInvalid(true);
        organisations.getElement().callJsFunction("focus");
    }

    /** How many are chosen, as a sentence. */
    String inWords() {
        var found = sources.reach().apply(audience());
        return getTranslation("surveys.publish.reach", found.organisations(), found.people());
    }

    private void count() {
        reach.setText(inWords());
    }
}
