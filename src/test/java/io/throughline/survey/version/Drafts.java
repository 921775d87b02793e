package io.throughline.survey.version;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contents and edits of them, drawn by chance from a seed. */
final class Drafts {

    static final LocalizedText BLANK = new LocalizedText(Map.of());

    private static final int TYPES = 17;

    private final Random random;

    Drafts(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Of each type at least one question. */
    SurveyContent content() {
        var sections = new ArrayList<Section>();
        int code = 0;
        for (int section = 0; section < 3; section++) {
            var entries = new ArrayList<Entry>();
            for (int type = section; type < TYPES; type += 3) {
                entries.add(Entry.of("q" + ++code, question(type)));
            }
            sections.add(
                    new Section(new SectionId(id()), text("Section " + section), BLANK, Condition.ALWAYS, entries));
        }
        return new SurveyContent(
                SurveyContent.SCHEMA,
                text("Title"),
                text("Reason"),
                sections,
                Paging.QUESTION,
                List.of("en"),
                Confidentiality.NAMED,
                SurveyContent.USUAL_GROUP,
                Counting.IN_STEPS);
    }

    Question question(int type) {
        var id = new QuestionId(id());
        var title = text("Question " + random.nextInt(1_000_000));
        return switch (type) {
            case 0 -> new SingleChoice(id, title, BLANK, true, items(), false);
            case 1 -> new MultipleChoice(id, title, BLANK, true, items(), true);
            case 2 -> new ChoiceOfK(id, title, BLANK, true, 2, items());
            case 3 -> new Kano(id, title, BLANK, true, items());
            case 4 -> new Ranking(id, title, BLANK, true, items());
            case 5 -> new Pairwise(id, title, BLANK, true, items());
            case 6 -> new BestWorst(id, title, BLANK, true, 3, 2, items(), List.of()).designed();
            case 7 -> new ImportanceSatisfaction(id, title, BLANK, true, 2, items());
            case 8 -> new Points(id, title, BLANK, true, items());
            case 9 -> new ImportanceSatisfactionByRating(id, title, BLANK, true, items());
            case 10 -> new Scale(id, title, BLANK, true, 1, 5, text("never"), text("always"));
            case 11 -> new Nps(id, title, BLANK, true);
            case 12 -> new NumberQuestion(id, title, BLANK, true, null, null, 0, text("km"));
            case 13 -> new DateQuestion(id, title, BLANK, true, null, null);
            case 14 -> new FileQuestion(id, title, BLANK, true, List.of(FileKind.PDF), 1, 1);
            case 15 -> new Text(id, title, BLANK, true, false);
            default -> new OwnWords(id, title, BLANK, true);
        };
    }

    private List<Item> items() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new Item("i" + number, text("Item " + number + " " + random.nextInt(1_000_000))))
                .toList();
    }

    static LocalizedText text(String text) {
        return LocalizedText.en(text);
    }

    /** Something done to a content, and the key of the one edit that names it; the content itself where nothing could be. */
    record Step(SurveyContent content, String key) {}

    /** One of all that a designer can do. */
    Step step(SurveyContent content) {
        var entry = any(content.entries());
        var question = entry.question();
        var id = question.id();
        var section = any(content.sections());
        var fresh = "Quite something else " + random.nextInt(1_000_000);
        return switch (below(21)) {
            case 0 -> new Step(content.with(text(fresh), content.why()), "SURVEY_REWORDED");
            case 1 -> new Step(content.writtenIn(List.of("en", "fr")), "LANGUAGES");
            case 2 -> new Step(content.with(Paging.SECTION), "PAGING");
            case 3 -> {
                var added = new Section(new SectionId(id()), text(fresh), BLANK, Condition.ALWAYS, List.of());
                yield new Step(
                        content.with(Stream.concat(content.sections().stream(), Stream.of(added))
                                .toList()),
                        key("SECTION_ADDED", added.id()));
            }
            case 4 ->
                new Step(
                        content.edited(section.id(), one -> one.with(text(fresh), one.help())),
                        key("SECTION_REWORDED", section.id()));
            case 5 ->
                new Step(
                        content.edited(
                                section.id(), one -> one.with(one.title().with(Locale.FRENCH, fresh), one.help())),
                        key("SECTION_TRANSLATED", section.id()));
            case 6 ->
                new Step(
                        content.edited(section.id(), one -> one.with(condition(entry))),
                        key("SECTION_CONDITION", section.id()));
            case 7 -> {
                var added = Entry.of(content.freshCode(), question(below(TYPES)));
                yield new Step(
                        content.with(Arrangement.added(content.sections(), section.id(), added)),
                        key("QUESTION_ADDED", added.id()));
            }
            case 8 -> new Step(content.with(Arrangement.removed(content.sections(), id)), key("QUESTION_REMOVED", id));
            case 9 -> edited(content, entry, one -> reworded(one, text(fresh), one.items()), "REWORDED");
            case 10 ->
                edited(
                        content,
                        entry,
                        one -> reworded(one, one.title().with(Locale.FRENCH, fresh), one.items()),
                        "TRANSLATED");
            case 11 ->
                edited(
                        content,
                        entry,
                        one -> Rewording.of(one, one.title(), one.help(), !one.required(), one.items()),
                        "REQUIRED");
            case 12 -> new Step(content.edited(id, one -> one.with(condition(entry))), key("CONDITION", id));
            case 13 -> new Step(content.edited(id, one -> one.with(!one.shuffled())), key("SHUFFLED", id));
            case 14 -> {
                var home = content.sections().stream()
                        .filter(one -> !one.entries().contains(entry))
                        .findFirst();
                yield home.map(to -> new Step(
                                content.with(Arrangement.moved(content.sections(), id, to.id(), 0)), key("MOVED", id)))
                        .orElse(new Step(content, ""));
            }
            case 15 -> items(content, entry, added(question.items()), "ITEM_ADDED." + id.value() + ".fresh");
            case 16 -> {
                var gone =
                        question.items().isEmpty() ? "" : any(question.items()).key();
                yield items(
                        content,
                        entry,
                        question.items().stream()
                                .filter(one -> !one.key().equals(gone))
                                .toList(),
                        "ITEM_REMOVED." + id.value() + "." + gone);
            }
            case 17 -> {
                var other =
                        question.items().isEmpty() ? "" : any(question.items()).key();
                yield items(
                        content,
                        entry,
                        question.items().stream()
                                .map(one ->
                                        one.key().equals(other) ? new Item(other, text(fresh), one.requirement()) : one)
                                .toList(),
                        "ITEM_REWORDED." + id.value() + "." + other);
            }
            case 19 -> {
                var drawn =
                        question.items().isEmpty() ? "" : any(question.items()).key();
                yield items(
                        content,
                        entry,
                        question.items().stream()
                                .map(one -> one.key().equals(drawn) ? new Item(drawn, one.text(), id()) : one)
                                .toList(),
                        "ITEM_SOURCE." + id.value() + "." + drawn);
            }
            case 18 -> new Step(content.with(Confidentiality.CONFIDENTIAL), "CONFIDENTIALITY");
            default -> edited(content, entry, this::limited, "LIMITS");
        };
    }

    private static String key(String kind, SectionId id) {
        return kind + "." + id.value();
    }

    private static String key(String kind, QuestionId id) {
        return kind + "." + id.value();
    }

    private static Question reworded(Question one, LocalizedText title, List<Item> items) {
        return Rewording.of(one, title, one.help(), one.required(), items);
    }

    private static Step edited(SurveyContent content, Entry entry, UnaryOperator<Question> edit, String kind) {
        return new Step(content.edited(entry.id(), one -> one.with(edit.apply(one.question()))), key(kind, entry.id()));
    }

    private static Step items(SurveyContent content, Entry entry, List<Item> items, String key) {
        return entry.question().items().isEmpty()
                ? new Step(content, "")
                : new Step(content.edited(entry.id(), one -> one.with(Rewording.of(one.question(), items))), key);
    }

    private static List<Item> added(List<Item> items) {
        var more = new ArrayList<>(items);
        if (items.stream().noneMatch(one -> one.key().equals("fresh"))) {
            more.add(new Item("fresh", text("Fresh")));
        }
        return more;
    }

    private static Condition condition(Entry entry) {
        return Condition.all(new Comparison(entry.id(), new Claim.Answered(true)));
    }

    private Question limited(Question question) {
        return switch (question) {
            case ChoiceOfK one ->
                new ChoiceOfK(one.id(), one.title(), one.help(), one.required(), one.choose() + 1, one.items());
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(
                        one.id(), one.title(), one.help(), one.required(), one.choose() + 1, one.items());
            case Scale one ->
                new Scale(
                        one.id(),
                        one.title(),
                        one.help(),
                        one.required(),
                        one.least(),
                        one.greatest() + 1,
                        one.low(),
                        one.high());
            case Text one -> new Text(one.id(), one.title(), one.help(), one.required(), !one.lines());
            case BestWorst one -> one.with(one.perSet() == 3 ? 4 : 3, one.times());
            default -> question;
        };
    }
}
