package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.survey.results.Weights;
import io.throughline.survey.ui.campaign.WeightDialog.Changed;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.function.Consumer;

/** What the organisations' voices weigh, and what they weighed at first. */
class WeightsCard extends Composite<Section> {

    /** @param changing whether the reader may set others */
    WeightsCard(Weights.InForce weights, boolean changing, ZoneId zone, Consumer<Changed> change) {
        var numbers = NumberFormat.getNumberInstance(getLocale());
        numbers.setMaximumFractionDigits(Weights.DECIMALS);
        getContent().addClassName("tl-card");
        getContent().add(new H2(getTranslation("surveys.weights")), Kit.dim(getTranslation("surveys.weights.text")));
        if (!weights.weights().isEmpty()) {
            getContent()
                    .add(new DataTable<Weights.Weight>(getTranslation("surveys.weights.caption"))
                            .column(getTranslation("surveys.organisation"), Weights.Weight::name)
                            .numbers(getTranslation("surveys.weights.frozen"), row -> numbers.format(row.frozen()))
                            .numbers(getTranslation("surveys.weights.now"), row -> numbers.format(row.weight()))
                            .rows(weights.weights()));
            if (changing) {
                getContent()
                        .add(new Button(
                                getTranslation("surveys.weights.change"),
                                click -> new WeightDialog(weights, change).open()));
            }
        }
        var list = new UnorderedList();
        list.addClassName("tl-list");
        weights.changes()
                .forEach(one -> list.add(new ListItem(Kit.row(
                        Kit.dim(getTranslation("surveys.weights.set", one.number(), one.by(), one.reason())),
                        new Moment(one.at(), zone)))));
        list.setVisible(!weights.changes().isEmpty());
        getContent().add(list);
    }
}
