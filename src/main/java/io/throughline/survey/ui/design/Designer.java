package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LostFocus;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.UndoKeys;
import io.throughline.survey.ItemSource;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.design.DesignDraft.Outcome;
import io.throughline.survey.ui.preview.LivePreview;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A draft while it is designed. Every change is stored as it is made, and the page says so; typed text is never lost. */
class Designer extends Composite<Div> implements DesignDesk.Page {

    /**
     * What is designed.
     *
     * @param id what values that are not stored yet are kept under
     * @param href where it is designed
     * @param intro its first page, for the preview
     */
    record Subject(Id id, String href, DesignDraft draft, Supplier<SurveyIntro> intro) {}

    private final transient DesignDraft draft;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Clock clock;
    private final transient DesignDesk desk;
    /** What was written where somebody else removed the place, by field. */
    private final transient Map<String, String> lost = new LinkedHashMap<>();

    private final DesignDisputes disputes = new DesignDisputes(this::keepMine, this::keepTheirs);
    private final DesignConflict gone = new DesignConflict();
    private final Span announced = new Span();
    private final Div body = Kit.stack();
    private final Button undo = new Button();
    private final Keep keep;
    private final LivePreview live;
    private final CheckPanel check;
    private final DesignContents contents;
    private DesignOutline outline;
    private transient Consumer<SurveyContent> watcher = content -> {};

    Designer(Subject subject, ItemSource source, CurrentViewer viewer, Texts texts, Clock clock) {
        this.draft = subject.draft();
        this.viewer = viewer;
        this.texts = texts;
        this.clock = clock;
        desk = new DesignDesk(draft, source, this);
        undo.setText(getTranslation("action.undo"));
        undo.setTooltipText(getTranslation("surveys.design.undo.keys"));
        undo.addClickListener(click -> desk.undo());
        announced.addClassName("tl-visually-hidden");
        announced.getElement().setAttribute("role", "status");
        keep = new Keep(viewer.get().id(), subject.id(), "").many();
        keep.onValue(value -> getUI().ifPresent(ui -> Keep.answer(ui, value, stored(value))));
        live = new LivePreview(draft::content, subject.intro(), viewer, clock);
        check = new CheckPanel(subject.href(), texts);
        contents = new DesignContents(anchor -> outline().lookAt(anchor));
        outline = new DesignOutline(draft.content(), texts, desk, desk::dropped);
        getContent().addClassName("survey-designer");
    }

    /**
     * Draws it under a header.
     *
     * @param strip says what the draft is of
     * @param following is told what the draft asks, at first and after every change
     * @param links what else can be done with it
     */
    Designer under(PageHeader header, Component strip, Consumer<SurveyContent> following, Component... links) {
        watcher = following;
        var actions = Kit.row(undo, live.opener());
        actions.add(links);
        keep.add(
                header.below(keep.state("")).actions(actions),
                strip,
                disputes,
                gone,
                announced,
                body,
                new UndoKeys(this::undoByKey, () -> {}));
        getContent().add(keep, live);
        show();
        return this;
    }

    /** Nothing that was designed since is wanted any more. */
    void takeBack() {
        desk.takeBack();
    }

    /** Whoever takes a step back by keys may be anywhere on a long page. */
    private void undoByKey() {
        if (draft.canUndo()) {
            var seen = draft.content();
            desk.undo();
            LostFocus.to(undo);
            outline.standAt(new Undone(seen, draft.content()));
        }
    }

    /** Brings what a finding is about into sight; whoever comes for one is told at every field what is wrong. */
    void lookAt(String anchor) {
        desk.untouched().tell();
        outline.showDefects(draft.content());
        outline.lookAt(anchor);
    }

    @Override
    public void show() {
        var content = disputes.mineIn(draft.content());
        desk.untouched().meet(content);
        outline = new DesignOutline(content, texts, desk, desk::dropped);
        body.removeAll();
        body.add(
                contents,
                new SurveySettings(content, desk::settings),
                outline,
                Kit.row(new Button("+ " + getTranslation("surveys.section.add"), click -> desk.addSection())),
                new QuestionTypes(desk::add),
                check);
        disputes.show(body, outline, draft.content());
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
        desk.changed();
        var content = draft.content();
        outline.showDefects(content);
        check.show(content, ContentCheck.of(content, content.locales()));
        contents.show(content, desk.isDivided(content));
        watcher.accept(content);
        undo.setEnabled(draft.canUndo());
        live.refresh();
    }

    /** @throws DomainException UNKNOWN_QUESTION if somebody else removed what it is a part of */
    private Outcome change(DesignPart part, Keep.Value value) {
        var outcome = draft.change(part::in, content -> part.replaced(content, value.value()));
        if (!part.stands(draft.content())) {
            disputes.settled(part);
            show();
            throw new DomainException(SurveyError.UNKNOWN_QUESTION);
        }
        return outcome;
    }

    /** Says why something is not stored, and shows the words that have no place any more. */
    private String refused(DomainException refusal, Keep.Value value) {
        if (refusal.code() == SurveyError.UNKNOWN_QUESTION) {
            lost.put(value.field(), DesignPart.words(value.value()));
            gone.gone(lost);
            return "! " + getTranslation("surveys.design.conflict");
        }
        return "! " + texts.of(refusal, getLocale());
    }

    private void collide(DesignPart part, Keep.Value value, SurveyContent before) {
        disputes.add(part, value);
        // What else somebody changed must be seen; where there is nothing else, the caret stays where it is.
        if (!part.replaced(before, value.value()).equals(part.replaced(draft.content(), value.value()))) {
            show();
        } else {
            disputes.show(body, outline, draft.content());
        }
    }

    private void keepMine(DesignPart part, Keep.Value value) {
        try {
            var outcome = change(part, value);
            said(outcome);
            if (outcome != Outcome.CONFLICT) {
                disputes.settled(part);
                settle(value);
            }
        } catch (DomainException refusal) {
            keep.said(Keep.Outcome.REFUSED, refused(refusal, value));
        }
        showAt(part);
    }

    private void keepTheirs(DesignPart part, Keep.Value value) {
        draft.reload();
        disputes.settled(part);
        settle(value);
        said(Outcome.STORED);
        showAt(part);
    }

    /** The tab need not keep it any more. */
    private void settle(Keep.Value value) {
        getUI().ifPresent(ui -> Keep.answer(ui, value, new Keep.Reply(Keep.Outcome.SAVED, savedNow(), 0)));
    }

    /** The button that decided is gone: the caret goes where the text is. */
    private void showAt(DesignPart part) {
        show();
        DesignField.of(part, body).ifPresent(DesignField::begin);
    }

    /**
     * By now the draft here holds somebody else's text, too, where this page was opened since it was written: then only what
     * a value was typed over, or that it was in dispute before, tells that the person never saw it.
     */
    private boolean isUnseen(DesignPart part, Keep.Value value, SurveyContent now) {
        if (part.replaced(now, value.value()).equals(now)) {
            return false;
        }
        return value.isDisputed()
                || !value.over().isEmpty()
                        && value.over().stream()
                                .noneMatch(seen -> part.replaced(now, seen).equals(now));
    }

    private Keep.Reply stored(Keep.Value value) {
        try {
            var before = draft.content();
            var part = DesignPart.named(value.field(), before);
            boolean undecided = disputes.isAbout(part) || isUnseen(part, value, before);
            if (undecided) {
                // They may have gone on writing: what is asked about is what stands there by now.
                draft.reload();
            }
            var outcome = undecided ? Outcome.CONFLICT : change(part, value);
            if (outcome == Outcome.CONFLICT) {
                collide(part, value, before);
                return new Keep.Reply(Keep.Outcome.DISPUTED, "! " + getTranslation("surveys.design.conflict"), 0);
            }
            if (outcome == Outcome.MERGED) {
                show();
            }
            showDefects();
            return new Keep.Reply(Keep.Outcome.SAVED, savedNow(), 0);
        } catch (DomainException refusal) {
            return new Keep.Reply(Keep.Outcome.REFUSED, refused(refusal, value), 0);
        }
    }
}
