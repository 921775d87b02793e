package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One question of a draft: its texts, its items, and beside each what is still missing. */
public class QuestionEditor extends Composite<Div> {

    private final transient Texts texts;
    private final transient DesignActs acts;
    private final String code;
    private final MoveHead head;
    private final DesignField.Text title;
    private final DesignField.@Nullable Items items;
    private final DrawnItems drawn;
    private final @Nullable TypeEditor own;

    /** @param number of the question, from 1 */
    QuestionEditor(int number, Entry entry, SurveyContent content, Texts texts, DesignActs acts) {
        this.texts = texts;
        this.acts = acts;
        code = entry.code();
        var question = entry.question();
        var languages = content.locales();
        title = new DesignField.Text(
                DesignPart.of(question.id(), Kind.TITLE),
                getTranslation("surveys.design.text"),
                question.title(),
                languages,
                false,
                quotable(content.before(question.id())));
        var help = new DesignField.Text(
                DesignPart.of(question.id(), Kind.HELP),
                getTranslation("surveys.design.help"),
                question.help(),
                languages,
                false,
                quotable(content.before(question.id())));
        head = head(number, entry);
        var card = Kit.card(head, title, help);
        items = hasItems(question)
                ? new DesignField.Items(
                        DesignPart.of(question.id(), Kind.ITEMS),
                        getTranslation("surveys.design.items"),
                        question.items(),
                        acts.spoken(question.id()),
                        DrawnItems.keys(question, acts.source()),
                        languages)
                : null;
        drawn = new DrawnItems(question.id(), acts);
        if (items != null) {
            card.add(items, drawn);
        }
        own = TypeEditor.of(question, languages, edit -> {
            // What they limit is the items: whoever is here has been there.
            acts.untouched().left(DesignPart.of(question.id(), Kind.ITEMS));
            acts.edit(question.id(), TypeEditor::limits, edit);
        });
        if (own != null) {
            own.addClassName("survey-own");
            card.add(own);
        }
        card.add(new PlaceEditor(entry, content, acts));
        card.addClassName("survey-question");
        card.setId(CheckPanel.anchor(question.id()));
        getContent().add(card);
        awaitLeaving(title, DesignPart.of(question.id(), Kind.TITLE));
        if (items != null) {
            awaitLeaving(items, DesignPart.of(question.id(), Kind.ITEMS));
        }
        showDefects(question);
    }

    /** Those of the questions whose answers a text can quote. */
    static List<Entry> quotable(List<Entry> earlier) {
        return earlier.stream()
                .filter(entry -> Quotes.isQuotable(entry.question()))
                .toList();
    }

    /** The translation key of a type's name; with {@code .text} of what it is for. */
    public static String key(Question question) {
        return switch (question) {
            case Kano _ -> "surveys.type.kano";
            case Ranking _ -> "surveys.type.ranking";
            case Pairwise _ -> "surveys.type.pairwise";
            case SingleChoice _ -> "surveys.type.single";
            case MultipleChoice _ -> "surveys.type.multiple";
            case ChoiceOfK _ -> "surveys.type.choice-of-k";
            case BestWorst _ -> "surveys.type.best-worst";
            case ImportanceSatisfaction _ -> "surveys.type.importance";
            case Points _ -> "surveys.type.points";
            case ImportanceSatisfactionByRating _ -> "surveys.type.opportunity";
            case Scale _ -> "surveys.type.scale";
            case Nps _ -> "surveys.type.nps";
            case NumberQuestion _ -> "surveys.type.number";
            case DateQuestion _ -> "surveys.type.date";
            case FileQuestion _ -> "surveys.type.file";
            case Text one -> one.lines() ? "surveys.type.page" : "surveys.type.line";
            case OwnWords _ -> "surveys.type.words";
        };
    }

    static boolean hasItems(Question question) {
        return switch (question) {
            case Kano _, Ranking _, Pairwise _, BestWorst _, Points _ -> true;
            case SingleChoice _, MultipleChoice _, ChoiceOfK _ -> true;
            case ImportanceSatisfaction _, ImportanceSatisfactionByRating _ -> true;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _ -> false;
            case FileQuestion _, Text _, OwnWords _ -> false;
        };
    }

    /** By which conditions and texts call it, wherever it stands. */
    String code() {
        return code;
    }

    /** The button that moved it keeps the focus where it went. */
    void focusMove(boolean upwards) {
        head.focus(upwards);
    }

    void begin() {
        MoveHead.begin(this);
    }

    /** Where its items are drawn. */
    void beginDrawn() {
        drawn.begin();
    }

    private void awaitLeaving(DesignField field, DesignPart part) {
        if (acts.untouched().has(part)) {
            field.onLeft(() -> {
                acts.untouched().left(part);
                acts.content().questions().stream()
                        .filter(one -> one.id().equals(part.question()))
                        .forEach(this::showDefects);
            });
        }
    }

    /** Says beside each field what is still wrong with it, but nowhere the person has not been yet. */
    final void showDefects(Question question) {
        var untouched = acts.untouched();
        if (!untouched.has(DesignPart.of(question.id(), Kind.TITLE))) {
            title.problem(defects(question, Set.of(SurveyError.QUESTION_WITHOUT_TITLE)));
        }
        if (untouched.has(DesignPart.of(question.id(), Kind.ITEMS))
                && !question.defects().isEmpty()) {
            return;
        }
        if (items != null) {
            items.problem(defects(
                    question,
                    Set.of(
                            SurveyError.ITEMS_OUT_OF_RANGE,
                            SurveyError.ITEM_WITHOUT_TEXT,
                            SurveyError.ITEM_KEY_INVALID)));
        }
        if (own != null) {
            own.show(question, about -> defects(question, about));
        }
    }

    private String defects(Question question, Set<SurveyError> about) {
        return question.defects().stream()
                .filter(defect -> about.contains(defect.code()))
                .map(defect -> texts.of(
                        new DomainException(defect.code(), defect.arguments().toArray()), getLocale()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private MoveHead head(int number, Entry entry) {
        var called = new Span(getTranslation("surveys.design.code.short", code));
        called.addClassName("survey-code");
        called.setTitle(getTranslation("surveys.design.code", code));
        return new MoveHead(
                getTranslation("surveys.design.question", number, getTranslation(key(entry.question()))),
                new MoveHead.Names(
                        getTranslation("surveys.design.up", number),
                        getTranslation("surveys.design.down", number),
                        getTranslation("surveys.design.remove.label", number)),
                up -> acts.step(entry.id(), up),
                () -> acts.remove(entry.id()),
                called);
    }
}
