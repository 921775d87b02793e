package io.throughline.survey.ui.preview;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class LivePreviewViewTest extends ViewTest {

    private static final SingleChoice HOW = new SingleChoice(
            QuestionId.next(),
            text("How do you come?").with(Locale.GERMAN, "Wie kommen Sie?"),
            text(""),
            true,
            List.of(new Item("bus", text("By bus")), new Item("foot", text("On foot"))),
            false);
    private static final Text WHICH = new Text(QuestionId.next(), text("Which line?"), text(""), false, false);
    private static final Text LAST = new Text(QuestionId.next(), text("Anything else?"), text(""), false, true);

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftIsOpenWithItsPreview() {
        pm = fixtures.projectManager();
        var content = new SurveyContent(
                        text("Ways").with(Locale.GERMAN, "Wege"), text("To plan."), List.of(HOW, WHICH, LAST))
                .edited(
                        WHICH.id(),
                        entry -> entry.with(Condition.all(new Comparison(HOW.id(), new Claim.Chosen("bus", true)))));
        id = made.draft(pm, content);
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        _click(_get(Button.class, spec -> spec.withText("Try it out")));
    }

    @Test
    void conditions_work_and_nothing_that_is_tried_is_stored() {
        int before = responses();
        assertThat(preview()).contains("Ways", "To plan.");
        press("Start");
        assertThat(preview()).contains("How do you come?", "1 of 2");
        give(HOW.id(), "{\"chosen\":[\"bus\"]}");
        press("Next");
        assertThat(preview()).contains("Which line?", "2 of 3");
        press("From the beginning");
        press("Start");
        give(HOW.id(), "{\"chosen\":[\"foot\"]}");
        press("Next");
        assertThat(preview()).contains("Anything else?").doesNotContain("Which line?");
        press("Look it over");
        assertThat(preview()).contains("In the preview there is nothing to send.");
        assertThat(responses()).isEqualTo(before);
    }

    @Test
    void the_two_ways_to_look_at_a_draft_are_told_apart_by_their_names() {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var shown = _get(Main.class).getTranslation(language, "surveys.preview");
            assertThat(_get(Main.class).getTranslation(language, "surveys.live"))
                    .as(shown)
                    .doesNotContainIgnoringCase(shown.split(" ")[0]);
        }
    }

    @Test
    void it_follows_the_edits_beside_it() {
        press("Start");
        edit(HOW.id(), "{\"en\":\"How did you come?\",\"de\":\"Wie kamen Sie?\"}");
        assertThat(preview()).contains("How did you come?");
    }

    @Test
    @SuppressWarnings("unchecked")
    void it_speaks_each_language_of_the_survey_while_the_page_keeps_its_own() {
        ((Select<Locale>) _find(Select.class).stream()
                        .filter(one -> one.getClassNames().contains("answer-language"))
                        .findFirst()
                        .orElseThrow())
                .setValue(Locale.GERMAN);
        press("Beginnen");
        assertThat(preview()).contains("Wie kommen Sie?");
        assertThat(all(live()).anyMatch(one -> !one.isTextNode() && "de".equals(one.getAttribute("lang"))))
                .isTrue();
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("en");
    }

    @Test
    void what_was_tried_with_an_item_that_is_gone_is_forgotten() {
        press("Start");
        give(HOW.id(), "{\"chosen\":[\"bus\"]}");
        As.viewer(pm, () -> surveys.detail(id));
        fire(
                outer(),
                HOW.id().value() + ".ITEMS",
                "[{\"key\":\"foot\",\"texts\":{\"en\":\"On foot\"}},"
                        + "{\"key\":\"bike\",\"texts\":{\"en\":\"By bike\"}}]");
        press("Next");
        assertThat(preview()).contains("Anything else?").doesNotContain("Which line?");
        assertThat(As.viewer(pm, () -> surveys.detail(id))
                        .content()
                        .question(HOW.id())
                        .items())
                .isEqualTo(Rewording.of(
                                HOW, List.of(new Item("foot", text("On foot")), new Item("bike", text("By bike"))))
                        .items());
    }

    private int responses() {
        return jdbc.sql("select count(*) from answer").query(Integer.class).single();
    }

    private void press(String text) {
        _click(_find(Button.class).stream()
                .filter(button -> isWithin(button.getElement()) && text.equals(button.getText()))
                .findFirst()
                .orElseThrow());
    }

    private boolean isWithin(Element element) {
        return all(live()).anyMatch(element::equals);
    }

    private static Element live() {
        return _get(Section.class, spec -> spec.withClasses("survey-live")).getElement();
    }

    private static String preview() {
        return live().getTextRecursively();
    }

    private static Element outer() {
        return keeps(_get(Main.class).getElement()).findFirst().orElseThrow();
    }

    private void give(QuestionId question, String value) {
        fire(keeps(live()).findFirst().orElseThrow(), question.value().toString(), value);
    }

    private static void edit(QuestionId question, String value) {
        fire(outer(), question.value() + ".TITLE", value);
    }

    private static void fire(Element keep, String field, String value) {
        var detail = "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":1,\"seen\":0}}"
                .formatted(field, value, UUID.randomUUID());
        _fireDomEvent(keep, new DomEvent(keep, "tl-save", JsonMapper.shared().readTree(detail)));
    }

    private static Stream<Element> keeps(Element root) {
        return all(root).filter(one -> !one.isTextNode() && one.getTag().equals("tl-keep"));
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(LivePreviewViewTest::all));
    }
}
