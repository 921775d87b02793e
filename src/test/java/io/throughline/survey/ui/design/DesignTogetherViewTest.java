package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.LocalizedText;
import io.throughline.support.As;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Two people at the same draft. */
class DesignTogetherViewTest extends DesignViewTest {

    @Test
    void what_two_people_change_in_different_places_is_both_kept() {
        var seen = As.viewer(pm, () -> surveys.detail(id));
        As.viewer(
                pm,
                () -> surveys.edit(
                        id,
                        seen.version(),
                        new SurveyContent(
                                seen.content().title(), LocalizedText.en("Their reason"), java.util.List.of())));
        give("TITLE", "{\"en\": \"My title\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("My title");
        assertThat(stored().why().in(Locale.ENGLISH)).isEqualTo("Their reason");
    }

    @Test
    void what_somebody_else_changed_in_the_same_place_is_not_overwritten_unasked() {
        var theirs = new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Why"), java.util.List.of());
        var seen = As.viewer(pm, () -> surveys.detail(id));
        As.viewer(pm, () -> surveys.edit(id, seen.version(), theirs));
        give("TITLE", "{\"en\": \"Min\"}");
        give("TITLE", "{\"en\": \"Mine\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        _click(_get(Button.class, spec -> spec.withText("Save mine")));
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Mine");
        assertThat(stored().why().in(Locale.ENGLISH)).isEqualTo("Why");
        give("TITLE", "{\"en\": \"Mine again\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Mine again");
    }

    @Test
    void what_somebody_else_changed_stays_where_it_is_decided_so_however_much_was_typed() {
        theyWrite(new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Their reason"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Min\"}");
        give("WHY", "{\"en\": \"My reason\"}");
        theyWrite(new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Better"), java.util.List.of()));
        give("WHY", "{\"en\": \"My own reason\"}");
        give("TITLE", "{\"en\": \"Mine\"}");
        drawn();
        assertThat(main().getTextRecursively())
                .as("theirs is read before one is chosen, beside one's own in the field")
                .contains("Theirs: “Theirs”", "Theirs: “Better”");
        _click(labelled("Keep theirs: “Title”"));
        assertThat(drawn()).contains("Theirs").doesNotContain("Mine");
        assertThat(main().getTextRecursively())
                .as("each is decided by itself")
                .doesNotContain("Theirs: “Theirs”")
                .contains("Theirs: “Better”");
        _click(labelled("Keep theirs: “Why we ask”"));
        assertThat(main().getTextRecursively()).doesNotContain("Theirs: “");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        assertThat(stored().why().in(Locale.ENGLISH)).isEqualTo("Better");
        give("TITLE", "{\"en\": \"Agreed on\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Agreed on");
    }

    @Test
    void a_text_in_dispute_is_asked_about_under_its_field_and_named_above_all() {
        add("Own words");
        add("100 points");
        var question = stored().questions().getLast();
        theyWrite(stored().edited(
                        question.id(),
                        entry -> entry.with(Rewording.of(
                                question,
                                LocalizedText.en("Theirs"),
                                question.help(),
                                question.required(),
                                question.items()))));
        give(question.id().value() + ".TITLE", "{\"en\": \"Mine\"}");
        var told = under(question.id().value() + ".TITLE");
        assertThat(told.getAttribute("role")).isEqualTo("alert");
        assertThat(told.getTextRecursively()).contains("“Question” of question 2 (q2)", "Theirs: “Theirs”");
        _get(Button.class, spec -> spec.withText("Go to “Question” of question 2 (q2)"));
        add("Scale");
        assertThat(under(question.id().value() + ".TITLE").getTextRecursively())
                .as("drawn anew, too")
                .contains("Theirs: “Theirs”");
        _click(labelled("Save mine: “Question” of question 2 (q2)"));
        assertThat(main().getTextRecursively()).doesNotContain("Theirs: “").doesNotContain("Go to “");
    }

    private static Element under(String field) {
        var drawn = all(main())
                .filter(one -> !one.isTextNode() && field.equals(one.getAttribute("field")))
                .findFirst()
                .orElseThrow();
        var around = drawn.getParent();
        return around.getChild(around.indexOfChild(drawn) + 1);
    }

    @Test
    void what_they_went_on_writing_is_what_one_decides_about() {
        theyWrite(new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Why"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Mine\"}");
        theyWrite(new SurveyContent(LocalizedText.en("Theirs anew"), LocalizedText.en("Why"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Mine too\"}");
        assertThat(main().getTextRecursively()).contains("Theirs: “Theirs anew”");
        theyWrite(new SurveyContent(LocalizedText.en("At last"), LocalizedText.en("Why"), java.util.List.of()));
        _click(_get(Button.class, spec -> spec.withText("Save mine")));
        assertThat(main().getTextRecursively()).as("not seen yet").contains("Theirs: “At last”");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("At last");
        theyWrite(
                new SurveyContent(LocalizedText.en("At the very last"), LocalizedText.en("Why"), java.util.List.of()));
        drawn();
        _click(_get(Button.class, spec -> spec.withText("Keep theirs")));
        assertThat(drawn()).contains("At the very last").doesNotContain("Mine");
    }

    @Test
    void questions_that_two_people_add_at_once_are_both_there() {
        add("Own words");
        var theirs = stored();
        theyWrite(theirs.with(Arrangement.added(
                theirs.sections(),
                theirs.sections().getLast().id(),
                Entry.of(theirs.freshCode(), SurveyFixtures.WORDS))));
        add("Scale");
        assertThat(stored().entries()).hasSize(3).extracting(Entry::code).doesNotHaveDuplicates();
        theyWrite(stored().with(LocalizedText.en("Theirs"), LocalizedText.en("Why")));
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
        assertThat(stored().sections()).hasSize(2);
    }

    /** The tab keeps it: a server that was restarted knows nothing of the dispute. */
    @Test
    void what_is_not_decided_is_asked_again_on_a_page_opened_anew() {
        theyWrite(new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Why"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Mine\"}");
        openAnew();
        giveAgain("TITLE", "{\"en\": \"Mine\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        _click(_get(Button.class, spec -> spec.withText("Save mine")));
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Mine");
        openAnew();
        giveAgain("TITLE", "{\"en\": \"Mine\"}");
        assertThat(_find(Button.class, spec -> spec.withText("Save mine")))
                .as("where both say the same there is nothing to decide")
                .isEmpty();
    }

    private void openAnew() {
        UI.getCurrent().navigate("surveys");
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    @Test
    void what_was_written_where_somebody_else_removed_the_question_is_shown_and_not_said_to_be_stored() {
        add("Own words");
        var field = stored().questions().getFirst().id().value() + ".TITLE";
        theyWrite(new SurveyContent(LocalizedText.en("Title"), LocalizedText.en("Why"), java.util.List.of()));
        give(field, "{\"en\": \"What else?\"}");
        assertThat(stored().questions()).isEmpty();
        _get(Span.class, spec -> spec.withPredicate(span -> span.getText().contains("What else?")));
        assertThat(_find(Button.class, spec -> spec.withText("Save mine"))).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Close")));
        assertThat(_find(
                        Span.class,
                        spec -> spec.withPredicate(span -> span.getText().contains("What else?"))))
                .isEmpty();
    }

    @Test
    void what_was_typed_on_a_page_that_is_gone_doesnt_overwrite_what_somebody_wrote_since() {
        var seen = stored().title();
        theyWrite(stored().with(LocalizedText.en("Theirs"), stored().why()));
        UI.getCurrent().navigate("surveys");
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        drawn();
        giveOver("TITLE", "{\"en\": \"Mine\"}", "{\"en\": \"" + seen.texts().get("en") + "\"}");

        assertThat(stored().title()).isEqualTo(LocalizedText.en("Theirs"));
        assertThat(drawn()).contains("disputed");
        assertThat(main().getTextRecursively()).as("both are shown").contains("Theirs: “Theirs”");
        _click(_get(Button.class, spec -> spec.withText("Save mine")));
        assertThat(stored().title()).isEqualTo(LocalizedText.en("Mine"));
    }

    @Test
    void what_was_typed_over_what_still_stands_is_stored_after_a_reload_too() {
        giveOver(
                "TITLE",
                "{\"en\": \"Mine\"}",
                "{\"en\": \"Something\"}, {\"en\": \""
                        + stored().title().texts().get("en") + "\"}");
        assertThat(stored().title()).isEqualTo(LocalizedText.en("Mine"));
    }

    @Test
    void what_else_somebody_changed_is_shown_beside_the_text_in_dispute() {
        add("100 points");
        var asked = stored().questions().getFirst();
        theyWrite(stored().with(LocalizedText.en("Theirs"), LocalizedText.en("Why"))
                .edited(
                        asked.id(),
                        entry -> entry.with(Rewording.of(
                                asked, java.util.List.of(new Item("i1", LocalizedText.en("Their ramp")))))));
        drawn();
        give("TITLE", "{\"en\": \"Mine\"}");
        assertThat(drawn()).contains("Their ramp").contains("Mine");
    }

    @Test
    void what_somebody_else_added_is_shown_once_a_box_is_ticked() {
        add("100 points");
        var asked = stored().questions().getFirst();
        theyWrite(stored().edited(
                        asked.id(),
                        entry -> entry.with(Rewording.of(
                                asked, java.util.List.of(new Item("i1", LocalizedText.en("Their ramp")))))));
        drawn();
        var required = _get(Checkbox.class, spec -> spec.withLabel("Must be answered"));
        required.setValue(!asked.required());
        assertThat(stored().questions().getFirst().required()).isNotEqualTo(asked.required());
        assertThat(drawn()).as("what the next edit of the items starts from").contains("Their ramp");
    }

    private void theyWrite(Scale asked, int least, int greatest, LocalizedText low) {
        theyWrite(stored().edited(
                        asked.id(),
                        entry -> entry.with(new Scale(
                                asked.id(),
                                asked.title(),
                                asked.help(),
                                asked.required(),
                                least,
                                greatest,
                                low,
                                asked.high()))));
    }

    @Test
    void limits_that_somebody_else_changed_stand_and_are_shown() {
        add("Scale");
        var asked = (Scale) stored().questions().getFirst();
        theyWrite(asked, 0, 9, asked.low());
        _get(IntegerField.class, spec -> spec.withLabel("To")).setValue(7);
        assertThat(((Scale) stored().questions().getFirst()).greatest()).isEqualTo(9);
        var shown = _get(IntegerField.class, spec -> spec.withLabel("To"));
        assertThat(shown.getValue()).isEqualTo(9);
        shown.setValue(7);
        assertThat(((Scale) stored().questions().getFirst()).greatest()).isEqualTo(7);
        assertThat(((Scale) stored().questions().getFirst()).least())
                .as("theirs")
                .isEqualTo(0);
    }

    @Test
    void what_the_ends_of_a_scale_mean_can_be_written_while_somebody_else_changes_the_scale() {
        add("Scale");
        var asked = (Scale) stored().questions().getFirst();
        theyWrite(asked, asked.least(), asked.greatest(), LocalizedText.en("Never"));
        _get(IntegerField.class, spec -> spec.withLabel("To")).setValue(7);
        var both = (Scale) stored().questions().getFirst();
        assertThat(both.greatest()).isEqualTo(7);
        assertThat(both.low()).isEqualTo(LocalizedText.en("Never"));
    }

    @Test
    void a_setting_is_kept_beside_what_somebody_else_wrote_and_that_is_shown() {
        theyWrite(stored().with(stored().title(), LocalizedText.en("Their reason")));
        drawn();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Paging> paging = _get(RadioButtonGroup.class, spec -> spec.withLabel("On one page"));
        paging.setValue(Paging.SECTION);
        assertThat(stored().paging()).isEqualTo(Paging.SECTION);
        assertThat(drawn()).contains("Their reason");
    }
}
