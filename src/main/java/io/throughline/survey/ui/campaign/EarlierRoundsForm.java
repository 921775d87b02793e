package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.lineage.EarlierFate;
import io.throughline.survey.ui.CampaignLabels;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to rounds of earlier versions when the next one is published, and to who has answered them. */
class EarlierRoundsForm extends Composite<Div> {

    private static final int LONGEST_REASON = 2_000;

    private final Map<CampaignInfo, RadioButtonGroup<Boolean>> rounds = new HashMap<>();
    private final TextArea reason = new TextArea();
    private final Checkbox leaveOut = new Checkbox();

    /**
     * @param published number of the last version
     * @param confidential whether only editors know who answered it
     * @param running rounds that take answers, or will
     */
    EarlierRoundsForm(int published, boolean confidential, List<CampaignInfo> running, ZoneId zone) {
        getContent().addClassName("tl-stack");
        for (var round : running) {
            var fate = new RadioButtonGroup<Boolean>();
            fate.setLabel(getTranslation(
                    "version.running", round.versionNumber(), CampaignLabels.of(this, round, getLocale(), zone)));
            fate.setItems(false, true);
            fate.setItemLabelGenerator(closed ->
                    getTranslation(closed ? "version.running.close" : "version.running.on", round.versionNumber()));
            fate.setValue(false);
            fate.addValueChangeListener(change -> reason.setVisible(isClosing()));
            rounds.put(round, fate);
            getContent().add(fate);
        }
        reason.setLabel(getTranslation("version.running.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidth("min(520px, 100%)");
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        reason.setVisible(false);
        leaveOut.setLabel(getTranslation("version.leave-out", published));
        getContent().add(reason, confidential ? Kit.dim(getTranslation("version.all-asked", published)) : leaveOut);
    }

    private boolean isClosing() {
        return rounds.values().stream().anyMatch(RadioButtonGroup::getValue);
    }

    /** Whether a reason is given where one is needed; otherwise it gets the focus. */
    boolean isValid() {
        boolean missing = isClosing() && TypedText.showsNothing(reason.getValue());
        if (missing) {
            reason.setErrorMessage(getTranslation("version.running.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
        }
        return !missing;
    }

    EarlierFate earlier() {
        var closing = new HashMap<CampaignId, Long>();
        rounds.forEach((round, fate) -> {
            if (fate.getValue()) {
                closing.put(round.id(), round.version());
            }
        });
        return new EarlierFate(closing, reason.getValue().strip(), leaveOut.getValue());
    }
}
