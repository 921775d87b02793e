package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.throughline.survey.CampaignInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Whose answers, given when, are shown, and whether people are counted one by one as well. */
class FilterBar extends Composite<Div> {

    /**
     * @param campaigns the newest first
     * @param segments of the campaign shown
     * @param chosen gets what is looked at next
     */
    FilterBar(
            ResultsAddress shown,
            List<CampaignInfo> campaigns,
            List<String> segments,
            ZoneId zone,
            Consumer<ResultsAddress> chosen) {
        getContent().addClassNames("tl-row", "survey-filter", "tl-no-print");
        if (campaigns.size() > 1) {
            var rounds = new Select<CampaignInfo>();
            rounds.setLabel(getTranslation("surveys.campaign"));
            rounds.setItems(campaigns);
            rounds.setItemLabelGenerator(one -> CampaignLabels.of(this, one, getLocale(), zone));
            rounds.setValue(shown.chosen(campaigns));
            rounds.addValueChangeListener(
                    change -> chosen.accept(shown.withCampaign(change.getValue().id())));
            getContent().add(rounds);
        }
        if (!segments.isEmpty() || shown.filter().segment() != null) {
            var choice = new Select<String>();
            choice.setLabel(getTranslation("surveys.segment"));
            choice.setItems(segments);
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(getTranslation("surveys.segment.all"));
            if (shown.filter().segment() != null && segments.contains(shown.filter().segment())) {
                choice.setValue(shown.filter().segment());
            }
            choice.addValueChangeListener(change -> chosen.accept(shown.with(shown.filter().withSegment(change.getValue()))));
            getContent().add(choice);
        }
        var perPerson = new Checkbox(getTranslation("surveys.per-person"), shown.perPerson());
        perPerson.addValueChangeListener(change -> chosen.accept(shown.withPerPerson(change.getValue())));
        getContent().add(perPerson);
    }
}
