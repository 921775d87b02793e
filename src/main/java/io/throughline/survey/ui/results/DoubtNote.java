package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.QuestionId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Doubt;
import java.util.List;
import java.util.Map;

/** How many answers look careless or contradict themselves, question by question: flagged, and counted all the same. */
class DoubtNote extends Composite<Section> {

    DoubtNote(List<QuestionReport> questions, Map<QuestionId, Map<Doubt.Kind, Integer>> doubts) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        questions.stream()
                .map(QuestionReport::question)
                .forEach(question -> doubts.getOrDefault(question.id(), Map.of())
                        .forEach((kind, people) -> list.add(new ListItem(getTranslation(
                                "surveys.doubt." + kind,
                                people,
                                Quotes.unanswered(question.title()).in(getLocale()))))));
        getContent().addClassName("tl-card");
        getContent()
                .add(new H2(getTranslation("surveys.doubts")), Kit.dim(getTranslation("surveys.doubts.text")), list);
        setVisible(list.getComponentCount() > 0);
    }
}
