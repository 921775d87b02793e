package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whom a survey asks, from when until when, in which languages; then it can't be changed any more. */
@Route("surveys/:survey/publish")
@RolesAllowed("PROJECT_MANAGER")
class SurveyPublishView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int USUAL_DAYS = 14;

    private final transient Surveys surveys;
    private final transient Organisations organisations;
    private final transient Texts texts;
    private final transient Clock clock;
    private final ZoneId zone;
    private final MultiSelectComboBox<OrganisationInfo> audience = new MultiSelectComboBox<>();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final CheckboxGroup<Locale> languages = new CheckboxGroup<>();

    SurveyPublishView(Surveys surveys, Organisations organisations, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
        zone = viewer.get().zone();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var detail = surveys.detail(id);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getPageTitle())
                        .above(Kit.link(
                                SurveyNavigation.surveyHref(id),
                                detail.key() + " " + detail.content().title().in(getLocale()))));
        if (detail.published() != null || !detail.editor()) {
            getContent().add(Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
        } else if (!detail.defects().isEmpty()) {
            getContent().add(defects(detail));
        } else {
            getContent().add(form(detail));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.publish");
    }

    private Component defects(Surveys.Detail detail) {
        var list = new UnorderedList();
        detail.defects().stream()
                .map(defect -> new ListItem("! " + texts.of(defect, getLocale())))
                .forEach(list::add);
        return Kit.card(
                getTranslation("surveys.publish.not-yet"),
                list,
                Kit.link(SurveyNavigation.designHref(detail.id()), getTranslation("surveys.design")));
    }

    private Component form(Surveys.Detail detail) {
        var all = organisations.all();
        audience.setLabel(getTranslation("surveys.publish.audience"));
        audience.setItems(all);
        audience.setItemLabelGenerator(
                one -> one.segment().isEmpty() ? one.name() : one.name() + " (" + one.segment() + ")");
        audience.setWidthFull();
        var now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        opens.setLabel(getTranslation("surveys.publish.opens", zone.getId()));
        opens.setValue(now.toLocalDateTime());
        closes.setLabel(getTranslation("surveys.publish.closes", zone.getId()));
        closes.setValue(now.plusDays(USUAL_DAYS).toLocalDateTime());
        languages.setLabel(getTranslation("surveys.publish.languages"));
        languages.setItems(Texts.LANGUAGES);
        languages.setItemLabelGenerator(language -> language.getDisplayLanguage(getLocale()));
        languages.setValue(Texts.LANGUAGES.stream()
                .filter(language -> detail.content().title().texts().containsKey(language.getLanguage()))
                .collect(Collectors.toSet()));
        var go = new Button(getTranslation("surveys.publish"), click -> confirm(detail, publication()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        return Kit.card(Kit.stack(bySegment(all), audience, Kit.row(opens, closes), languages, Kit.row(go)));
    }

    private Component bySegment(List<OrganisationInfo> all) {
        var segment = new Select<String>();
        segment.setLabel(getTranslation("surveys.publish.segment"));
        segment.setItems(all.stream()
                .map(OrganisationInfo::segment)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .toList());
        segment.addValueChangeListener(change -> {
            var chosen = new LinkedHashSet<>(audience.getValue());
            all.stream().filter(one -> one.segment().equals(change.getValue())).forEach(chosen::add);
            audience.setValue(chosen);
        });
        return segment;
    }

    private Surveys.Publication publication() {
        return new Surveys.Publication(
                audience.getValue().stream().map(OrganisationInfo::id).collect(Collectors.toSet()),
                instant(opens),
                instant(closes),
                Texts.LANGUAGES.stream().filter(languages.getValue()::contains).toList());
    }

    private Instant instant(DateTimePicker picker) {
        var local = picker.getValue();
        if (local == null) {
            throw new DomainException(CommonError.REQUIRED, picker.getLabel());
        }
        return local.atZone(zone).toInstant();
    }

    private void confirm(Surveys.Detail detail, Surveys.Publication publication) {
        var dialog = new Dialog(getTranslation("surveys.publish.confirm"));
        dialog.setWidth("min(520px, 92vw)");
        dialog.add(
                new Paragraph(getTranslation(
                        "surveys.publish.asked", publication.audience().size())),
                new Paragraph(getTranslation("surveys.publish.immutable")));
        var go = new Button(getTranslation("surveys.publish.go"), click -> {
            surveys.publish(detail.id(), detail.version(), publication);
            dialog.close();
            SurveyNavigation.navigateToSurvey(detail.id());
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }
}
