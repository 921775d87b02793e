package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.lineage.NextVersion;
import io.throughline.survey.lineage.TouchingEdit;
import io.throughline.survey.lineage.VersionImpact;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of the next version changes, which collected answers that touches, and what becomes of them. A decision is
 * stored as it is taken; what is only suggested counts once it is confirmed.
 */
@Route("surveys/:survey/changes")
@RolesAllowed("PROJECT_MANAGER")
class SurveyChangesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient NextVersion next;
    private final List<EditDecision> decisions = new ArrayList<>();
    private final Span said = new Span();

    SurveyChangesView(Surveys surveys, NextVersion next) {
        this.surveys = surveys;
        this.next = next;
        said.getElement().setAttribute("role", "status");
        said.addClassName("tl-dim");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        getContent().removeAll();
        decisions.clear();
        var header = new PageHeader(getPageTitle())
                .above(Kit.link(
                        SurveyNavigation.surveyHref(id),
                        detail.key() + " " + detail.asked().title().in(getLocale())));
        getContent().add(header);
        if (detail.published() == null || !detail.editor()) {
            getContent().add(Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
        } else if (!detail.isDrafted()) {
            getContent()
                    .add(Kit.empty(
                            getTranslation("version.same"),
                            getTranslation("version.same.text"),
                            Kit.link(SurveyNavigation.designHref(id), getTranslation("surveys.design"))));
        } else {
            show(header, detail, next.impact(id));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("version.changes");
    }

    private void show(PageHeader header, SurveyDetail detail, VersionImpact impact) {
        header.below(Kit.dim(getTranslation(
                "version.changes.count", impact.next() - 1, impact.edits().size())));
        header.actions(Kit.row(
                Kit.link(SurveyNavigation.designHref(detail.id()), getTranslation("surveys.design")),
                Kit.link(SurveyNavigation.versionsHref(detail.id()), getTranslation("version.all"))));
        var words = new EditWords(this, getLocale(), impact.before(), impact.after());
        var last = detail.campaigns().getFirst().surveyVersion();
        var asked = ResultsAddress.of(detail.id(), detail.campaigns(), last).orElse(null);
        getContent().add(new Paragraph(getTranslation("version.changes.text")));
        impact.edits().stream()
                .collect(Collectors.groupingBy(
                        touch -> words.place(touch.edit()), LinkedHashMap::new, Collectors.toList()))
                .forEach((place, touches) -> getContent().add(group(place, touches, words, detail, impact, asked)));
        var go = new Button(getTranslation("version.confirm"), click -> confirm(detail.id()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().add(Kit.row(go, said));
    }

    private Component group(
            String place,
            List<TouchingEdit> touches,
            EditWords words,
            SurveyDetail detail,
            VersionImpact impact,
            @Nullable ResultsAddress asked) {
        var card = Kit.card(place);
        card.addClassName("version-group");
        for (var touch : touches) {
            var question = touch.edit().question();
            var decision = new EditDecision(touch, key -> question == null ? key : words.item(question, key), wish -> {
                next.decide(detail.id(), List.of(wish));
                said.setText(getTranslation("version.stored"));
            });
            decisions.add(decision);
            var href = question == null || asked == null ? null : asked.behindHref(question, named(touch), 1);
            card.add(new EditSides(touch.edit(), words, impact.next(), new TouchedLine(touch, href), decision));
        }
        return card;
    }

    /** The item somebody may have named; null where the edit is about none, or about a new one. */
    private static @Nullable String named(TouchingEdit touch) {
        var edit = touch.edit();
        return edit.item().isEmpty() || edit.before() == null ? null : edit.item();
    }

    private void confirm(SurveyId id) {
        var missing = decisions.stream().filter(EditDecision::isMissing).toList();
        if (!missing.isEmpty()) {
            said.setText("! " + getTranslation("version.missing", missing.size()));
            missing.getFirst().focus();
            return;
        }
        next.decide(id, decisions.stream().flatMap(one -> one.wish().stream()).toList());
        UI.getCurrent().navigate(SurveyNavigation.publishHref(id));
    }
}
