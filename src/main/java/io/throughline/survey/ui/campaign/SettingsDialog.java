package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.campaign.CampaignSettings.InForce;
import io.throughline.survey.campaign.SettingDifference;
import io.throughline.survey.campaign.SettingDifference.Setting;
import io.throughline.survey.campaign.Settings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what is to hold from now on, and says what that changes. Stays open, as typed, while it is refused. */
class SettingsDialog extends Dialog {

    private final transient InForce now;
    private final Map<String, QuotaField> quotas = new TreeMap<>();
    private final RemindField remind = new RemindField();
    private final Checkbox thanks = new Checkbox(getTranslation("surveys.mailing.thanks"));
    private final UnorderedList changes = new UnorderedList();

    /** @param thankable whether who answers can be thanked: not if nobody is to know them */
    SettingsDialog(InForce now, boolean thankable, Consumer<Settings> change) {
        this.now = now;
        setHeaderTitle(getTranslation("campaign.settings.change"));
        setWidth("min(560px, 92vw)");
        changes.addClassName("tl-list");
        var told = new Div(changes);
        told.getElement().setAttribute("role", "status");
        add(Kit.stack(quotas(), mails(thankable), new H3(getTranslation("campaign.settings.after")), told));
        showChanges();
        var go = new Button(getTranslation("action.save"), click -> {
            if (isValid()) {
                change.accept(wanted());
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    private Div quotas() {
        now.submitted().keySet().stream().sorted().forEach(segment -> quotas.put(segment, quota(segment)));
        var row = Kit.row();
        quotas.values().forEach(row::add);
        var all = Kit.stack(Kit.dim(getTranslation("surveys.quota.text")), row);
        all.setVisible(!quotas.isEmpty());
        return all;
    }

    private QuotaField quota(String segment) {
        var field = new QuotaField(segment);
        var enough = now.settings().quotas().get(segment);
        field.setValue(enough);
        field.setHelperText(getTranslation(
                "campaign.settings.was.submitted",
                SettingWords.value(this, Setting.QUOTA, enough),
                now.submitted().getOrDefault(segment, 0)));
        field.addValueChangeListener(typed -> showChanges());
        return field;
    }

    private Div mails(boolean thankable) {
        var mails = now.settings().mails();
        if (mails != null) {
            remind.setValue(mails.remindDays());
            thanks.setValue(mails.thanks());
        }
        thanks.setVisible(thankable);
        remind.addValueChangeListener(typed -> showChanges());
        thanks.addValueChangeListener(chosen -> showChanges());
        var all = Kit.stack(remind, Kit.dim(getTranslation("campaign.settings.remind-note")), thanks);
        all.setVisible(mails != null);
        return all;
    }

    private void showChanges() {
        changes.removeAll();
        if (wrong() != null) {
            return;
        }
        var found = now.settings().differences(wanted());
        found.forEach(one -> changes.add(new ListItem(words(one))));
        if (found.isEmpty()) {
            changes.add(new ListItem(getTranslation("campaign.settings.same")));
        }
    }

    private String words(SettingDifference one) {
        var step = SettingWords.step(this, one);
        var enough = one.after();
        boolean full = one.setting() == Setting.QUOTA
                && enough != null
                && enough <= now.submitted().getOrDefault(one.segment(), 0);
        return full ? step + " – " + getTranslation("campaign.settings.full") : step;
    }

    private Settings wanted() {
        return new Settings(
                quotas.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().getValue())),
                now.settings().mails() == null ? null : new Settings.Mails(remind.days(), thanks.getValue()));
    }

    private @Nullable IntegerField wrong() {
        return Stream.concat(quotas.values().stream(), Stream.of(remind))
                .filter(IntegerField::isInvalid)
                .findFirst()
                .orElse(null);
    }

    private boolean isValid() {
        var wrong = wrong();
        if (wrong != null) {
            wrong.focus();
        }
        return wrong == null;
    }
}
