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
import io.throughline.survey.Entry;
import io.throughline.survey.ItemSource;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.DesignDraft.Outcome;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A survey while it is designed. Every change is stored as it is made, and the page says so; typed text is never lost. */
@Route("surveys/:survey/design")
@RolesAllowed("PROJECT_MANAGER")
class SurveyDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, DesignActs {

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
    private Keep keep;

    @SuppressWarnings("NullAway.Init") // these are made when the page is entered
    SurveyDesignView(Surveys surveys, ItemSource source, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.source = source;
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
        if (!detail.editor()) {
            getContent().add(header, Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        draft = new DesignDraft(surveys, detail);
        keep = new Keep(viewer.get().id(), id, "").many();
        keep.onValue(value -> getUI().ifPresent(ui -> Keep.answer(ui, value, stored(value))));
        live = new LivePreview(() -> draft.content(), () -> surveys.preview(id), viewer, clock);
        header.below(keep.state(""))
                .actions(Kit.row(
                        undo,
                        live.opener(),
                        Kit.link(SurveyNavigation.previewHref(id), getTranslation("surveys.preview")),
                        Kit.link(SurveyNavigation.publishHref(id), getTranslation("surveys.publish"))));
        strip = new DraftStrip(detail, this::takeBack);
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

    private void show() {
        var content = draft.content();
        outline = new DesignOutline(
                content, texts, this, (from, to) -> rearrange(sections -> Arrangement.dropped(sections, from, to)));
        body.removeAll();
        body.add(
                new SurveySettings(content, this::settings),
                outline,
                addSection(),
                new QuestionTypes(this::add),
                check);
        showDefects();
    }

    private Component addSection() {
        return Kit.row(new Button("+ " + getTranslation("surveys.section.add"), click -> {
            var fresh = Section.blank(SectionId.next());
            rearrange(sections ->
                    Stream.concat(sections.stream(), Stream.of(fresh)).toList());
            outline.section(fresh.id()).ifPresent(SectionEditor::begin);
        }));
    }

    private void takeBack() {
        said(draft.change(content -> content, content -> draft.asked()));
        show();
        Notices.undoable(this, getTranslation("version.taken-back"), this::undo);
    }

    private void settings(UnaryOperator<SurveyContent> edit) {
        var languages = draft.content().locales();
        said(draft.change(
                content -> List.of(
                        content.paging(), content.languages(), content.confidentiality(), content.groupSize()),
                edit));
        showDefects();
        if (!languages.equals(draft.content().locales())) {
            show();
        }
    }

    private void add(Question fresh) {
        var entry = Entry.of(draft.content().freshCode(), fresh);
        rearrange(sections -> Arrangement.added(sections, sections.getLast().id(), entry));
        outline.question(fresh.id()).ifPresent(QuestionEditor::begin);
    }

    @Override
    public SurveyContent content() {
        return draft.content();
    }

    @Override
    public List<String> spoken(QuestionId question) {
        return draft.spoken(question);
    }

    @Override
    public void step(QuestionId question, boolean up) {
        int before = outline.numberOf(question);
        rearrange(sections -> Arrangement.stepped(sections, question, up));
        outline.question(question).ifPresent(editor -> editor.focusMove(up));
        announced.setText(getTranslation("surveys.design.moved", before, outline.numberOf(question)));
    }

    @Override
    public void move(QuestionId question, SectionId to) {
        int before = outline.numberOf(question);
        rearrange(sections -> Arrangement.moved(sections, question, to, Integer.MAX_VALUE));
        outline.question(question).ifPresent(QuestionEditor::begin);
        announced.setText(getTranslation("surveys.design.moved", before, outline.numberOf(question)));
    }

    @Override
    public void remove(QuestionId question) {
        rearrange(sections -> Arrangement.removed(sections, question));
        Notices.undoable(this, getTranslation("surveys.design.removed"), this::undo);
    }

    @Override
    public void edit(QuestionId question, UnaryOperator<Question> edit) {
        place(question, entry -> entry.with(edit.apply(entry.question())));
    }

    @Override
    public void redraw(QuestionId question, UnaryOperator<Question> edit) {
        edit(question, edit);
        show();
        outline.question(question).ifPresent(QuestionEditor::begin);
    }

    @Override
    public ItemSource source() {
        return source;
    }

    @Override
    public void place(QuestionId question, UnaryOperator<Entry> edit) {
        said(draft.change(content -> "", content -> content.edited(question, edit)));
        showDefects();
    }

    @Override
    public void step(SectionId section, boolean up) {
        rearrange(sections -> Arrangement.stepped(sections, section, up));
        outline.section(section).ifPresent(editor -> editor.focusMove(up));
    }

    @Override
    public void remove(SectionId section) {
        rearrange(sections -> Arrangement.removed(sections, section));
        Notices.undoable(this, getTranslation("surveys.section.removed"), this::undo);
    }

    @Override
    public void edit(SectionId section, UnaryOperator<Section> edit) {
        said(draft.change(content -> "", content -> content.edited(section, edit)));
        showDefects();
    }

    private void rearrange(UnaryOperator<List<Section>> rearranged) {
        Function<SurveyContent, Object> order = content -> content.sections().stream()
                .map(section -> List.of(
                        section.id(), section.entries().stream().map(Entry::id).toList()))
                .toList();
        said(draft.change(order, content -> content.with(rearranged.apply(content.sections()))));
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
