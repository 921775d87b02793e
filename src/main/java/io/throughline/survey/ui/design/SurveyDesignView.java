package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.ItemSource;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.design.DesignDraft.Outcome;
import io.throughline.survey.ui.preview.LivePreview;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A survey while it is designed. Every change is stored as it is made, and the page says so; typed text is never lost. */
@Route("surveys/:survey/design")
@RolesAllowed("PROJECT_MANAGER")
class SurveyDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, DesignDesk.Page {

    private final transient Surveys surveys;
    private final transient ItemSource source;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Clock clock;
    private final DesignConflict told = new DesignConflict();
    private final Span announced = new Span();
    private final Div body = Kit.stack();
    private final Button undo = new Button();
    private DesignOutline outline;
    private CheckPanel check;
    private DraftStrip strip;
    private LivePreview live;
    private transient DesignDraft draft;
    private transient DesignDesk desk;
    private Keep keep;

    @SuppressWarnings("NullAway.Init") // these are made when the page is entered
    SurveyDesignView(Surveys surveys, ItemSource source, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.source = source;
        this.viewer = viewer;
        this.texts = texts;
        this.clock = clock;
        undo.setText(getTranslation("action.undo"));
        undo.addClickListener(click -> desk.undo());
        announced.addClassName("tl-visually-hidden");
        announced.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        getContent().removeAll();
        var header = new PageHeader(getPageTitle())
                .above(Kit.link(
                        SurveyNavigation.surveyHref(id),
                        detail.key() + " " + detail.content().title().in(getLocale())));
        if (!detail.editor()) {
            getContent().add(header, Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        draft = new DesignDraft(surveys, detail);
        desk = new DesignDesk(draft, source, this);
        keep = new Keep(viewer.get().id(), id, "").many();
        keep.onValue(value -> getUI().ifPresent(ui -> Keep.answer(ui, value, stored(value))));
        live = new LivePreview(() -> draft.content(), () -> surveys.preview(id), viewer, clock);
        header.below(keep.state(""))
                .actions(Kit.row(
                        undo,
                        live.opener(),
                        Kit.link(SurveyNavigation.previewHref(id), getTranslation("surveys.preview")),
                        Kit.link(SurveyNavigation.publishHref(id), getTranslation("surveys.publish"))));
        strip = new DraftStrip(detail, desk::takeBack);
        keep.add(header, strip, told, announced, body);
        getContent().addClassName("survey-designer");
        getContent().add(keep, live);
        check = new CheckPanel(id, texts);
        show();
        event.getLocation().getQueryParameters().getSingleParameter("at").ifPresent(outline::lookAt);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.design");
    }

    @Override
    public void show() {
        var content = draft.content();
        outline = new DesignOutline(content, texts, desk, desk::dropped);
        body.removeAll();
        body.add(
                new SurveySettings(content, desk::settings),
                outline,
                Kit.row(new Button("+ " + getTranslation("surveys.section.add"), click -> desk.addSection())),
                new QuestionTypes(desk::add),
                check);
        showDefects();
    }

    @Override
    public void announce(String text) {
        announced.setText(text);
    }

    @Override
    public DesignOutline outline() {
        return outline;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void said(Outcome outcome) {
        if (outcome == Outcome.CONFLICT) {
            keep.said(Keep.Outcome.REFUSED, "! " + getTranslation("surveys.design.conflict"));
        } else {
            keep.said(Keep.Outcome.SAVED, savedNow());
        }
    }

    private String savedNow() {
        return keep.savedAt(clock.instant(), viewer.get().zone());
    }

    @Override
    public void showDefects() {
        var content = draft.content();
        outline.showDefects(content);
        check.show(content, ContentCheck.of(content, content.locales()));
        strip.show(content);
        undo.setEnabled(draft.canUndo());
        live.refresh();
    }

    private void collide(DesignPart part, Keep.Value value) {
        told.ask(() -> said(draft.change(part::in, content -> part.replaced(content, value.value()))), this::show);
    }

    private Keep.Reply stored(Keep.Value value) {
        try {
            var part = DesignPart.named(value.field(), draft.content());
            var outcome = draft.change(part::in, content -> part.replaced(content, value.value()));
            if (outcome == Outcome.CONFLICT) {
                collide(part, value);
                return new Keep.Reply(Keep.Outcome.REFUSED, "! " + getTranslation("surveys.design.conflict"), 0);
            }
            if (outcome == Outcome.MERGED) {
                show();
            }
            showDefects();
            return new Keep.Reply(Keep.Outcome.SAVED, savedNow(), 0);
        } catch (DomainException refusal) {
            return new Keep.Reply(Keep.Outcome.REFUSED, "! " + texts.of(refusal, getLocale()), 0);
        }
    }
}
