package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A page with a draft open in it, and what a person does there. */
abstract class DesignViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Organisations organisations;

    Viewer pm;
    SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftIsOpen() {
        pm = fixtures.projectManager();
        id = As.viewer(pm, () -> surveys.create(LocalizedText.en("Streets")));
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    CampaignInfo newest(SurveyId survey) {
        return As.viewer(pm, () -> campaigns.of(survey)).getFirst();
    }

    /** Somebody else has the same draft open. */
    void theyWrite(SurveyContent content) {
        As.viewer(pm, () -> surveys.edit(id, surveys.detail(id).version(), content));
    }

    static void type(com.vaadin.flow.component.HasValue<?, String> field, String value) {
        field.setValue(value);
    }

    void add(String type) {
        _click(_get(Button.class, spec -> spec.withText("+ " + type)));
    }

    static Button labelled(String label) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        b -> b.getAriaLabel().filter(label::equals).isPresent()));
    }

    /** As the page tells what was typed in one of the designer's fields. */
    static void give(String field, String value) {
        give(field, value, false);
    }

    /** As a page opened anew tells what was in dispute on the one before. */
    static void giveAgain(String field, String value) {
        give(field, value, true);
    }

    /** As a page tells it, saying what it was typed over. */
    static void giveOver(String field, String value, String over) {
        give(field, value, "false,\"over\":[" + over + "]");
    }

    static void give(String field, String value, boolean disputed) {
        give(field, value, String.valueOf(disputed));
    }

    static void give(String field, String value, String disputed) {
        var keep = element("tl-keep");
        var detail = "{\"event.detail\":{\"field\":\"" + field + "\",\"value\":" + value + ",\"tab\":\""
                + java.util.UUID.randomUUID() + "\",\"sequence\":1,\"seen\":0,\"disputed\":" + disputed + "}}";
        _fireDomEvent(keep, event(keep, "tl-save", detail));
    }

    static com.vaadin.flow.dom.DomEvent event(com.vaadin.flow.dom.Element on, String type, String data) {
        return new com.vaadin.flow.dom.DomEvent(
                on, type, tools.jackson.databind.json.JsonMapper.shared().readTree(data));
    }

    static com.vaadin.flow.dom.Element element(String tag) {
        return all(main())
                .filter(one -> !one.isTextNode() && one.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    static com.vaadin.flow.dom.Element main() {
        return _get(com.vaadin.flow.component.html.Main.class).getElement();
    }

    @SuppressWarnings("unchecked")
    void choose(io.throughline.shared.OrganisationId asked) {
        var info = As.viewer(pm, () -> organisations.byIds(Set.of(asked))).get(asked);
        ((MultiSelectComboBox<OrganisationInfo>) _get(MultiSelectComboBox.class, spec -> spec.withId("organisations")))
                .setValue(Set.of(info));
    }

    SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id)).content();
    }

    static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    static java.util.stream.Stream<com.vaadin.flow.dom.Element> all(com.vaadin.flow.dom.Element root) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(root), root.getChildren().flatMap(DesignViewTest::all));
    }
}
