package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.OrganisationInfo;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.ui.PageHeader;
import io.throughline.support.As;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyState;
import io.throughline.survey.campaign.CampaignChange;
import io.throughline.survey.campaign.EndChange;
import io.throughline.survey.question.OwnWords;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a draft to what is asked, and what can be done with that. */
class DesignPublishedViewTest extends DesignViewTest {

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
        assertThat(confirmed()).contains("Named: project managers and managers see who answered");
        _click(_get(Button.class, spec -> spec.withText("Publish for good")));
        var published = As.viewer(pm, () -> surveys.detail(id)).published();
        assertThat(published).isNotNull();
        assertThat(As.viewer(pm, () -> campaigns.audience(published.id())))
                .extracting(OrganisationInfo::id)
                .containsExactly(asked);
        assertThat(published.languages()).containsExactly(Locale.ENGLISH);
        assertThat(location()).isEqualTo("surveys/" + id.value());
        assertThat(told()).contains("The survey is published");
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
        assertThat(told()).containsExactly("Closed: it takes no more answers");
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
        var end = newest(survey).closesAt();
        assertThat(end).isAfter(opened.closesAt());
        assertThat(told())
                .anyMatch(text -> text.startsWith("Open again, until"))
                .anyMatch(text -> text.startsWith("Extended: answers are taken until"));
        assertSaidUntil(end);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/campaign/" + campaign.value());
        assertSaidUntil(end);
    }

    private void assertSaidUntil(Instant end) {
        assertThat(_get(PageHeader.class).getElement().getTextRecursively())
                .contains("until")
                .contains(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Locale.ENGLISH)
                        .format(end.atZone(pm.zone())));
    }

    private static List<String> told() {
        return _find(Notification.class).stream()
                .map(one -> one.getElement().getProperty("text"))
                .toList();
    }

    /** What one says yes to. */
    private static List<String> confirmed() {
        return _find(_get(Dialog.class), Paragraph.class).stream()
                .map(Paragraph::getText)
                .toList();
    }

    @Test
    void what_is_asked_again_is_asked_as_before_whatever_the_next_version_will_say() {
        var survey = As.viewer(pm, () -> surveys.detail(made.published(pm, fixtures.organisation())))
                .id();
        var anonymous = As.viewer(pm, () -> surveys.detail(survey)).content().with(Confidentiality.ANONYMOUS);
        As.viewer(pm, () -> surveys.edit(survey, surveys.detail(survey).version(), anonymous));
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish", QueryParameters.simple(Map.of("again", "")));
        _click(_get(Button.class, spec -> spec.withText("Ask again")));
        assertThat(confirmed())
                .contains(
                        "Named: project managers and managers see who answered",
                        "You can extend it, close it early and open it again.");
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
}
