package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A survey of a test's own questions, answered by a customer and read by its project manager in the portal. */
public abstract class QuestionsViewTest extends ViewTest {

    static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Answering answering;

    @Autowired
    Surveys administration;

    @Autowired
    SurveyResults results;

    private final UUID tab = UUID.randomUUID();
    Viewer pm;
    Viewer customer;
    CampaignId survey;
    private long sequence;

    /** The customer has begun to answer. */
    void publish(Question... questions) {
        var organisation = fixtures.organisation();
        pm = fixtures.projectManager();
        customer = fixtures.customer(organisation);
        survey = surveys.published(
                pm,
                new SurveyContent(SurveyFixtures.text("Asked"), SurveyFixtures.text("To plan."), List.of(questions)),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        signIn(customer);
        go("");
        _click(_get(Button.class, spec -> spec.withText("Start")));
    }

    public static List<Item> items(String... keys) {
        return Stream.of(keys)
                .map(key -> new Item(key, SurveyFixtures.text("Item " + key)))
                .toList();
    }

    void go(String step) {
        UI.getCurrent().navigate("answer/" + survey.value() + (step.isEmpty() ? "" : "/" + step));
    }

    /** As the question's field on the page says it. */
    void give(Question question, String value) {
        tell(question.id().value().toString(), value);
    }

    void tell(String field, String value) {
        var keep = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals("tl-keep"))
                .findFirst()
                .orElseThrow();
        _fireDomEvent(
                keep,
                new DomEvent(
                        keep,
                        "tl-save",
                        JSON.readTree(
                                "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":%d,\"seen\":0}}"
                                        .formatted(field, value, tab, ++sequence))));
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(QuestionsViewTest::all));
    }

    static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    ResponseId response() {
        return As.viewer(customer, () -> answering.find(survey).orElseThrow());
    }

    Answer answer(Question question) {
        return sheet().answers().get(question.id()).answer();
    }

    AnswerSheet sheet() {
        return As.viewer(customer, () -> answering.sheet(answering.find(survey).orElseThrow()));
    }

    String csv() {
        return As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH));
    }

    /** Submits what was given and shows the results to the project manager. */
    void submitted() {
        go("review");
        _click(_get(Button.class, spec -> spec.withText("Submit")));
        signIn(pm);
        UI.getCurrent()
                .navigate("surveys/"
                        + As.viewer(pm, () -> administration.detail(survey))
                                .id()
                                .value());
    }
}
