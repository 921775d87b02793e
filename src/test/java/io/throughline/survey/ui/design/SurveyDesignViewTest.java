package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyState;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignChange;
import io.throughline.survey.campaign.EndChange;
import io.throughline.survey.logic.Arrangement;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyDesignViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Organisations organisations;

    private Viewer pm;
    private SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftIsOpen() {
        pm = fixtures.projectManager();
        id = As.viewer(pm, () -> surveys.create(LocalizedText.en("Streets")));
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    @Test
    void a_new_survey_leads_to_its_design() {
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        type(_get(TextField.class, spec -> spec.withLabel("Title")), Fixtures.unique("Parks"));
        _click(_get(Button.class, spec -> spec.withText("Create and design")));
        assertThat(location()).matches("surveys/[0-9a-f-]{36}/design");
    }

    @Test
    void a_survey_is_copied_from_the_list_and_from_its_page() {
        var title = Fixtures.unique("Copied");
        var original = As.viewer(pm, () -> surveys.create(LocalizedText.en(title)));

        UI.getCurrent().navigate("surveys", QueryParameters.simple(Map.of("q", title)));
        _click(labelled("Copy " + title));
        assertThat(location()).matches("surveys/[0-9a-f-]{36}/design").doesNotContain(original.value() + "");
        UI.getCurrent().navigate("surveys/" + original.value());
        _click(labelled("Copy " + title));

        assertThat(As.viewer(pm, () -> surveys.list(title, 0, 10)))
                .extracting(row -> row.title().in(Locale.ENGLISH))
                .containsExactly(title + " (copy)", title + " (copy)", title);
    }

    @Test
    void each_type_can_be_added_moved_and_removed() {
        add("Importance and satisfaction");
        add("100 points");
        add("Own words");
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, Points.class, OwnWords.class);
        _click(labelled("Move question 3 up"));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
        _fireDomEvent(
                element("tl-reorder"),
                event(element("tl-reorder"), "tl-move", "{\"event.detail.from\":2,\"event.detail.to\":0}"));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(Points.class, ImportanceSatisfaction.class, OwnWords.class);
        _click(labelled("Remove question 1"));
        assertThat(stored().questions()).hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class);
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(Points.class, ImportanceSatisfaction.class, OwnWords.class);
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
    }

    @Test
    void items_are_stored_in_the_order_the_page_tells_with_their_keys() {
        add("100 points");
        var question = stored().questions().getFirst().id();
        give(question.value() + ".ITEMS", """
                [{"key": "i2", "texts": {"en": "Lights", "de": "Lampen"}}, {"key": "i1", "texts": {"en": "Ramps"}}]""");
        assertThat(stored().questions().getFirst().items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("i2", "Lampen"),
                        org.assertj.core.groups.Tuple.tuple("i1", "Ramps"));
    }

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
        _click(_get(Button.class, spec -> spec.withText("Store mine")));
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
        _click(_get(Button.class, spec -> spec.withText("Keep theirs")));
        assertThat(drawn()).contains("Theirs").doesNotContain("Mine");
        assertThat(main().getTextRecursively()).doesNotContain("Theirs: “");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
        assertThat(stored().why().in(Locale.ENGLISH)).isEqualTo("Better");
        give("TITLE", "{\"en\": \"Agreed on\"}");
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Agreed on");
    }

    @Test
    void what_they_went_on_writing_is_what_one_decides_about() {
        theyWrite(new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Why"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Mine\"}");
        theyWrite(new SurveyContent(LocalizedText.en("Theirs anew"), LocalizedText.en("Why"), java.util.List.of()));
        give("TITLE", "{\"en\": \"Mine too\"}");
        assertThat(main().getTextRecursively()).contains("Theirs: “Theirs anew”");
        theyWrite(new SurveyContent(LocalizedText.en("At last"), LocalizedText.en("Why"), java.util.List.of()));
        _click(_get(Button.class, spec -> spec.withText("Store mine")));
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
        _click(_get(Button.class, spec -> spec.withText("Store mine")));
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Mine");
        openAnew();
        giveAgain("TITLE", "{\"en\": \"Mine\"}");
        assertThat(_find(Button.class, spec -> spec.withText("Store mine")))
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
        assertThat(_find(Button.class, spec -> spec.withText("Store mine"))).isEmpty();
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
        _click(_get(Button.class, spec -> spec.withText("Store mine")));
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

    @Test
    void a_removed_question_comes_back_and_what_was_typed_since_stays() {
        add("100 points");
        add("Own words");
        var questions = stored().questions();
        _click(labelled("Remove question 1"));
        var undo = _find(Button.class, spec -> spec.withText("Undo")).getLast();
        give(questions.getLast().id().value() + ".TITLE", "{\"en\": \"What is missing?\"}");
        theyWrite(stored().with(stored().title(), LocalizedText.en("Their reason")));
        _click(undo);
        assertThat(stored().questions())
                .extracting(Question::id)
                .containsExactly(questions.getFirst().id(), questions.getLast().id());
        assertThat(stored().questions().getLast().title()).isEqualTo(LocalizedText.en("What is missing?"));
        assertThat(stored().why()).isEqualTo(LocalizedText.en("Their reason"));
    }

    @Test
    void a_removed_section_comes_back_and_what_was_typed_since_stays() {
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
        add("Own words");
        var divided = stored().sections();
        var question = stored().questions().getFirst();
        _click(labelled("Remove section 2; its questions stay"));
        assertThat(stored().sections()).hasSize(1);
        var undo = _find(Button.class, spec -> spec.withText("Undo")).getLast();
        give(question.id().value() + ".TITLE", "{\"en\": \"What is missing?\"}");
        _click(undo);
        assertThat(stored().sections())
                .extracting(Section::id)
                .containsExactly(divided.getFirst().id(), divided.getLast().id());
        assertThat(stored().sections().getLast().entries())
                .extracting(entry -> entry.question().title())
                .containsExactly(LocalizedText.en("What is missing?"));
    }

    @Test
    void the_only_section_stays_and_nothing_is_said_to_be_removed() {
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
        var headed = stored().sections().getLast().id();
        give("s-" + headed.value() + ".TITLE", "{\"en\": \"About you\"}");
        _click(labelled("Remove section 1; its questions stay"));
        assertThat(stored().sections()).extracting(Section::id).containsExactly(headed);
        int told = _find(Button.class, spec -> spec.withText("Undo")).size();
        _click(labelled("Remove section 1; its questions stay"));
        assertThat(stored().sections()).extracting(Section::id).containsExactly(headed);
        assertThat(_find(Button.class, spec -> spec.withText("Undo"))).hasSize(told);
    }

    @Test
    void a_complete_draft_is_published_to_the_organisations_chosen_and_fixed_then() {
        var asked = fixtures.organisation();
        fixtures.organisation();
        give("WHY", "{\"en\": \"To plan next year.\"}");
        add("Own words");
        give(stored().questions().getFirst().id().value() + ".TITLE", "{\"en\": \"What is missing?\"}");
        UI.getCurrent().navigate("surveys/" + id.value() + "/publish");
        choose(asked);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(As.viewer(pm, () -> surveys.detail(id)).published()).isNull();
        _click(_get(Button.class, spec -> spec.withText("Publish for good")));
        var published = As.viewer(pm, () -> surveys.detail(id)).published();
        assertThat(published).isNotNull();
        assertThat(As.viewer(pm, () -> campaigns.audience(published.id())))
                .extracting(OrganisationInfo::id)
                .containsExactly(asked);
        assertThat(published.languages()).containsExactly(Locale.ENGLISH);
        assertThat(location()).isEqualTo("surveys/" + id.value());
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        assertThat(main().getTextRecursively()).contains("Draft of version 2");
        give("WHY", "{\"en\": \"To plan the year after.\"}");
        assertThat(As.viewer(pm, () -> surveys.detail(id)).asked().why())
                .isEqualTo(LocalizedText.en("To plan next year."));
    }

    @Test
    void an_incomplete_draft_says_what_is_missing_instead_of_publishing() {
        UI.getCurrent().navigate("surveys/" + id.value() + "/publish");
        assertThat(_find(CheckboxGroup.class)).isEmpty();
        assertThat(_find(com.vaadin.flow.component.html.Span.class))
                .extracting(said -> said.getText())
                .anyMatch(text -> text.contains("The survey has no question yet"));
    }

    @Test
    void a_preview_stores_nothing() {
        add("Own words");
        UI.getCurrent().navigate("surveys/" + id.value() + "/preview");
        var before = As.viewer(pm, () -> surveys.detail(id));
        var field = element("tl-need");
        _fireDomEvent(
                field,
                event(
                        field,
                        "answer",
                        "{\"event.detail.value\":\"Only trying.\",\"event.detail\":{\"value\":\"Only trying.\"}}"));
        assertThat(As.viewer(pm, () -> surveys.detail(id)))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void a_published_survey_can_be_closed_early() {
        var questions = java.util.List.<io.throughline.survey.question.Question>of(
                new OwnWords(QuestionId.next(), LocalizedText.en("What?"), LocalizedText.en(""), true));
        var content = new SurveyContent(LocalizedText.en("T"), LocalizedText.en("W"), questions);
        var asked = fixtures.organisation();
        As.viewer(pm, () -> {
            surveys.edit(id, surveys.detail(id).version(), content);
            var now = java.time.Instant.now();
            campaigns.publish(
                    id,
                    surveys.detail(id).version(),
                    new Round(Set.of(asked), now.minusSeconds(60), now.plusSeconds(3600)),
                    java.util.List.of(Locale.ENGLISH));
        });
        UI.getCurrent().navigate("surveys/" + id.value());
        _click(_get(Button.class, spec -> spec.withText("Close early")));
        _click(_get(Button.class, spec -> spec.withText("Close now")));
        assertThat(As.viewer(pm, () -> surveys.detail(id)).state()).isEqualTo(SurveyState.CLOSED);
    }

    @Test
    void a_closed_campaign_is_opened_again_for_a_reason_and_extended() {
        var campaign = made.published(pm, fixtures.organisation());
        var survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        As.viewer(pm, () -> campaigns.close(campaign, newest(survey).version()));
        UI.getCurrent().navigate("surveys/" + survey.value());

        _click(_get(Button.class, spec -> spec.withText("Open again")));
        var confirm = _find(Button.class, spec -> spec.withText("Open again")).getLast();
        _click(confirm);
        assertThat(newest(survey).state())
                .as("without a reason nothing is opened")
                .isEqualTo(SurveyState.CLOSED);
        _get(TextArea.class, spec -> spec.withLabel("Reason")).setValue("Two districts got no mail.");
        _click(confirm);

        var opened = newest(survey);
        assertThat(opened.state()).isEqualTo(SurveyState.OPEN);
        assertThat(As.viewer(pm, () -> campaigns.changes(campaign)))
                .extracting(CampaignChange::kind, CampaignChange::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EndChange.REOPENED, "Two districts got no mail."),
                        org.assertj.core.groups.Tuple.tuple(EndChange.CLOSED, ""));
        _click(_get(Button.class, spec -> spec.withText("Extend")));
        _click(_find(Button.class, spec -> spec.withText("Extend")).getLast());
        assertThat(newest(survey).closesAt()).isAfter(opened.closesAt());
    }

    @Test
    void what_was_asked_can_be_asked_again() {
        var before = fixtures.organisation();
        var survey =
                As.viewer(pm, () -> surveys.detail(made.published(pm, before))).id();
        var asked = fixtures.organisation();
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish");
        assertThat(_get(MultiSelectComboBox.class, spec -> spec.withId("organisations"))
                        .getValue())
                .as("whom was asked before is proposed")
                .extracting("id")
                .containsExactly(before);
        choose(asked);
        _click(_get(Button.class, spec -> spec.withText("Ask again")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Ask again")));

        assertThat(newest(survey).number()).isEqualTo(2);
        assertThat(As.viewer(pm, () -> campaigns.audience(newest(survey).id())))
                .extracting(OrganisationInfo::id)
                .containsExactly(asked);
    }

    private CampaignInfo newest(SurveyId survey) {
        return As.viewer(pm, () -> campaigns.of(survey)).getFirst();
    }

    /** Somebody else has the same draft open. */
    private void theyWrite(SurveyContent content) {
        As.viewer(pm, () -> surveys.edit(id, surveys.detail(id).version(), content));
    }

    private static void type(com.vaadin.flow.component.HasValue<?, String> field, String value) {
        field.setValue(value);
    }

    private void add(String type) {
        _click(_get(Button.class, spec -> spec.withText("+ " + type)));
    }

    private static Button labelled(String label) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        b -> b.getAriaLabel().filter(label::equals).isPresent()));
    }

    /** As the page tells what was typed in one of the designer's fields. */
    private static void give(String field, String value) {
        give(field, value, false);
    }

    /** As a page opened anew tells what was in dispute on the one before. */
    private static void giveAgain(String field, String value) {
        give(field, value, true);
    }

    /** As a page tells it, saying what it was typed over. */
    private static void giveOver(String field, String value, String over) {
        give(field, value, "false,\"over\":[" + over + "]");
    }

    private static void give(String field, String value, boolean disputed) {
        give(field, value, String.valueOf(disputed));
    }

    private static void give(String field, String value, String disputed) {
        var keep = element("tl-keep");
        var detail = "{\"event.detail\":{\"field\":\"" + field + "\",\"value\":" + value + ",\"tab\":\""
                + java.util.UUID.randomUUID() + "\",\"sequence\":1,\"seen\":0,\"disputed\":" + disputed + "}}";
        _fireDomEvent(keep, event(keep, "tl-save", detail));
    }

    private static com.vaadin.flow.dom.DomEvent event(com.vaadin.flow.dom.Element on, String type, String data) {
        return new com.vaadin.flow.dom.DomEvent(
                on, type, tools.jackson.databind.json.JsonMapper.shared().readTree(data));
    }

    private static com.vaadin.flow.dom.Element element(String tag) {
        return all(main())
                .filter(one -> !one.isTextNode() && one.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static com.vaadin.flow.dom.Element main() {
        return _get(com.vaadin.flow.component.html.Main.class).getElement();
    }

    @SuppressWarnings("unchecked")
    private void choose(io.throughline.shared.OrganisationId asked) {
        var info = As.viewer(pm, () -> organisations.byIds(Set.of(asked))).get(asked);
        ((MultiSelectComboBox<OrganisationInfo>) _get(MultiSelectComboBox.class, spec -> spec.withId("organisations")))
                .setValue(Set.of(info));
    }

    private SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id)).content();
    }

    private static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static java.util.stream.Stream<com.vaadin.flow.dom.Element> all(com.vaadin.flow.dom.Element root) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(root), root.getChildren().flatMap(SurveyDesignViewTest::all));
    }
}
