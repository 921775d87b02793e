package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.Surveys;
import io.throughline.survey.lineage.Versions;
import io.throughline.survey.lineage.Versions.Published;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.version.Choice;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Every version of a survey, as it was asked: when, by whom, how often, and what was changed against the one before. */
@Route("surveys/:survey/versions")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyVersionsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient Versions versions;
    private final transient CurrentViewer viewer;

    SurveyVersionsView(Surveys surveys, Versions versions, CurrentViewer viewer) {
        this.surveys = surveys;
        this.versions = versions;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        getContent().removeAll();
        var header = new PageHeader(getPageTitle())
                .above(Kit.link(
                        SurveyNavigation.surveyHref(id),
                        detail.key() + " " + detail.asked().title().in(getLocale())));
        getContent().add(header);
        var all = versions.of(id);
        if (all.isEmpty()) {
            getContent().add(Kit.empty(getTranslation("surveys.draft"), getTranslation("surveys.draft.text")));
            return;
        }
        if (detail.editor() && detail.isDrafted() && viewer.get().is(Role.PROJECT_MANAGER)) {
            header.below(Kit.link(
                    SurveyNavigation.changesHref(id),
                    getTranslation("version.drafted", all.getFirst().number() + 1)));
        }
        var stack = Kit.stack();
        all.forEach(one -> stack.add(card(detail, one)));
        getContent().add(stack);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("version.all");
    }

    private Component card(SurveyDetail detail, Published one) {
        var facts = Kit.row(
                new Moment(one.at(), viewer.get().zone()),
                Kit.dim(one.by()),
                Kit.dim(one.languages().stream()
                        .map(language -> language.getDisplayLanguage(getLocale()))
                        .collect(Collectors.joining(", "))),
                Kit.dim(getTranslation("version.rounds", one.rounds())));
        var links = Kit.row(Kit.link(
                SurveyNavigation.previewHref(detail.id(), one.number()), getTranslation("version.read", one.number())));
        ResultsAddress.of(detail.id(), detail.campaigns(), one.id())
                .ifPresent(results ->
                        links.add(Kit.link(results.href(), getTranslation("version.responses", one.responses()))));
        var card = Kit.card(getTranslation("version.number", one.number()), facts, links);
        card.addClassName("version-group");
        var before = one.before();
        if (before != null) {
            var words = new EditWords(this, getLocale(), before, one.content());
            var changes =
                    new Details(getTranslation("version.changed", one.changes().size(), one.number() - 1));
            one.changes().stream()
                    .collect(Collectors.groupingBy(
                            change -> words.place(change.edit()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((place, edits) -> changes.add(group(place, edits, words, one.number())));
            card.add(changes);
        }
        return card;
    }

    private Component group(String place, List<Versions.Change> changes, EditWords words, int number) {
        var group = Kit.div("version-place", new Paragraph(place));
        changes.forEach(change -> group.add(new EditSides(change.edit(), words, number, decided(change, words))));
        return group;
    }

    private Component decided(Versions.Change change, EditWords words) {
        var decided = change.decided();
        if (decided == null) {
            return Kit.dim(getTranslation("version.touched.none"));
        }
        var decision = decided.decision();
        var question = change.edit().question();
        var said = getTranslation("version.choice." + decision.choice());
        var whole = decision.choice() == Choice.MAP && question != null
                ? getTranslation("version.mapped", said, words.item(question, decision.target()))
                : said;
        var facts = Kit.row(
                Kit.dim(getTranslation("version.decided", decided.by())),
                new Moment(decided.at(), viewer.get().zone()));
        var answers = change.answers();
        if (answers != null) {
            var touched = getTranslation("version.touched", answers, answers);
            facts.add(Kit.dim(change.all() ? touched : getTranslation("version.touched.least", touched)));
        }
        return new Div(new Paragraph(whole), facts);
    }
}
