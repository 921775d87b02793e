package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.ui.condition.ConditionWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** When a question is asked: said in the designer's dialog, checked, and followed where it is answered. */
class ConditionViewTest extends ViewTest {

    private static final SingleChoice WALKS = new SingleChoice(
            QuestionId.next(),
            SurveyFixtures.text("Do you walk after dark?"),
            SurveyFixtures.text(""),
            true,
            List.of(new Item("yes", SurveyFixtures.text("Yes")), new Item("no", SurveyFixtures.text("No"))),
            false);
    private static final NumberQuestion EVENINGS = new NumberQuestion(
            QuestionId.next(),
            SurveyFixtures.text("How many evenings a week?"),
            SurveyFixtures.text(""),
            true,
            null,
            null,
            0,
            SurveyFixtures.text(""));
    private static final Text WAY =
            new Text(QuestionId.next(), SurveyFixtures.text("Which way?"), SurveyFixtures.text(""), false, false);

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;
    private SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftOfThreeQuestionsIsOpen() {
        pm = fixtures.projectManager();
        id = made.draft(pm, asking());
        signIn(pm);
        design();
    }

    @Test
    void a_comparison_is_stored_and_said_as_a_sentence() {
        change("q2");
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("When is q2 asked?");
        _assertNone(_get(Dialog.class), Select.class, spec -> spec.withLabel("It is asked if"));
        store();
        _assertOne(Dialog.class);
        assertThat(list("Which", 0).isInvalid()).as("an item is missing").isTrue();

        this.<String>list("Which", 0).setValue("yes");
        store();

        _assertNone(Dialog.class);
        assertThat(shownIf(EVENINGS.id())).isEqualTo(Condition.all(walks("yes")));
        assertThat(page()).contains("Asked only if q1 “Do you walk after dark?” is “Yes”");
    }

    @Test
    void one_of_two_comparisons_can_be_enough_and_one_can_go_again() {
        change("q3");
        _click(button("+ Comparison"));
        this.<Condition.Match>list("It is asked if", 0).setValue(Condition.Match.ANY);
        question(0, WALKS.id());
        this.<String>list("Which", 0).setValue("no");
        question(1, EVENINGS.id());
        _get(_get(Dialog.class), BigDecimalField.class).setValue(new BigDecimal("3"));
        store();
        assertThat(shownIf(WAY.id()))
                .isEqualTo(Condition.any(
                        walks("no"),
                        new Comparison(
                                EVENINGS.id(), new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("3")))));
        assertThat(page()).contains("is “No” or q2 “How many evenings a week?” is at least 3");

        change("q3");
        _click(labelled("Remove this comparison"));
        store();
        assertThat(shownIf(WAY.id()).comparisons())
                .extracting(Comparison::question)
                .containsExactly(EVENINGS.id());
        change("q3");
        _click(button("Always ask it"));
        assertThat(shownIf(WAY.id())).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void a_number_is_written_as_its_reader_writes_numbers() {
        var many = Condition.all(
                new Comparison(EVENINGS.id(), new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("1200.50"))));
        assertThat(new ConditionWords(_get(Main.class), Locale.GERMAN, asking()).sentence(many))
                .endsWith("1.200,5");
    }

    @Test
    void what_was_just_written_can_be_looked_back_at() {
        keep(
                WALKS.id().value() + ".ITEMS",
                "[{\"key\":\"yes\",\"texts\":{\"en\":\"Yes\"}},{\"key\":\"now\",\"texts\":{\"en\":\"Now and then\"}}]");
        change("q2");
        this.<String>list("Which", 0).setValue("now");
        store();
        assertThat(shownIf(EVENINGS.id())).isEqualTo(Condition.all(walks("now")));
        assertThat(page()).contains("is “Now and then”");
    }

    @Test
    void an_answer_that_is_not_offered_any_more_is_said_and_asked_for_again() {
        change("q2");
        this.<String>list("Which", 0).setValue("no");
        store();
        keep(
                WALKS.id().value() + ".ITEMS",
                "[{\"key\":\"yes\",\"texts\":{\"en\":\"Yes\"}},{\"key\":\"now\",\"texts\":{\"en\":\"Now\"}}]");
        design();
        assertThat(page())
                .contains(
                        "is an answer that is no longer offered",
                        "A condition names an answer to q1 that is no longer offered");
        change("q2");
        assertThat(list("Which", 0).isInvalid()).isTrue();
        assertThat(list("Which", 0).getErrorMessage()).contains("no longer offered");
    }

    @Test
    void a_comparison_with_what_is_asked_later_by_now_is_said_before_it_is_left_out() {
        var later = new Comparison(WAY.id(), new Claim.Answered(true));
        As.viewer(
                pm,
                () -> surveys.edit(
                        id,
                        surveys.detail(id).version(),
                        surveys.detail(id)
                                .content()
                                .edited(EVENINGS.id(), one -> one.with(Condition.all(later, walks("yes"))))));
        design();
        change("q2");
        assertThat(_get(Dialog.class).getElement().getTextRecursively())
                .contains("Left out when you store: q3 “Which way?”");
        store();
        assertThat(shownIf(EVENINGS.id())).isEqualTo(Condition.all(walks("yes")));
    }

    @Test
    void what_stands_first_can_look_back_at_nothing() {
        assertThat(_find(Button.class, spec -> spec.withText("Ask only if…")))
                .as("of q2 and q3 alone")
                .hasSize(2);
    }

    @Test
    void the_check_names_what_is_wrong_and_leads_to_it() {
        As.viewer(
                pm,
                () -> surveys.edit(
                        id,
                        surveys.detail(id).version(),
                        surveys.detail(id)
                                .content()
                                .edited(WALKS.id(), one -> one.with(Condition.all(walks("yes"))))
                                .writtenIn(List.of("en", "fr"))));
        design();
        assertThat(page()).contains("Not translated yet: French.");
        var links = _find(Anchor.class, spec -> spec.withText("Go to question 1 (q1)"));
        assertThat(links)
                .as("to correct, and to translate")
                .hasSize(2)
                .allSatisfy(link -> assertThat(link.getHref())
                        .isEqualTo("surveys/" + id.value() + "/design?at=q-"
                                + WALKS.id().value()));
        assertThat(page().split("Not translated yet: French", -1))
                .as("said once")
                .hasSize(2);
        assertThat(page())
                .containsPattern("\\d things keep it from being published|One thing keeps it from being published");
    }

    @Test
    void a_preview_shows_the_sections_and_when_what_is_asked_and_no_quote_raw() {
        As.viewer(
                pm,
                () -> surveys.edit(
                        id,
                        surveys.detail(id).version(),
                        bySection()
                                .edited(
                                        WAY.id(),
                                        one -> one.with(new Text(
                                                WAY.id(),
                                                SurveyFixtures.text("Which way on {{q2|some}} evenings?"),
                                                WAY.help(),
                                                false,
                                                false)))));
        UI.getCurrent().navigate("surveys/" + id.value() + "/preview");
        assertThat(page()).contains("How you get about", "Asked only if q1", "is “Yes”", "Which way on some evenings?");
    }

    @Test
    void on_a_section_page_a_question_appears_and_goes_with_the_answer_it_depends_on() {
        var organisation = fixtures.organisation();
        var customer = fixtures.customer(organisation);
        var campaign = made.published(pm, bySection(), Instant.now().minusSeconds(60), Set.of(organisation));
        made.started(customer, campaign);
        signIn(customer);
        UI.getCurrent().navigate("answer/" + campaign.value() + "/1");
        assertThat(seen()).doesNotContain("How many evenings a week?");

        answer(WALKS.id(), "{\"chosen\":[\"yes\"],\"words\":\"\"}");
        assertThat(seen()).contains("How many evenings a week?");
        assertThat(page()).contains("More is asked on this page now");

        answer(WALKS.id(), "{\"chosen\":[\"no\"],\"words\":\"\"}");
        assertThat(seen()).doesNotContain("How many evenings a week?");
    }

    @Test
    void a_question_that_takes_another_ones_place_on_a_section_page_is_told_too() {
        var organisation = fixtures.organisation();
        var customer = fixtures.customer(organisation);
        var content = bySection().edited(WAY.id(), one -> one.with(Condition.all(walks("no"))));
        var campaign = made.published(pm, content, Instant.now().minusSeconds(60), Set.of(organisation));
        made.started(customer, campaign);
        signIn(customer);
        UI.getCurrent().navigate("answer/" + campaign.value() + "/1");
        answer(WALKS.id(), "{\"chosen\":[\"yes\"],\"words\":\"\"}");
        answer(WALKS.id(), "{\"chosen\":[\"no\"],\"words\":\"\"}");
        assertThat(seen()).contains("Which way?").doesNotContain("How many evenings a week?");
        assertThat(page()).contains("Something else is asked on this page now");
    }

    @Test
    void on_a_section_page_texts_quote_what_was_answered_before_and_on_the_page_itself() {
        var organisation = fixtures.organisation();
        var customer = fixtures.customer(organisation);
        var campaign = made.published(pm, quoting(), Instant.now().minusSeconds(60), Set.of(organisation));
        made.started(customer, campaign);
        signIn(customer);
        UI.getCurrent().navigate("answer/" + campaign.value() + "/1");
        assertThat(seen()).contains("How many evenings, having said so?");

        answer(WALKS.id(), "{\"chosen\":[\"yes\"],\"words\":\"\"}");
        assertThat(seen()).contains("How many evenings, having said Yes?");

        UI.getCurrent().navigate("answer/" + campaign.value() + "/2");
        assertThat(page())
                .contains("After Yes", "As you said Yes.", "And Yes again?")
                .doesNotContain("{{");
    }

    @Test
    void a_preview_shows_the_heading_of_a_section_as_it_reads_while_nothing_is_answered() {
        As.viewer(pm, () -> surveys.edit(id, surveys.detail(id).version(), quoting()));
        UI.getCurrent().navigate("surveys/" + id.value() + "/preview");
        assertThat(page()).contains("After that", "As you said that.").doesNotContain("{{");
    }

    /** Two sections, each on one page; nothing depends on an answer but what texts say of it. */
    private static SurveyContent quoting() {
        var content = asking();
        var evenings = Rewording.of(
                EVENINGS,
                SurveyFixtures.text("How many evenings, having said {{q1|so}}?"),
                EVENINGS.help(),
                EVENINGS.required(),
                List.of());
        var way = Rewording.of(WAY, SurveyFixtures.text("And {{q1|so}} again?"), WAY.help(), false, List.of());
        var first = content.sections().getFirst();
        var second = Section.blank(SectionId.next())
                .with(SurveyFixtures.text("After {{q1|that}}"), SurveyFixtures.text("As you said {{q1|that}}."));
        return content.with(List.of(
                        first.with(List.of(Entry.of("q1", WALKS), Entry.of("q2", evenings))),
                        second.with(List.of(Entry.of("q3", way)))))
                .with(Paging.SECTION);
    }

    private static SurveyContent asking() {
        return new SurveyContent(
                SurveyFixtures.text("Lights"),
                SurveyFixtures.text("So that all get home safely."),
                List.of(WALKS, EVENINGS, WAY));
    }

    /** On one page; how many evenings is asked of those alone who walk. */
    private static SurveyContent bySection() {
        var content = asking();
        var section =
                content.sections().getFirst().with(SurveyFixtures.text("How you get about"), SurveyFixtures.text(""));
        return content.with(List.of(section))
                .edited(EVENINGS.id(), one -> one.with(Condition.all(walks("yes"))))
                .with(Paging.SECTION);
    }

    private static Comparison walks(String item) {
        return new Comparison(WALKS.id(), new Claim.Chosen(item, true));
    }

    private void design() {
        UI.getCurrent().navigate("surveys");
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    private static void change(String code) {
        _click(labelled("When is " + code + " asked? Change it"));
    }

    private static void store() {
        _click(button("Save"));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Button labelled(String label) {
        return _find(
                        Button.class,
                        spec -> spec.withPredicate(
                                b -> b.getAriaLabel().filter(label::equals).isPresent()))
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> list(String label, int place) {
        return (Select<T>) _find(_get(Dialog.class), Select.class, spec -> spec.withLabel(label))
                .get(place);
    }

    private void question(int row, QuestionId question) {
        this.<Entry>list("Earlier question", row)
                .setValue(stored().entries().stream()
                        .filter(one -> one.id().equals(question))
                        .findFirst()
                        .orElseThrow());
    }

    private SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id)).content();
    }

    private Condition shownIf(QuestionId question) {
        return stored().entries().stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .orElseThrow()
                .shownIf();
    }

    /** The headings of the questions in sight. */
    private static List<String> seen() {
        return _find(_get(Main.class), H2.class).stream().map(H2::getText).toList();
    }

    private static void answer(QuestionId question, String value) {
        keep(question.value().toString(), value);
    }

    /** What a field in the browser sends. */
    private static void keep(String field, String value) {
        var keep = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals("tl-keep"))
                .findFirst()
                .orElseThrow();
        var detail = "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":1,\"seen\":0}}"
                .formatted(field, value, UUID.randomUUID());
        ElementUtilsKt._fireDomEvent(
                keep, new DomEvent(keep, "tl-save", JsonMapper.shared().readTree(detail)));
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ConditionViewTest::all));
    }
}
