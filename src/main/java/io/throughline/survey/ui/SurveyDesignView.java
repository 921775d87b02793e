package io.throughline.survey.ui;

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
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.DesignDraft.Outcome;
import io.throughline.survey.ui.DesignPart.Kind;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A survey while it is designed. Every change is stored as it is made, and the page says so; typed text is never lost. */
@Route("surveys/:survey/design")
@RolesAllowed("PROJECT_MANAGER")
class SurveyDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, QuestionEditor.Acts {

    private final transient Surveys surveys;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Clock clock;
    private final DesignConflict told = new DesignConflict();
    private final Span announced = new Span();
    private final Div body = Kit.stack();
    private final Button undo = new Button();
    private final List<QuestionEditor> editors = new ArrayList<>();
    private transient DesignDraft draft;
    private Keep keep;

    @SuppressWarnings("NullAway.Init") // draft and keep are made when the page is entered
    SurveyDesignView(Surveys surveys, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.viewer = viewer;
        this.texts = texts;
        this.clock = clock;
        undo.setText(getTranslation("action.undo"));
        undo.addClickListener(click -> undo());
        announced.addClassName("tl-visually-hidden");
        announced.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var detail = surveys.detail(id);
        getContent().removeAll();
        var header = new PageHeader(getPageTitle())
                .above(Kit.link(
                        SurveyNavigation.surveyHref(id),
                        detail.key() + " " + detail.content().title().in(getLocale())));
        if (detail.published() != null || !detail.editor()) {
            getContent().add(header, Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        draft = new DesignDraft(surveys, detail);
        keep = new Keep(viewer.get().id(), id, "").many();
        keep.onValue(value -> getUI().ifPresent(ui -> Keep.answer(ui, value, stored(value))));
        header.below(keep.state(""))
                .actions(Kit.row(
                        undo,
                        Kit.link(SurveyNavigation.previewHref(id), getTranslation("surveys.preview")),
                        Kit.link(SurveyNavigation.publishHref(id), getTranslation("surveys.publish"))));
        keep.add(header, told, announced, body);
        getContent().add(keep);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.design");
    }

    private Component about() {
        var content = draft.content();
        return Kit.card(
                getTranslation("surveys.design.about"),
                new DesignField.Text(
                        DesignPart.of(Kind.TITLE), getTranslation("surveys.design.title"), content.title(), false),
                new DesignField.Text(
                        DesignPart.of(Kind.WHY), getTranslation("surveys.design.why"), content.why(), true));
    }

    private void show() {
        editors.clear();
        for (var question : draft.content().questions()) {
            editors.add(new QuestionEditor(editors.size() + 1, question, texts, this));
        }
        var questions = new Reorder(this::move);
        questions.addClassNames("tl-stack");
        editors.forEach(questions::add);
        body.removeAll();
        body.add(about(), questions, new QuestionTypes(this::add));
        undo.setEnabled(draft.canUndo());
    }

    private void add(Question fresh) {
        rearrange(all -> all.add(fresh));
        editors.getLast().begin();
    }

    @Override
    public void move(int from, int to) {
        if (from < 0 || to < 0 || from >= editors.size() || to >= editors.size()) {
            return;
        }
        rearrange(all -> all.add(to, all.remove(from)));
        editors.get(to).focusMove(to < from);
        announced.setText(getTranslation("surveys.design.moved", from + 1, to + 1));
    }

    @Override
    public void remove(QuestionId question) {
        rearrange(all -> all.removeIf(one -> one.id().equals(question)));
        Notices.undoable(this, getTranslation("surveys.design.removed"), this::undo);
    }

    @Override
    public void edit(QuestionId question, UnaryOperator<Question> edit) {
        said(draft.change(content -> "", content -> DesignPart.edited(content, question, edit)));
        showDefects();
    }

    private void rearrange(Consumer<List<Question>> rearranged) {
        Function<SurveyContent, Object> order =
                content -> content.questions().stream().map(Question::id).toList();
        said(draft.change(order, content -> {
            var all = new ArrayList<>(content.questions());
            rearranged.accept(all);
            return new SurveyContent(content.title(), content.why(), all);
        }));
        show();
    }

    private void undo() {
        draft.undo();
        said(Outcome.STORED);
        show();
    }

    private void said(Outcome outcome) {
        if (outcome == Outcome.CONFLICT) {
            keep.said(Keep.Outcome.REFUSED, "! " + getTranslation("surveys.design.conflict"));
        } else {
            keep.said(Keep.Outcome.SAVED, savedNow());
        }
    }

    private String savedNow() {
        return keep.savedAt(clock.instant(), viewer.get().zone());
    }

    private void showDefects() {
        var all = draft.content().questions();
        for (int place = 0; place < Math.min(all.size(), editors.size()); place++) {
            editors.get(place).showDefects(all.get(place));
        }
        undo.setEnabled(draft.canUndo());
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
