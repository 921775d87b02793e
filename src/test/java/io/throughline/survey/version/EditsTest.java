package io.throughline.survey.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.version.Edit.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {

    private static final Set<String> ENGLISH = Set.of("en");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void one_thing_done_is_named_by_exactly_one_edit(long seed) {
        var drafts = new Drafts(seed);
        var content = drafts.content();
        for (int round = 0; round < 400; round++) {
            var step = drafts.step(content);
            var keys = Edits.between(content, ENGLISH, step.content()).stream()
                    .map(Edit::key)
                    .toList();
            if (step.content().equals(content)) {
                assertThat(keys).as("seed %s, round %s", seed, round).isEmpty();
            } else {
                assertThat(keys).as("seed %s, round %s", seed, round).containsExactly(step.key());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void however_much_is_done_no_edit_is_named_twice_and_none_only_where_nothing_differs(long seed) {
        var drafts = new Drafts(seed);
        var content = drafts.content();
        for (int round = 0; round < 60; round++) {
            var draft = content;
            for (int step = drafts.below(30); step > 0; step--) {
                draft = drafts.step(draft).content();
            }
            var edits = Edits.between(content, ENGLISH, draft);
            assertThat(edits).extracting(Edit::key).doesNotHaveDuplicates();
            assertThat(edits.isEmpty()).as("seed %s, round %s", seed, round).isEqualTo(draft.equals(content));
            var back = Edits.between(draft, ENGLISH, content);
            assertThat(back.isEmpty()).isEqualTo(edits.isEmpty());
            decideAtRandom(drafts, content, draft, edits, seed);
        }
    }

    /** Whatever is decided, sensible or not, there is a line for every question asked before and after. */
    private static void decideAtRandom(
            Drafts drafts, SurveyContent before, SurveyContent after, List<Edit> edits, long seed) {
        var decisions = new HashMap<String, Decision>();
        for (var edit : edits) {
            switch (drafts.below(3)) {
                case 0 -> {}
                case 1 -> decisions.put(edit.key(), new Decision(drafts.any(List.of(Choice.values())), "i1"));
                default -> {
                    if (!edit.offer().possible().isEmpty()) {
                        var choice = drafts.any(edit.offer().possible());
                        decisions.put(
                                edit.key(),
                                choice == Choice.MAP
                                        ? Decision.map(drafts.any(edit.offer().targets()))
                                        : Decision.of(choice));
                    }
                }
            }
        }
        var lines = Lines.of(before, after, edits, decisions);
        var shared = new HashSet<>(before.questions().stream().map(Question::id).toList());
        shared.retainAll(after.questions().stream().map(Question::id).toList());
        assertThat(lines.keySet()).as("seed %s", seed).isEqualTo(shared);
        lines.forEach((id, line) -> {
            assertThat(Bearing.keys(before.question(id)))
                    .containsAll(line.items().keySet());
            assertThat(Bearing.keys(after.question(id)))
                    .containsAll(line.items().values());
            if (!Bearing.mergeable(after.question(id))) {
                assertThat(line.items().values()).doesNotHaveDuplicates();
            }
        });
        for (var edit : Lines.undecided(edits, decisions)) {
            edit.touches().stream()
                    .filter(lines::containsKey)
                    .forEach(id -> assertThat(lines.get(id))
                            .as("undecided is archived, seed %s", seed)
                            .isEqualTo(Continuation.NONE));
        }
    }

    @Test
    void how_many_hide_each_other_is_an_edit_of_an_anonymous_survey_only() {
        var named = new Drafts(7).content();
        assertThat(Edits.between(named, ENGLISH, named.inGroupsOf(9))).isEmpty();
        var anonymous = named.with(Confidentiality.ANONYMOUS);
        for (var after : List.of(anonymous.inGroupsOf(9), anonymous.with(Counting.AT_CLOSING))) {
            assertThat(Edits.between(anonymous, ENGLISH, after))
                    .extracting(Edit::key)
                    .containsExactly("CONFIDENTIALITY");
        }
    }

    @Test
    void what_nobody_edited_goes_on_as_it_was() {
        var content = new Drafts(7).content();
        var lines = Lines.of(content, content, List.of(), Map.of());
        assertThat(lines).hasSize(content.questions().size());
        content.questions()
                .forEach(question ->
                        assertThat(lines.get(question.id())).isEqualTo(Continuation.same(Bearing.keys(question))));
    }

    @ParameterizedTest
    @CsvSource({
        "How satisfied are you?, How satisfied are you?, SAME",
        "How satisfied are you?, how satisfied are you, SLIP",
        "How satisifed are you?, How satisfied are you?, SLIP",
        "How satisfied are you?, How dissatisfied are you?, OTHER",
        "Is it typical?, Is it atypical?, OTHER",
        "It can be used, It can’t be used, OTHER",
        "Within 10 days, Within 11 days, OTHER",
        "Is it now open?, Is it not open?, OTHER",
        "Is it open?, Is it not open?, OTHER",
        "Streets, Streets and paths, OTHER",
    })
    void a_slip_of_the_pen_is_told_from_other_words(String before, String after, Wording expected) {
        assertThat(Wording.between(List.of(Drafts.text(before)), List.of(Drafts.text(after)), ENGLISH))
                .isEqualTo(expected);
    }

    @Test
    void words_in_a_language_nobody_was_asked_in_touch_no_answer() {
        var english = LocalizedText.en("Streets");
        var both = english.with(Locale.GERMAN, "Straßen");
        var other = english.with(Locale.GERMAN, "Wege");
        assertThat(wording(english, both, "en")).isEqualTo(Wording.TRANSLATED);
        assertThat(wording(both, other, "en")).isEqualTo(Wording.TRANSLATED);
        assertThat(wording(both, other, "en", "de")).isEqualTo(Wording.OTHER);
        assertThat(wording(english, both, "en", "de"))
                .as("Germans had read it in English")
                .isEqualTo(Wording.TRANSLATED);
        assertThat(wording(both, english, "en", "de"))
                .as("nobody is asked in German any more")
                .isEqualTo(Wording.TRANSLATED);
        assertThat(wording(english, Drafts.BLANK, "en")).isEqualTo(Wording.OTHER);
    }

    private static Wording wording(LocalizedText before, LocalizedText after, String... asked) {
        return Wording.between(List.of(before), List.of(after), Set.of(asked));
    }

    @Test
    void an_item_gone_where_all_share_a_whole_suggests_to_archive_the_question() {
        var points = (Points) new Drafts(1).question(8);
        var offer = offer(points, without(points, "i2"), Kind.ITEM_REMOVED);
        assertThat(offer.suggested()).isEqualTo(Choice.ARCHIVE);
        assertThat(offer.possible()).containsExactly(Choice.MAP, Choice.SET_ASIDE, Choice.ARCHIVE);
        assertThat(offer.targets()).as("points add up").containsExactly("i1", "i3", "i4", "i5");
        assertThat(offer(points, with(points), Kind.ITEM_ADDED).suggested()).isEqualTo(Choice.ARCHIVE);
    }

    @Test
    void an_item_judged_alone_leaves_the_others_in_line() {
        var kano = (Kano) new Drafts(1).question(3);
        var offer = offer(kano, without(kano, "i2"), Kind.ITEM_REMOVED);
        assertThat(offer.possible()).as("two people's pairs are not one").containsExactly(Choice.SET_ASIDE);
        assertThat(offer(kano, with(kano), Kind.ITEM_ADDED)).isEqualTo(Offer.NOTHING);
        var replaced = with((Kano) without(kano, "i2"));
        assertThat(offer(kano, replaced, Kind.ITEM_REMOVED).targets()).containsExactly("fresh");
    }

    @Test
    void options_that_are_taken_together_stand_for_one() {
        var choice = (SingleChoice) new Drafts(1).question(0);
        var fewer = (SingleChoice) without(without(choice, "i2"), "i3");
        var before = content(choice);
        var after = content(fewer);
        var edits = Edits.between(before, ENGLISH, after);
        var decisions = edits.stream().collect(Collectors.toMap(Edit::key, edit -> Decision.map("i1")));
        assertThat(Lines.undecided(edits, decisions)).isEmpty();
        assertThat(Lines.colliding(after, edits, decisions)).isEmpty();
        assertThat(Lines.of(before, after, edits, decisions).get(choice.id()).items())
                .containsExactlyInAnyOrderEntriesOf(Map.of("i1", "i1", "i2", "i1", "i3", "i1", "i4", "i4", "i5", "i5"));
    }

    @Test
    void two_items_that_can_t_be_one_are_not_mapped_to_the_same() {
        var kano = (Kano) new Drafts(1).question(3);
        var after = content(with(without(without(kano, "i2"), "i3")));
        var edits = Edits.between(content(kano), ENGLISH, after);
        var decisions = edits.stream()
                .filter(edit -> edit.offer().isOpen())
                .collect(Collectors.toMap(Edit::key, edit -> Decision.map("fresh")));
        assertThat(decisions).hasSize(2);
        assertThat(Lines.colliding(after, edits, decisions)).hasSize(1);
    }

    @Test
    void something_else_is_an_option_like_others() {
        var before = (MultipleChoice) new Drafts(1).question(1);
        var after = new MultipleChoice(
                before.id(), before.title(), before.help(), before.required(), before.items(), false);
        var edit = only(before, after);
        assertThat(edit.key()).isEqualTo("ITEM_REMOVED." + before.id().value() + ".*other");
        assertThat(edit.offer().possible()).containsExactly(Choice.SET_ASIDE);
    }

    @Test
    void a_scale_of_other_steps_and_another_type_can_only_be_archived() {
        var scale = (Scale) new Drafts(1).question(10);
        var longer = new Scale(scale.id(), scale.title(), scale.help(), true, 1, 7, scale.low(), scale.high());
        assertThat(only(scale, longer).offer()).isEqualTo(Offer.only(Choice.ARCHIVE));
        var number = new NumberQuestion(scale.id(), scale.title(), scale.help(), true, null, null, 0, Drafts.BLANK);
        assertThat(only(scale, number))
                .returns(Kind.TYPE_CHANGED, Edit::kind)
                .returns(Offer.only(Choice.ARCHIVE), Edit::offer);
    }

    @Test
    void sets_of_a_best_worst_question_that_are_only_drawn_anew_suggest_to_keep() {
        var question = (BestWorst) new Drafts(1).question(6);
        assertThat(only(question, question.with(3, 4)).offer().suggested()).isEqualTo(Choice.KEEP);
        assertThat(only(question, question.with(4, 2)).offer().suggested()).isEqualTo(Choice.ARCHIVE);
    }

    @Test
    void what_continues_through_several_versions_is_followed_item_by_item() {
        var first = new Continuation(true, Map.of("a", "a", "b", "c"));
        var second = new Continuation(true, Map.of("c", "d"));
        assertThat(first.then(second)).isEqualTo(new Continuation(true, Map.of("b", "d")));
        assertThat(first.then(Continuation.NONE)).isEqualTo(Continuation.NONE);
        assertThat(Continuation.NONE.then(first)).isEqualTo(Continuation.NONE);
    }

    private static Question without(Question question, String key) {
        return Rewording.of(
                question,
                question.items().stream().filter(one -> !one.key().equals(key)).toList());
    }

    private static Question with(Question question) {
        var items = new java.util.ArrayList<>(question.items());
        items.add(new Item("fresh", Drafts.text("Fresh")));
        return Rewording.of(question, items);
    }

    private static Offer offer(Question before, Question after, Kind kind) {
        return Edits.between(content(before), ENGLISH, content(after)).stream()
                .filter(edit -> edit.kind() == kind)
                .findFirst()
                .orElseThrow()
                .offer();
    }

    private static Edit only(Question before, Question after) {
        var edits = Edits.between(content(before), ENGLISH, content(after));
        assertThat(edits).hasSize(1);
        return edits.getFirst();
    }

    private static SurveyContent content(Question question) {
        return new SurveyContent(Drafts.text("Title"), Drafts.text("Why"), List.of(question));
    }
}
