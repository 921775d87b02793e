package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How those asked hear of it: by mail with a personal link, by mail with a link to sign in, or not by the portal. */
class MailingFields extends Composite<Div> {

    private static final int USUAL_DAYS = 3;

    private final RadioButtonGroup<Optional<MailLink>> how = new RadioButtonGroup<>();
    private final RemindField remind = new RemindField();
    private final Checkbox thanks = new Checkbox();

    private final boolean thankable;

    /**
     * @param delivers whether a mail server is set; without one nothing is sent unless it is asked for
     * @param thankable whether who answers can be thanked: not if nobody is to know them
     */
    MailingFields(boolean delivers, boolean thankable) {
        this.thankable = thankable;
        how.setLabel(getTranslation("surveys.mailing"));
        how.setItems(Optional.of(MailLink.PERSONAL), Optional.of(MailLink.PORTAL), Optional.empty());
        how.setItemLabelGenerator(link ->
                getTranslation("surveys.mailing." + link.map(MailLink::name).orElse("NONE")));
        how.setValue(delivers ? Optional.of(MailLink.PERSONAL) : Optional.empty());
        how.addValueChangeListener(change -> showDetails());
        remind.setValue(USUAL_DAYS);
        thanks.setLabel(getTranslation("surveys.mailing.thanks"));
        thanks.setValue(thankable);
        getContent().addClassName("tl-stack");
        getContent().add(how);
        if (!delivers) {
            getContent().add(Kit.dim(getTranslation("surveys.mailing.no-server")));
        }
        getContent().add(remind, thanks);
        showDetails();
    }

    private void showDetails() {
        boolean mails = how.getValue().isPresent();
        remind.setVisible(mails);
        thanks.setVisible(mails && thankable);
    }

    /** Whether the days are a number that will do, or empty for no reminder; otherwise they get the focus. */
    boolean isValid() {
        boolean wrong = remind.isVisible() && remind.isInvalid();
        if (wrong) {
            remind.focus();
        }
        return !wrong;
    }

    /** Null where whoever asks tells people otherwise. */
    @Nullable
    Mailing mailing() {
        return how.getValue()
                .map(link -> new Mailing(link, remind.days(), thanks.getValue()))
                .orElse(null);
    }
}
