package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.survey.campaign.CampaignSettings.InForce;
import io.throughline.survey.campaign.SettingChange;
import io.throughline.survey.campaign.SettingDifference.Setting;
import io.throughline.survey.campaign.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many answers are enough and when people are reminded, who changed it, and for editors the way to change it. */
class SettingsCard extends Composite<Section> {

    private record Row(String what, String now, String submitted) {}

    /**
     * @param changing whether the reader may change them now
     * @param thankable whether who answers can be thanked
     */
    SettingsCard(
            InForce now,
            List<SettingChange> changes,
            boolean changing,
            boolean thankable,
            ZoneId zone,
            Consumer<Settings> change) {
        getContent().addClassName("tl-card");
        getContent().add(new H2(getTranslation("campaign.settings")));
        var rows = rows(now, thankable);
        if (rows.isEmpty()) {
            getContent().add(Kit.dim(getTranslation("campaign.settings.none")));
        } else {
            getContent()
                    .add(new DataTable<Row>(getTranslation("campaign.settings"))
                            .underHeading()
                            .column(getTranslation("campaign.settings.what"), Row::what)
                            .numbers(getTranslation("campaign.settings.now"), Row::now)
                            .numbers(getTranslation("campaign.settings.submitted"), Row::submitted)
                            .rows(rows));
        }
        if (changing && !rows.isEmpty()) {
            getContent()
                    .add(new Button(
                            getTranslation("campaign.settings.change") + " …",
                            click -> new SettingsDialog(now, thankable, change).open()));
        }
        getContent().add(history(changes, zone));
    }

    private List<Row> rows(InForce now, boolean thankable) {
        var rows = new ArrayList<Row>();
        var segments = new TreeSet<>(now.settings().quotas().keySet());
        segments.addAll(now.submitted().keySet());
        segments.forEach(segment -> rows.add(row(
                Setting.QUOTA,
                segment,
                now.settings().quotas().get(segment),
                now.submitted().containsKey(segment)
                        ? String.valueOf(now.submitted().get(segment))
                        : "")));
        var mails = now.settings().mails();
        if (mails != null) {
            rows.add(row(Setting.REMIND_DAYS, "", mails.remindDays(), ""));
            if (thankable) {
                rows.add(row(Setting.THANKS, "", mails.thanks() ? 1 : 0, ""));
            }
        }
        return rows;
    }

    private Row row(Setting setting, String segment, @Nullable Integer value, String submitted) {
        return new Row(SettingWords.name(this, setting, segment), SettingWords.value(this, setting, value), submitted);
    }

    private UnorderedList history(List<SettingChange> changes, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        changes.forEach(one -> list.add(new ListItem(Kit.row(
                new Span(SettingWords.step(this, one.what())), Kit.dim(one.by()), new Moment(one.at(), zone)))));
        list.setVisible(!changes.isEmpty());
        return list;
    }
}
