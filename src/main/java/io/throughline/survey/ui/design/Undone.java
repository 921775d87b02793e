package io.throughline.survey.ui.design;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import java.util.List;
import java.util.Optional;

/** What a step that was taken back was about. */
record Undone(SurveyContent from, SurveyContent to) {

    /** The first question that stands there otherwise than before, or again; nothing if only places were changed. */
    Optional<QuestionId> question() {
        return to.entries().stream()
                .filter(entry -> !from.entries().contains(entry))
                .findFirst()
                .map(Entry::id);
    }

    /** The same of sections, whatever is asked in them. */
    Optional<SectionId> section() {
        return headings(to).stream()
                .filter(section -> !headings(from).contains(section))
                .findFirst()
                .map(Section::id);
    }

    private static List<Section> headings(SurveyContent content) {
        return content.sections().stream()
                .map(section -> section.with(List.of()))
                .toList();
    }
}
