package io.throughline.survey.campaign;

import io.throughline.shared.DomainException;
import io.throughline.survey.Mailing;
import io.throughline.survey.campaign.SettingDifference.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a campaign while it runs.
 *
 * @param quotas by segment, how many submitted responses are enough; none where there is no limit
 * @param mails null where the portal sends no mails
 */
public record Settings(
        Map<String, Integer> quotas, @Nullable Mails mails) {

    public Settings {
        quotas = Map.copyOf(quotas);
    }

    /** As in {@link Mailing}, of which the link stays as it was published. */
    public record Mails(int remindDays, boolean thanks) {

        /** @throws DomainException OUT_OF_RANGE */
        public Mails {
            Mailing.requireDays(remindDays);
        }
    }

    /** What is not the same in the other one: quotas by segment, then mails; nothing of mails where either has none. */
    public List<SettingDifference> differences(Settings other) {
        var found = new ArrayList<SettingDifference>();
        var segments = new TreeSet<>(quotas.keySet());
        segments.addAll(other.quotas.keySet());
        segments.forEach(segment -> add(
                found, new SettingDifference(Setting.QUOTA, segment, quotas.get(segment), other.quotas.get(segment))));
        if (mails != null && other.mails != null) {
            add(found, new SettingDifference(Setting.REMIND_DAYS, "", mails.remindDays(), other.mails.remindDays()));
            add(found, new SettingDifference(Setting.THANKS, "", mails.thanks() ? 1 : 0, other.mails.thanks() ? 1 : 0));
        }
        return found;
    }

    private static void add(List<SettingDifference> found, SettingDifference one) {
        if (!Objects.equals(one.before(), one.after())) {
            found.add(one);
        }
    }
}
