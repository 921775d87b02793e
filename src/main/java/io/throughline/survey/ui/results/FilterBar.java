package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Pickers;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsFilter.Said;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.results.FilterWords;
import io.throughline.survey.ui.CampaignLabels;
import io.throughline.survey.ui.ResultsAddress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose answers, given when, are shown, and whether people are counted one by one as well. */
class FilterBar extends Composite<Div> {

    /**
     * What can be chosen from.
     *
     * @param campaigns the newest first
     * @param segments of the campaign shown
     * @param organisations of the campaign shown, names by id; empty for those who may choose nothing but segments
     * @param content what was asked in it
     */
    record Choice(
            List<CampaignInfo> campaigns,
            List<String> segments,
            Map<OrganisationId, String> organisations,
            SurveyContent content,
            ZoneId zone) {}

    private final transient ResultsAddress shown;
    private final transient Choice choice;
    private final transient Consumer<ResultsAddress> chosen;

    /** @param chosen gets what is looked at next */
    FilterBar(ResultsAddress shown, Choice choice, Consumer<ResultsAddress> chosen) {
        this.shown = shown;
        this.choice = choice;
        this.chosen = chosen;
        getContent().addClassNames("survey-filters", "tl-no-print");
        var first = Kit.div("survey-filter");
        if (choice.campaigns().size() > 1) {
            first.add(rounds());
        }
        if (!choice.segments().isEmpty() || shown.filter().segment() != null) {
            first.add(segments());
        }
        first.add(perPerson());
        if (choice.campaigns().size() > 1) {
            first.add(Kit.link(shown.wavesHref(), getTranslation("surveys.waves.open")));
        }
        getContent().add(first);
        if (!choice.organisations().isEmpty()) {
            getContent().add(more());
        }
    }

    private Component rounds() {
        var rounds = new Select<CampaignInfo>();
        rounds.setLabel(getTranslation("surveys.campaign"));
        rounds.setItems(choice.campaigns());
        rounds.setItemLabelGenerator(one -> CampaignLabels.of(this, one, getLocale(), choice.zone()));
        rounds.setValue(shown.chosen(choice.campaigns()));
        rounds.addValueChangeListener(
                change -> chosen.accept(shown.withCampaign(change.getValue().id())));
        return rounds;
    }

    private Component segments() {
        var segment = shown.filter().segment();
        var segments = new Select<String>();
        segments.setLabel(getTranslation("surveys.segment"));
        segments.setItems(choice.segments());
        segments.setEmptySelectionAllowed(true);
        segments.setEmptySelectionCaption(getTranslation("surveys.segment.all"));
        if (segment != null && choice.segments().contains(segment)) {
            segments.setValue(segment);
        }
        segments.addValueChangeListener(change -> next(shown.filter().withSegment(change.getValue())));
        return segments;
    }

    private Component perPerson() {
        var perPerson = new Checkbox(getTranslation("surveys.per-person"), shown.perPerson());
        perPerson.addValueChangeListener(change -> chosen.accept(shown.withPerPerson(change.getValue())));
        return perPerson;
    }

    /** What is looked for less often; open where it leaves somebody out. */
    private Component more() {
        var fields = Kit.div("survey-filter");
        fields.add(
                organisations(),
                week("surveys.filter.from", shown.filter().from(), (filter, day) -> filter.withWeeks(day, filter.to())),
                week("surveys.filter.to", shown.filter().to(), (filter, day) -> filter.withWeeks(filter.from(), day)),
                said());
        var more = new NativeDetails(getTranslation("surveys.filter.more"), fields);
        more.setOpen(!shown.filter().withSegment(null).isNone());
        return more;
    }

    private Component organisations() {
        var names = choice.organisations();
        var organisations = new MultiSelectComboBox<OrganisationId>(getTranslation("surveys.filter.organisations"));
        organisations.setItems(names.keySet());
        organisations.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        organisations.setPlaceholder(getTranslation("surveys.filter.all"));
        organisations.setValue(shown.filter().organisations().stream()
                .filter(names::containsKey)
                .collect(Collectors.toSet()));
        organisations.addValueChangeListener(
                change -> next(shown.filter().withOrganisations(Set.copyOf(change.getValue()))));
        return organisations;
    }

    private Component week(
            String key, @Nullable LocalDate day, BiFunction<ResultsFilter, @Nullable LocalDate, ResultsFilter> with) {
        var week = new DatePicker(getTranslation(key));
        week.setI18n(Pickers.texts(this));
        week.setLocale(getLocale());
        week.setWeekNumbersVisible(true);
        week.setClearButtonVisible(true);
        week.setValue(day);
        week.addValueChangeListener(change -> next(with.apply(shown.filter(), change.getValue())));
        return week;
    }

    private Component said() {
        var words = new FilterWords(this::getTranslation, getLocale());
        var said = new ComboBox<Said>(getTranslation("surveys.filter.said"));
        said.addClassName("survey-filter-said");
        said.setItems(choice.content().questions().stream()
                .flatMap(question -> question.options().stream().map(option -> new Said(question.id(), option)))
                .toList());
        said.setItemLabelGenerator(one -> words.said(one, choice.content()));
        said.setPlaceholder(getTranslation("surveys.filter.all"));
        said.setClearButtonVisible(true);
        said.setValue(shown.filter().said());
        said.addValueChangeListener(change -> next(shown.filter().withSaid(change.getValue())));
        return said;
    }

    private void next(ResultsFilter filter) {
        chosen.accept(shown.with(filter));
    }
}
