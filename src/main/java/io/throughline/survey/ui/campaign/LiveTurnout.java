package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.Turnout;
import io.throughline.survey.ui.LookAgain;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many have answered, organisation by organisation, as it grows: looked at again while somebody looks, by counting
 * what is stored, so that answering waits for no counter.
 */
class LiveTurnout extends Composite<Section> {

    private final transient Supplier<List<Turnout>> turnout;
    private final transient Map<String, Integer> quotas;
    private final UnorderedList enough = new UnorderedList();
    private final Paragraph sum = new Paragraph();
    private final DataTable<Turnout> table;
    private transient List<Turnout> shown = List.of();

    /** @param quotas by segment, how many are enough */
    LiveTurnout(Supplier<List<Turnout>> turnout, Map<String, Integer> quotas) {
        this.turnout = turnout;
        this.quotas = quotas;
        var numbers = NumberFormat.getIntegerInstance(getLocale());
        var first = turnout.get();
        table = new DataTable<Turnout>(getTranslation("campaign.turnout"))
                .underHeading()
                .column(getTranslation("surveys.organisation"), row -> TurnoutFigures.who(this, row))
                .column(getTranslation("surveys.segment"), Turnout::segment)
                .numbers(getTranslation("surveys.invited"), row -> numbers.format(row.invited()))
                .with(TurnoutFigures.begun(getTranslation("surveys.progress"), numbers, first))
                .numbers(getTranslation("surveys.answered"), row -> numbers.format(row.answered()))
                .numbers(getTranslation("surveys.rate"), row -> rate(row.answered(), row.invited()));
        sum.getElement().setAttribute("role", "status");
        getContent().addClassName("tl-card");
        getContent().add(new H2(getTranslation("campaign.turnout")), sum, enough, table, new LookAgain(this::look));
        show(first);
    }

    /** Draws it anew only where something changed. */
    void look() {
        var now = turnout.get();
        if (now.equals(shown) && !now.isEmpty()) {
            return;
        }
        show(now);
    }

    private void show(List<Turnout> now) {
        shown = List.copyOf(now);
        int answered = now.stream().mapToInt(Turnout::answered).sum();
        int invited = now.stream().mapToInt(Turnout::invited).sum();
        sum.setText(getTranslation("campaign.turnout.sum", answered, invited, rate(answered, invited)));
        showQuotas(now);
        table.rows(now);
    }

    private void showQuotas(List<Turnout> now) {
        enough.removeAll();
        enough.setVisible(!quotas.isEmpty());
        enough.addClassName("tl-list");
        quotas.forEach((segment, most) -> {
            var rows = now.stream().filter(row -> row.segment().equals(segment)).toList();
            if (rows.isEmpty()) {
                // It is counted with others for this reader.
                return;
            }
            int answered = rows.stream().mapToInt(Turnout::answered).sum();
            var said = getTranslation("campaign.quota", segment, answered, most);
            enough.add(new ListItem(answered < most ? new Badge(Tone.INFO, "…", said) : new Badge(Tone.OK, "✓", said)));
        });
    }

    private String rate(int answered, int invited) {
        return invited == 0 ? "–" : NumberFormat.getPercentInstance(getLocale()).format((double) answered / invited);
    }
}
