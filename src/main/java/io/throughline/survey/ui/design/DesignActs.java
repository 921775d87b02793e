package io.throughline.survey.ui.design;

import io.throughline.survey.Entry;
import io.throughline.survey.ItemSource;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What can be done with the questions and sections of a draft. */
interface DesignActs {

    /** The draft as it is by now. */
    SurveyContent content();

    /** Keys of items that answers may refer to already: no other item gets them. */
    List<String> spoken(QuestionId question);

    /** One place up or down, into the next section where it stands at a border. */
    void step(QuestionId question, boolean up);

    /** To the end of another section. */
    void move(QuestionId question, SectionId to);

    void remove(QuestionId question);

    /** @param part of the question, that the edit is about: only who changes the same one collides with it */
    void edit(QuestionId question, Function<Question, ? extends Object> part, UnaryOperator<Question> edit);

    /** What adds to whatever is there; its card is drawn anew. */
    void extend(QuestionId question, UnaryOperator<Question> edit);

    /** Where nobody has been yet. */
    Untouched untouched();

    /** Whether its sections are shown with their headings. */
    boolean isDivided(SurveyContent content);

    /** Whether a section, where it is the first, is no more than what is asked before the first heading. */
    boolean isPlain(Section section);

    /** Begins the heading of a section that has none. */
    void head(SectionId section);

    /** What items can be drawn from. */
    ItemSource source();

    /** What belongs to its place. */
    void place(QuestionId question, Function<Entry, ? extends Object> part, UnaryOperator<Entry> edit);

    void step(SectionId section, boolean up);

    /** Its questions join the section before it. */
    void remove(SectionId section);

    void edit(SectionId section, Function<Section, ? extends Object> part, UnaryOperator<Section> edit);
}
