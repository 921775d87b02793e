package io.throughline.survey.ui.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.SurveyContent;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignDraftTest {

    private static final SurveyContent OPENED = titled("Opened");

    private final Memory store = new Memory();
    private final DesignDraft draft = new DesignDraft(store);

    @Test
    void an_undo_that_could_not_be_stored_can_be_tried_again() {
        draft.change(SurveyContent::title, content -> titled("Changed"));
        store.refuses = true;
        assertThatThrownBy(draft::undo).isInstanceOf(DomainException.class);
        assertThat(draft.canUndo()).isTrue();
        store.refuses = false;
        draft.undo();
        assertThat(store.content).isEqualTo(OPENED);
        assertThat(draft.canUndo()).isFalse();
    }

    private static SurveyContent titled(String title) {
        return new SurveyContent(LocalizedText.en(title), LocalizedText.en("Why"), List.of());
    }

    private static final class Memory implements DesignStore {

        private SurveyContent content = OPENED;
        private long version;
        private boolean refuses;

        @Override
        public State state() {
            return new State(OPENED, content, version);
        }

        @Override
        public void edit(long version, SurveyContent content) {
            if (refuses || version != this.version) {
                throw new DomainException(CommonError.STALE);
            }
            this.version++;
            this.content = content;
        }
    }
}
