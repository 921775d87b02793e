package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.AreaRow;
import io.throughline.backlog.Areas;
import io.throughline.backlog.Evidence;
import io.throughline.backlog.ItemRef;
import io.throughline.backlog.RequirementName;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.figure.Basis;
import io.throughline.survey.ui.figure.ItemShares;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the items of a survey into requirements, or into evidence for existing ones, in one step. */
@Route("backlog/from-results/:survey?")
@RolesAllowed("PROJECT_MANAGER")
class FromResultsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient Areas areas;
    private final transient BacklogServices services;
    private transient Map<ItemRef, List<Evidence.Made>> made = Map.of();

    FromResultsView(Surveys surveys, Areas areas, BacklogServices services) {
        this.surveys = surveys;
        this.areas = areas;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getTranslation("backlog.fromResults"))
                        .above(Kit.link(BacklogNavigation.BACKLOG, getTranslation("backlog.title"))));
        event.getRouteParameters()
                .get("survey")
                .map(SurveyVersionId::parse)
                .ifPresentOrElse(this::questions, this::choose);
    }

    private void choose() {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var survey : surveys.list("", 0, 200)) {
            var version = survey.published();
            if (version != null) {
                list.add(new ListItem(Kit.link(
                        BacklogNavigation.fromResultsHref(version),
                        survey.key() + " " + survey.title().in(getLocale()))));
            }
        }
        getContent()
                .add(
                        list.getChildren().findAny().isEmpty()
                                ? Kit.empty(
                                        getTranslation("backlog.fromResults.none"),
                                        getTranslation("backlog.fromResults.none.text"))
                                : Kit.card(getTranslation("backlog.fromResults.choose"), list));
    }

    private void questions(SurveyVersionId version) {
        var report = services.results().report(services.results().speakingFor(version), ResultsFilter.NONE);
        made = services.evidence().madeOf(version);
        getContent()
                .add(Kit.dim(getTranslation(
                        "backlog.fromResults.of", report.key(), report.title().in(getLocale()), report.answered())));
        var cards = Kit.stack();
        var drawn = report.questions().stream()
                .flatMap(one -> one.question().items().stream())
                .filter(item -> item.requirement() != null)
                .toList();
        if (!drawn.isEmpty()) {
            cards.add(new DrawnCard(
                    drawn, services.items(), () -> services.evidence().attachDrawn(version)));
        }
        for (var one : report.questions()) {
            if (!one.question().items().isEmpty()) {
                cards.add(question(version, one, new Basis(one, report.invited(), report.least())));
            }
        }
        getContent().add(cards);
    }

    private Component question(SurveyVersionId version, QuestionReport report, Basis basis) {
        var question = report.question();
        var shares = new ItemShares(report, getLocale(), key -> getTranslation(key));
        var items = new CheckboxGroup<Item>(
                getTranslation(shares.isRanked() ? "backlog.fromResults.items" : "backlog.fromResults.items.few"));
        items.addClassName("bl-items");
        items.setItems(shares.items());
        items.setItemLabelGenerator(item -> item.text().in(getLocale()));
        items.setRenderer(new ComponentRenderer<>(item -> item(
                item, shares.of(item), made.getOrDefault(new ItemRef(version, question.id(), item.key()), List.of()))));
        return Kit.card(
                Quotes.unanswered(question.title()).in(getLocale()),
                basis,
                items,
                make(version, question, items),
                attach(version, question, items));
    }

    /** An item with its share, and what was already made of it. */
    private Component item(Item item, String share, List<Evidence.Made> done) {
        var row = Kit.row(new Span(item.text().in(getLocale())), Kit.dim(share));
        done.forEach(one -> row.add(Kit.link(
                BacklogNavigation.requirementHref(one.area(), one.id()),
                getTranslation("backlog.fromResults.already", one.key()))));
        return row;
    }

    private Component make(SurveyVersionId version, Question question, CheckboxGroup<Item> items) {
        var area = new Select<AreaRow>();
        area.setLabel(getTranslation("backlog.area"));
        var all = areas.all();
        area.setItems(all);
        area.setItemLabelGenerator(AreaRow::name);
        if (!all.isEmpty()) {
            area.setValue(all.getFirst());
        }
        var go = new Button(getTranslation("backlog.fromResults.make"), click -> {
            if (area.getValue() == null || items.getValue().isEmpty()) {
                Notices.refused(getTranslation("backlog.fromResults.nothing"));
                return;
            }
            var wanted = new LinkedHashMap<ItemRef, LocalizedText>();
            var chosen = inOrder(question, items);
            if (chosen.stream().anyMatch(item -> item.requirement() != null)) {
                services.evidence().attachDrawn(version);
            }
            chosen.stream()
                    .filter(item -> item.requirement() == null)
                    .forEach(item -> wanted.put(new ItemRef(version, question.id(), item.key()), item.text()));
            var now = services.evidence().toRequirements(area.getValue().id(), wanted);
            Notices.done(getTranslation("backlog.fromResults.done", now.size(), chosen.size() - now.size()));
            BacklogNavigation.navigateToArea(area.getValue().id());
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        return Kit.div("bl-line", area, new Button(getTranslation("backlog.area.new"), click -> newArea(area)), go);
    }

    /** Whoever stands before the first answers need not have thought of areas; what is ticked stays ticked. */
    private void newArea(Select<AreaRow> chosen) {
        new NameDialog(getTranslation("backlog.area.new"), getTranslation("backlog.area.name"), name -> {
                    var fresh = areas.area(areas.create(name));
                    chosen.setItems(areas.all());
                    chosen.setValue(fresh);
                })
                .open();
    }

    private Component attach(SurveyVersionId version, Question question, CheckboxGroup<Item> items) {
        var existing = new ComboBox<RequirementName>(getTranslation("backlog.fromResults.existing"));
        existing.setItems(query -> {
            int from = query.getOffset();
            var typed = query.getFilter()
                    .filter(one -> !TypedText.showsNothing(one))
                    .orElse("REQ");
            return services.requirements().find(typed, from + query.getLimit()).stream()
                    .skip(from)
                    .limit(query.getLimit());
        });
        existing.setItemLabelGenerator(r -> r.key() + " " + r.title().in(getLocale()));
        existing.setWidthFull();
        var go = new Button(getTranslation("backlog.fromResults.attach"), click -> {
            if (existing.getValue() == null || items.getValue().isEmpty()) {
                Notices.refused(getTranslation("backlog.fromResults.nothing"));
                return;
            }
            var wanted = inOrder(question, items).stream()
                    .map(item -> new ItemRef(version, question.id(), item.key()))
                    .toList();
            int now = services.evidence().attachNew(existing.getValue().id(), wanted);
            Notices.done(getTranslation(
                    "backlog.fromResults.attached",
                    now,
                    wanted.size() - now,
                    existing.getValue().key()));
            items.clear();
        });
        return Kit.div("bl-line", existing, go);
    }

    private static List<Item> inOrder(Question question, CheckboxGroup<Item> chosen) {
        return question.items().stream().filter(chosen.getValue()::contains).toList();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("backlog.fromResults");
    }
}
