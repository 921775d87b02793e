package io.throughline.backlog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Answering;
import io.throughline.survey.Campaigns;
import io.throughline.survey.ItemSource;
import io.throughline.survey.ItemSource.Offered;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.Stamp;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a requirement to a question about it and back, as evidence for that very requirement. */
class DrawnItemsViewTest extends ViewTest {

    @Autowired
    BacklogFixtures given;

    @Autowired
    ItemSource source;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Answering answering;

    @Autowired
    Evidence evidence;

    private Viewer pm;
    private String word = "";
    private RequirementId lamps;
    private RequirementId ramps;

    @BeforeEach
    void aBacklog() {
        pm = fixtures.projectManager();
        var area = given.area(pm);
        word = "W" + UUID.randomUUID().toString().replace("-", "");
        lamps = given.requirement(pm, area, "More lamps " + word);
        ramps = given.requirement(pm, area, "A ramp " + word);
        given.rated(pm, ramps, .3);
    }

    @Test
    void requirements_are_offered_by_rank_to_those_who_may_read_them_only() {
        assertThat(As.viewer(pm, () -> source.find(word, 10)))
                .extracting(Offered::id)
                .containsExactly(ramps.value(), lamps.value());
        assertThat(As.viewer(pm, () -> source.find(word, 1))).hasSize(1);
        for (var other : List.of(fixtures.customer(fixtures.organisation()), fixtures.teamMember())) {
            assertThat(As.viewer(other, () -> source.find(word, 10))).isEmpty();
            assertThat(As.viewer(other, () -> source.named(Set.of(lamps.value()))))
                    .isEmpty();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_item_drawn_from_the_backlog_remembers_its_requirement_and_gives_it_its_answers() {
        var question = new Points(QuestionId.next(), text("Points"), text(""), true, List.of());
        var id = As.viewer(
                pm, () -> surveys.create(new SurveyContent(text("Streets"), text("To plan."), List.of(question))));
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        _click(_get(Button.class, spec -> spec.withText("From the backlog…")));
        _get(TextField.class, spec -> spec.withLabel("Search title or key")).setValue(word);
        var offered = (CheckboxGroup<Offered>)
                _get(CheckboxGroup.class, spec -> spec.withLabel("Requirements, by area and rank"));
        offered.setValue(Set.copyOf(offered.getListDataView().getItems().toList()));
        _click(_get(Button.class, spec -> spec.withText("Add 2 items")));

        var items = As.viewer(pm, () -> surveys.detail(id))
                .content()
                .question(question.id())
                .items();
        assertThat(items).extracting(Item::requirement).containsExactly(ramps.value(), lamps.value());
        assertThat(items.getFirst().text().in(Locale.ENGLISH)).isEqualTo("A ramp " + word);
        assertThat(drawn()).contains("Drawn from").contains("REQ-");

        answered(id, question.id());
        var version = As.viewer(pm, () -> surveys.list("", 0, 1)).getFirst().published();
        UI.getCurrent().navigate("backlog/from-results/" + version.value());
        _click(_get(Button.class, spec -> spec.withText("Attach the answers as evidence")));

        assertThat(As.viewer(pm, () -> evidence.of(ramps)))
                .filteredOn(one -> one.source().surveyVersion().equals(version))
                .extracting(one -> one.source().item())
                .containsExactly(items.getFirst().key());
        assertThat(As.viewer(pm, () -> evidence.of(lamps))).hasSize(1);
        assertThat(As.viewer(pm, () -> evidence.attachDrawn(version))).isZero();
    }

    private void answered(io.throughline.survey.SurveyId id, QuestionId question) {
        var organisation = fixtures.organisation();
        var customer = fixtures.customer(organisation);
        var items = As.viewer(pm, () -> surveys.detail(id))
                .content()
                .question(question)
                .items();
        var campaign = As.viewer(
                pm,
                () -> campaigns.publish(
                        id,
                        surveys.detail(id).version(),
                        new Round(
                                Set.of(organisation),
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(3_600)),
                        List.of(Locale.ENGLISH)));
        As.viewer(customer, () -> {
            var response = answering.start(campaign);
            answering.save(
                    response,
                    question,
                    new Points.Answer(
                            Map.of(items.getFirst().key(), 60, items.getLast().key(), 40)),
                    new Stamp(UUID.randomUUID(), 1, 0));
            answering.submit(response);
        });
    }

    private static LocalizedText text(String words) {
        return LocalizedText.en(words);
    }
}
