package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.survey.campaign.CampaignChange;
import java.time.ZoneId;
import java.util.List;

/** Who closed, extended or opened a campaign again, when and why. */
public class CampaignHistory extends Composite<UnorderedList> {

    public CampaignHistory(List<CampaignChange> changes, ZoneId zone) {
        getContent().addClassName("tl-list");
        for (var change : changes) {
            var line = new ListItem(Kit.row(
                    new Span(Labels.of(this, change.kind())),
                    Kit.dim(change.by()),
                    new Moment(change.at(), zone),
                    Kit.dim(getTranslation("surveys.until")),
                    new Moment(change.closesAt(), zone)));
            if (!change.reason().isEmpty()) {
                line.add(new Paragraph(change.reason()));
            }
            getContent().add(line);
        }
    }
}
