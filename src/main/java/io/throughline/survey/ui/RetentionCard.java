package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Pickers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when the answers to a survey are kept, and for editors the way to change it. */
public class RetentionCard extends Composite<Div> {

    /** Stores a day in the place of the one that was shown. */
    public interface Store {
        void set(@Nullable LocalDate seen, @Nullable LocalDate until);
    }

    private final DatePicker until = new DatePicker();
    private final Paragraph said = new Paragraph();
    private final transient Texts texts;
    private transient @Nullable LocalDate seen;

    public RetentionCard(@Nullable LocalDate kept, boolean editing, Texts texts, Store store) {
        this.texts = texts;
        this.seen = kept;
        var card = Kit.card(getTranslation("retention.card"), said);
        if (editing) {
            until.setLabel(getTranslation("retention.until"));
            until.setHelperText(getTranslation("retention.until.help"));
            until.setI18n(Pickers.texts(this));
            until.setLocale(getLocale());
            until.setClearButtonVisible(true);
            until.setManualValidation(true);
            until.setValue(kept);
            until.addValueChangeListener(change -> until.setInvalid(false));
            until.setWidth("min(420px, 100%)");
            card.add(Kit.stack(until, Kit.row(new Button(getTranslation("retention.save"), click -> store(store)))));
        }
        getContent().add(card);
        say();
    }

    private void store(Store store) {
        var wanted = until.getValue();
        try {
            store.set(seen, wanted);
        } catch (DomainException refusal) {
            until.setErrorMessage(texts.of(refusal, getLocale()));
            until.setInvalid(true);
            until.getElement().callJsFunction("focus");
            return;
        }
        seen = wanted;
        say();
        Notices.done(getTranslation("retention.saved"));
    }

    private void say() {
        said.setText(
                seen == null
                        ? getTranslation("retention.none")
                        : getTranslation("retention.told", Texts.day(seen, getLocale())));
    }
}
