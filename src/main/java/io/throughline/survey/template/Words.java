package io.throughline.survey.template;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Questions whose texts stand under one template's keys. */
final class Words {

    private static final LocalizedText NONE = new LocalizedText(Map.of());
    private static final int MATTERING_MOST = 3;
    private static final int TOGETHER = 4;
    private static final int TIMES = 3;

    private final String template;
    private final Function<String, LocalizedText> texts;

    Words(String template, Function<String, LocalizedText> texts) {
        this.template = template;
        this.texts = texts;
    }

    SurveyContent survey(Section... sections) {
        return new SurveyContent(
                SurveyContent.SCHEMA,
                text("title"),
                text("why"),
                List.of(sections),
                Paging.QUESTION,
                List.of(),
                Confidentiality.NAMED,
                SurveyContent.USUAL_GROUP,
                Counting.IN_STEPS);
    }

    /** @param name of its heading; empty for none */
    Section section(String name, Entry... entries) {
        var section = Section.blank(name.isEmpty() ? SectionId.ONLY : SectionId.next())
                .with(List.of(entries));
        return name.isEmpty() ? section : section.with(text(name), NONE);
    }

    BestWorst bestWorst(String name, int items) {
        return new BestWorst(
                        QuestionId.next(), text(name), help(name), true, TOGETHER, TIMES, items(name, items), List.of())
                .designed();
    }

    ImportanceSatisfaction importance(String name, int items) {
        return new ImportanceSatisfaction(
                QuestionId.next(), text(name), help(name), true, MATTERING_MOST, items(name, items));
    }

    ImportanceSatisfactionByRating rated(String name, int items) {
        return new ImportanceSatisfactionByRating(QuestionId.next(), text(name), help(name), true, items(name, items));
    }

    Kano kano(String name, int items) {
        return new Kano(QuestionId.next(), text(name), help(name), true, items(name, items));
    }

    Points points(String name, int items) {
        return new Points(QuestionId.next(), text(name), help(name), true, items(name, items));
    }

    /** @param listed the question whose items it chooses among */
    SingleChoice single(String name, String listed, int items) {
        return new SingleChoice(QuestionId.next(), text(name), NONE, false, items(listed, items), false);
    }

    Nps nps(String name) {
        return new Nps(QuestionId.next(), text(name), NONE, true);
    }

    Text lines(String name) {
        return new Text(QuestionId.next(), text(name), NONE, false, true);
    }

    OwnWords ownWords(String name) {
        return new OwnWords(QuestionId.next(), text(name), help(name), false);
    }

    private List<Item> items(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Item("i" + number, text(name + "." + number)))
                .toList();
    }

    private LocalizedText help(String name) {
        return text(name + ".help");
    }

    private LocalizedText text(String name) {
        return texts.apply(template + "." + name);
    }
}
