package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.logic.Condition;
import java.util.List;
import java.util.Map;

/**
 * Questions that belong together.
 *
 * @param title blank in a survey that is not divided
 * @param help sentences under the title; may be blank
 * @param shownIf what must have been answered before for any of it to be asked
 */
public record Section(SectionId id, LocalizedText title, LocalizedText help, Condition shownIf, List<Entry> entries) {

    public Section {
        entries = List.copyOf(entries);
    }

    /** An empty one without a heading. */
    public static Section blank(SectionId id) {
        var blank = new LocalizedText(Map.of());
        return new Section(id, blank, blank, Condition.ALWAYS, List.of());
    }

    public Section with(List<Entry> entries) {
        return new Section(id, title, help, shownIf, entries);
    }

    public Section with(LocalizedText title, LocalizedText help) {
        return new Section(id, title, help, shownIf, entries);
    }

    public Section with(Condition shownIf) {
        return new Section(id, title, help, shownIf, entries);
    }

    /** Whether there is something to be read above its questions. */
    @JsonIgnore
    public boolean isHeaded() {
        return !title.isBlank() || !help.isBlank();
    }
}
