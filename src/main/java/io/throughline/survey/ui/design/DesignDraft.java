package io.throughline.survey.ui.design;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A draft as one page edits it: every change is stored as it is made. Where somebody else stored another one in between, both
 * are kept, unless it was the same thing that both changed.
 */
class DesignDraft {

    private static final int STEPS_KEPT = 30;

    /** How a change ended. */
    enum Outcome {
        STORED,
        /** Somebody else's changes came in; the page shows an old state. */
        MERGED,
        /** Somebody else changed the same thing: theirs stands, nothing was stored. */
        CONFLICT
    }

    private final DesignStore store;
    private final Deque<SurveyContent> before = new ArrayDeque<>();
    private final SurveyContent asked;
    private SurveyContent content;
    private long version;

    DesignDraft(DesignStore store) {
        var opened = store.state();
        this.store = store;
        this.asked = opened.asked();
        this.content = opened.content();
        this.version = opened.version();
    }

    SurveyContent content() {
        return content;
    }

    /** What was published last; the draft itself, as it was opened, where nothing was. */
    SurveyContent asked() {
        return asked;
    }

    /** Keys of items that answers may refer to already. */
    List<String> spoken(QuestionId question) {
        return asked.questions().stream()
                .filter(one -> one.id().equals(question))
                .flatMap(one -> one.items().stream())
                .map(Item::key)
                .toList();
    }

    /** The place of a section, from 1. */
    int numberOf(SectionId section) {
        return content.sections().stream().map(Section::id).toList().indexOf(section) + 1;
    }

    /** As stored last. */
    long version() {
        return version;
    }

    /** What stood before the last change; what stands by now where there was none. */
    SurveyContent before() {
        return before.isEmpty() ? content : before.getLast();
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /**
     * @param part what the change is about; only if two persons change the same part do they collide
     * @throws DomainException why it can't be stored
     */
    Outcome change(Function<SurveyContent, ? extends Object> part, UnaryOperator<SurveyContent> edit) {
        try {
            store(edit.apply(content));
            return Outcome.STORED;
        } catch (DomainException refusal) {
            if (refusal.code() != CommonError.STALE) {
                throw refusal;
            }
        }
        var seen = content;
        reload();
        if (!Objects.equals(part.apply(seen), part.apply(content))) {
            return Outcome.CONFLICT;
        }
        store(edit.apply(content));
        return Outcome.MERGED;
    }

    /** Takes the last change back. @throws DomainException STALE if somebody else changed something since */
    void undo() {
        var earlier = before.peekLast();
        if (earlier != null) {
            store.edit(version, earlier);
            before.removeLast();
            version++;
            content = earlier;
        }
    }

    /** Takes in what others stored since; nothing of it can be undone here. */
    void reload() {
        var state = store.state();
        version = state.version();
        content = state.content();
        before.clear();
    }

    private void store(SurveyContent edited) {
        if (edited.equals(content)) {
            return;
        }
        store.edit(version, edited);
        // Counted on instead of read again: somebody else's edit in between must be noticed, not taken for seen.
        version++;
        before.addLast(content);
        if (before.size() > STEPS_KEPT) {
            before.removeFirst();
        }
        content = edited;
    }
}
