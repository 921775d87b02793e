package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.Entry;
import io.throughline.survey.ItemSource;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.design.DesignDraft.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what is done with the questions and sections of a draft, and has the page show it, with the focus where it was. */
class DesignDesk implements DesignActs {

    private final DesignDraft draft;
    private final ItemSource source;
    private final Page page;
    private final Untouched untouched = new Untouched();
    private @Nullable Notification undoable;
    /** Sections shown with their headings though these say nothing yet: somebody is about to write them. */
    private final Set<SectionId> begun = new HashSet<>();

    /** What shows the draft. */
    interface Page {

        /** Draws all of it anew. */
        void show();

        /** Says beside each field what is still wrong. */
        void showDefects();

        /** Says what became of a change. */
        void said(Outcome outcome);

        /** For those who don't see what moved. */
        void announce(String text);

        DesignOutline outline();

        Component component();
    }

    DesignDesk(DesignDraft draft, ItemSource source, Page page) {
        this.draft = draft;
        this.source = source;
        this.page = page;
    }

    @Override
    public SurveyContent content() {
        return draft.content();
    }

    @Override
    public Untouched untouched() {
        return untouched;
    }

    @Override
    public ItemSource source() {
        return source;
    }

    @Override
    public List<String> spoken(QuestionId question) {
        return draft.spoken(question);
    }

    /** Nothing of the next version is wanted any more. */
    void takeBack() {
        var outcome = draft.change(content -> content, content -> draft.asked());
        page.said(outcome);
        page.show();
        if (outcome != Outcome.CONFLICT) {
            undoable = Notices.undoable(page.component(), said("version.taken-back"), this::undo);
        }
    }

    /** Something else is the last change by now: an offer to take back the one before would take back this one. */
    void changed() {
        if (undoable != null) {
            undoable.close();
            undoable = null;
        }
    }

    /** Where the survey stands on pages and in languages. */
    void settings(UnaryOperator<SurveyContent> edit) {
        var languages = draft.content().locales();
        var outcome = change(
                content -> List.of(
                        content.paging(),
                        content.languages(),
                        content.confidentiality(),
                        content.counting(),
                        content.groupSize()),
                edit);
        if (outcome == Outcome.STORED && !languages.equals(draft.content().locales())) {
            page.show();
        }
    }

    void add(Question fresh) {
        append(content -> Arrangement.added(
                content.sections(), content.sections().getLast().id(), Entry.of(content.freshCode(), fresh)));
        begin(fresh.id());
    }

    @Override
    public boolean isDivided(SurveyContent content) {
        var first = content.sections().getFirst();
        return content.sections().size() > 1 || first.isHeaded() || begun.contains(first.id());
    }

    @Override
    public boolean isPlain(Section section) {
        return !section.isHeaded()
                && section.shownIf().isAlways()
                && !section.entries().isEmpty()
                && !begun.contains(section.id());
    }

    @Override
    public void head(SectionId section) {
        begun.add(section);
        page.show();
        begin(section);
    }

    /** A draft without questions has a section nobody sees: that is the first one. */
    void addSection() {
        if (draft.content().entries().isEmpty() && !isDivided(draft.content())) {
            head(draft.content().sections().getFirst().id());
            return;
        }
        var fresh = Section.blank(SectionId.next());
        begun.add(fresh.id());
        append(content ->
                Stream.concat(content.sections().stream(), Stream.of(fresh)).toList());
        begin(fresh.id());
    }

    /** What is put at the end collides with nothing that somebody else put there meanwhile: it comes after that. */
    private void append(Function<SurveyContent, List<Section>> appended) {
        page.said(draft.change(content -> "", content -> content.with(appended.apply(content))));
        page.show();
    }

    /** By the places before and after, from 0, counting each section's heading and each question. */
    void dropped(int from, int to) {
        rearrange(sections -> Arrangement.dropped(sections, from, to));
    }

    @Override
    public void step(QuestionId question, boolean up) {
        moved(question, sections -> Arrangement.stepped(sections, question, up));
        page.outline().question(question).ifPresent(editor -> editor.focusMove(up));
    }

    @Override
    public void move(QuestionId question, SectionId to) {
        moved(question, sections -> Arrangement.moved(sections, question, to, Integer.MAX_VALUE));
        begin(question);
    }

    private void moved(QuestionId question, UnaryOperator<List<Section>> rearranged) {
        int before = page.outline().numberOf(question);
        rearrange(rearranged);
        var outline = page.outline();
        page.announce(said("surveys.design.moved", before, outline.numberOf(question), outline.codeOf(question)));
    }

    @Override
    public void remove(QuestionId question) {
        if (rearrange(sections -> Arrangement.removed(sections, question)) != Outcome.CONFLICT) {
            var before = draft.before().sections();
            Notices.undoable(page.component(), said("surveys.design.removed"), () -> {
                rearrange(sections -> Arrangement.restored(sections, before, question));
                begin(question);
            });
        }
    }

    @Override
    public void edit(QuestionId question, Function<Question, ? extends Object> part, UnaryOperator<Question> edit) {
        place(question, entry -> part.apply(entry.question()), entry -> entry.with(edit.apply(entry.question())));
    }

    @Override
    public void extend(QuestionId question, UnaryOperator<Question> edit) {
        untouched.left(DesignPart.of(question, DesignPart.Kind.ITEMS));
        page.said(draft.change(content -> "", content -> DesignPart.edited(content, question, edit)));
        page.show();
        page.outline().question(question).ifPresent(QuestionEditor::beginDrawn);
    }

    @Override
    public void place(QuestionId question, Function<Entry, ? extends Object> part, UnaryOperator<Entry> edit) {
        var its = part(SurveyContent::entries, entry -> entry.id().equals(question), part);
        if (change(its, content -> content.edited(question, edit)) != Outcome.STORED) {
            begin(question);
        }
    }

    @Override
    public void step(SectionId section, boolean up) {
        rearrange(sections -> Arrangement.stepped(sections, section, up));
        page.outline().section(section).ifPresent(editor -> editor.focusMove(up));
    }

    @Override
    public void remove(SectionId section) {
        begun.remove(section);
        boolean conflict = rearrange(sections -> Arrangement.removed(sections, section)) == Outcome.CONFLICT;
        // The only one stays.
        boolean gone =
                draft.content().sections().stream().noneMatch(one -> one.id().equals(section));
        if (!conflict && gone) {
            var before = draft.before().sections();
            Notices.undoable(page.component(), said("surveys.section.removed"), () -> {
                rearrange(sections -> Arrangement.restored(sections, before, section));
                begin(section);
            });
        }
    }

    @Override
    public void edit(SectionId section, Function<Section, ? extends Object> part, UnaryOperator<Section> edit) {
        var its = part(SurveyContent::sections, one -> one.id().equals(section), part);
        if (change(its, content -> content.edited(section, edit)) != Outcome.STORED) {
            begin(section);
        }
    }

    /** A part of one of many; nothing where that one is gone. */
    private static <P> Function<SurveyContent, Object> part(
            Function<SurveyContent, List<P>> all, Predicate<P> wanted, Function<P, ? extends Object> part) {
        return content -> all.apply(content).stream()
                .filter(wanted)
                .findFirst()
                .<Object>map(part)
                .orElse("");
    }

    /** The fields that hear of a change show it already; what somebody else changed they don't. */
    private Outcome change(Function<SurveyContent, Object> part, UnaryOperator<SurveyContent> edit) {
        var outcome = draft.change(part, edit);
        page.said(outcome);
        if (outcome == Outcome.STORED) {
            page.showDefects();
        } else {
            page.show();
        }
        return outcome;
    }

    /** Takes the last change back and says where that was: it may be far out of sight. */
    void undo() {
        var seen = draft.content();
        draft.undo();
        page.said(Outcome.STORED);
        page.show();
        Notices.done(where(new Undone(seen, draft.content())));
    }

    private String where(Undone step) {
        return step.question()
                .map(id -> said(
                        "surveys.design.undone.question",
                        page.outline().numberOf(id),
                        page.outline().codeOf(id)))
                .or(() -> step.section().map(id -> said("surveys.design.undone.section", draft.numberOf(id))))
                .orElseGet(() -> said("surveys.design.undone"));
    }

    private Outcome rearrange(UnaryOperator<List<Section>> rearranged) {
        Function<SurveyContent, Object> order = content -> content.sections().stream()
                .map(section -> List.of(
                        section.id(), section.entries().stream().map(Entry::id).toList()))
                .toList();
        var outcome = draft.change(order, content -> content.with(rearranged.apply(content.sections())));
        page.said(outcome);
        page.show();
        return outcome;
    }

    private void begin(QuestionId question) {
        page.outline().question(question).ifPresent(QuestionEditor::begin);
    }

    private void begin(SectionId section) {
        page.outline().section(section).ifPresent(SectionEditor::begin);
    }

    private String said(String key, Object... arguments) {
        return page.component().getTranslation(key, arguments);
    }
}
