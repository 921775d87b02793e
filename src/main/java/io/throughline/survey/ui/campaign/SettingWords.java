package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import io.throughline.survey.campaign.SettingDifference;
import io.throughline.survey.campaign.SettingDifference.Setting;
import org.jspecify.annotations.Nullable;

/** A campaign's settings in words. */
final class SettingWords {

    private SettingWords() {}

    static String name(Component reader, Setting setting, String segment) {
        return reader.getTranslation("campaign.setting." + setting, segment);
    }

    /** @param value as in {@link SettingDifference} */
    static String value(Component reader, Setting setting, @Nullable Integer value) {
        if (value == null) {
            return reader.getTranslation("campaign.settings.no-limit");
        }
        return switch (setting) {
            case QUOTA -> reader.getTranslation("campaign.setting.enough", value);
            case REMIND_DAYS -> value == 0 ? reader.getTranslation("campaign.settings.never") : String.valueOf(value);
            case THANKS -> reader.getTranslation(value == 0 ? "campaign.setting.no" : "campaign.setting.yes");
        };
    }

    /** Before and after. */
    static String step(Component reader, SettingDifference one) {
        return reader.getTranslation(
                "campaign.settings.step",
                name(reader, one.setting(), one.segment()),
                value(reader, one.setting(), one.before()),
                value(reader, one.setting(), one.after()));
    }
}
