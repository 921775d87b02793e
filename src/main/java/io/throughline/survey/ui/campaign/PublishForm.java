package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Audience;
import io.throughline.survey.Round;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.lineage.EarlierFate;
import io.throughline.survey.ui.SharingFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom to ask, from when until when in the reader's zone, and in which languages. What is wrong stands beside its field. */
class PublishForm extends Composite<Div> {

    private static final int USUAL_DAYS = 14;

    private final transient Texts texts;
    private final ZoneId zone;
    private final List<Locale> written;
    private final AudienceFields audience;
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final CheckboxGroup<Locale> languages = new CheckboxGroup<>();
    private final MailingFields mailing;
    private final EarlierRoundsForm earlier;
    private final QuotaFields quotas = new QuotaFields();
    private final SharingFields sharing;

    /**
     * @param now on the minute, in the reader's zone
     * @param title of the survey: its languages are proposed
     * @param written what the survey is written in
     * @param before whom the last campaign asked, proposed again; null for the first one
     * @param sharing whether those asked see the results, as it is proposed
     * @param next what happens to rounds of earlier versions; null where no next version is published
     * @param delivers whether a mail server is set
     * @param anonymous whether nobody is to know who answered
     * @param publish gets this form, complete
     */
    PublishForm(
            AudienceFields.Sources sources,
            ZonedDateTime now,
            LocalizedText title,
            List<Locale> written,
            Audience.@Nullable Again before,
            Sharing sharing,
            @Nullable EarlierRoundsForm next,
            boolean delivers,
            boolean anonymous,
            Texts texts,
            Consumer<PublishForm> publish) {
        this.texts = texts;
        this.zone = now.getZone();
        audience = new AudienceFields(sources, before, texts);
        if (anonymous) {
            audience.freeze();
        }
        mailing = new MailingFields(delivers, !anonymous);
        this.sharing = new SharingFields(sharing);
        audience.onChange(() -> quotas.show(audience.segmentsAsked()));
        quotas.show(audience.segmentsAsked());
        earlier = next == null ? new EarlierRoundsForm(0, false, List.of(), zone) : next;
        earlier.setVisible(next != null);
        // The languages belong to the version.
        boolean asNew = before == null || next != null;
        opens.setLabel(getTranslation("surveys.publish.opens", zone.getId()));
        opens.setValue(now.toLocalDateTime());
        closes.setLabel(getTranslation("surveys.publish.closes", zone.getId()));
        closes.setValue(now.plusDays(USUAL_DAYS).toLocalDateTime());
        languages.setLabel(getTranslation("surveys.publish.languages"));
        languages.setItems(written);
        this.written = List.copyOf(written);
        languages.setItemLabelGenerator(language -> language.getDisplayLanguage(getLocale()));
        languages.setValue(written.stream()
                .filter(language -> title.texts().containsKey(language.getLanguage()))
                .collect(Collectors.toSet()));
        languages.setVisible(asNew);
        validate(opens);
        validate(closes);
        validate(languages);
        var go = new Button(getTranslation(asNew ? "surveys.publish" : "surveys.again"), click -> {
            if (isComplete()) {
                publish.accept(this);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getContent()
                .add(Kit.card(Kit.stack(
                        audience,
                        Kit.row(opens, closes),
                        languages,
                        earlier,
                        mailing,
                        this.sharing,
                        quotas,
                        Kit.row(go))));
    }

    /** Shows a refusal beside the field it is about. @throws DomainException itself, if it is about none */
    void refuse(DomainException refusal) {
        var said = texts.of(refusal, getLocale());
        switch (refusal.code()) {
            case SurveyError.NO_AUDIENCE, SurveyError.ANONYMOUS_TOO_FEW -> audience.refuse(said);
            case SurveyError.CLOSES_BEFORE_OPENING,
                    SurveyError.CLOSES_IN_THE_PAST,
                    SurveyError.CLOSES_TOO_LATE,
                    SurveyError.RETENTION_BEFORE_CLOSING -> say(closes, said);
            case SurveyError.NO_LANGUAGE, SurveyError.LANGUAGE_INCOMPLETE -> say(languages, said);
            default -> throw refusal;
        }
    }

    private boolean isComplete() {
        var needed = getTranslation("surveys.publish.needed");
        if (languages.isEmpty()) {
            say(languages, needed);
        }
        if (closes.isEmpty()) {
            say(closes, needed);
        }
        if (opens.isEmpty()) {
            say(opens, needed);
        }
        boolean nobody = audience.audience().isEmpty();
        if (nobody) {
            audience.refuse(texts.of(new DomainException(SurveyError.NO_AUDIENCE), getLocale()));
        }
        return !nobody
                && Stream.of(opens, closes, languages).noneMatch(HasValueAndElement::isEmpty)
                && earlier.isValid()
                && mailing.isValid()
                && quotas.isValid();
    }

    /** Whom to ask, from when until when. */
    Round round() {
        return new Round(
                audience.audience(),
                instant(opens),
                instant(closes),
                mailing.mailing(),
                quotas.quotas(),
                sharing.sharing());
    }

    /** What happens to rounds of earlier versions. */
    EarlierFate earlier() {
        return earlier.earlier();
    }

    /** How many are asked, as a sentence. */
    String reach() {
        return audience.inWords();
    }

    /** What to ask in. */
    List<Locale> languages() {
        return written.stream().filter(languages.getValue()::contains).toList();
    }

    private Instant instant(DateTimePicker picker) {
        return picker.getValue().atZone(zone).toInstant();
    }

    private static <F extends HasValueAndElement<?, ?> & HasValidation> void validate(F field) {
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    /** The field said last gets the focus. */
    private static <F extends Component & HasValidationProperties> void say(F field, String problem) {
        field.setErrorMessage(problem);
        field.setInvalid(true);
        field.getElement().callJsFunction("focus");
    }
}
