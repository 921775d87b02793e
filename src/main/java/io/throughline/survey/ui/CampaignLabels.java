package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import io.throughline.survey.CampaignInfo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What a campaign is called: its number and its days. */
public final class CampaignLabels {

    private CampaignLabels() {}

    public static String of(Component reader, CampaignInfo campaign, Locale locale, ZoneId zone) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        return reader.getTranslation(
                "surveys.campaign.name",
                campaign.number(),
                day.format(campaign.opensAt()),
                day.format(campaign.closesAt()));
    }
}
