package io.throughline.survey.start;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Ids;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Question;
import io.throughline.survey.start.SurveyTemplates.Kept;
import io.throughline.survey.template.BuiltIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class SurveyTemplatesIT {

    @Autowired
    SurveyTemplates templates;

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ApplicationEvents events;

    Viewer pm;

    @BeforeEach
    void somebody() {
        pm = fixtures.projectManager();
    }

    @Test
    void every_project_manager_starts_from_what_one_keeps_and_the_template_stays_as_it_was_saved() {
        var content = SurveyFixtures.content();
        var survey = made.draft(pm, content);
        var name = Fixtures.unique("Template");
        var id = As.viewer(pm, () -> templates.save(survey, " " + name + " ", "For streets"));
        As.viewer(
                pm,
                () -> surveys.edit(
                        survey, surveys.detail(survey).version(), content.with(text("Something else"), content.why())));

        var other = fixtures.projectManager();
        var started = As.viewer(other, () -> surveys.detail(templates.start(id, text("Mine"))));

        assertThat(kept(other, name).mine()).isFalse();
        assertThat(kept(pm, name)).extracting(Kept::mine, Kept::about).containsExactly(true, "For streets");
        assertThat(started.owner().id()).isEqualTo(other.id());
        assertThat(started.content().title()).isEqualTo(text("Mine"));
        assertThat(started.content().questions())
                .extracting(Question::title)
                .containsExactlyElementsOf(
                        content.questions().stream().map(Question::title).toList());
        assertThat(started.content().questions())
                .extracting(Question::id)
                .doesNotContainAnyElementsOf(
                        content.questions().stream().map(Question::id).toList());
        assertThat(As.viewer(other, () -> templates.content(id)).title()).isEqualTo(content.title());
    }

    @Test
    void a_built_in_one_starts_a_survey_in_both_languages() {
        var id = As.viewer(pm, () -> templates.start(BuiltIn.SATISFACTION, text("")));

        var started = As.viewer(pm, () -> surveys.detail(id));

        assertThat(started.content().title().texts()).containsOnlyKeys("en", "de");
        assertThat(started.findings()).isEmpty();
    }

    @Test
    void only_its_owner_changes_a_template() {
        var survey = made.draft(pm, SurveyFixtures.content());
        var name = Fixtures.unique("Template");
        var id = As.viewer(pm, () -> templates.save(survey, name, ""));
        var other = fixtures.projectManager();
        var others = made.draft(other, SurveyFixtures.content());

        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.describe(id, 0, "Mine", "")));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.replace(id, 0, others)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.delete(id, 0)));

        As.viewer(pm, () -> templates.describe(id, 0, name + " 2", "When?"));
        refused(CommonError.STALE, () -> As.viewer(pm, () -> templates.delete(id, 0)));
        As.viewer(pm, () -> templates.delete(id, 1));
        refused(CommonError.NOT_FOUND, () -> As.viewer(pm, () -> templates.content(id)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(other, () -> templates.delete(id, 1)));
    }

    @Test
    void surveys_start_from_what_was_edited_only_once_it_is_in_force() {
        var content = SurveyFixtures.content();
        var id = As.viewer(pm, () -> templates.save(made.draft(pm, content), Fixtures.unique("Template"), ""));
        var other = fixtures.projectManager();
        var better = As.viewer(pm, () -> templates.content(id)).with(text("Better"), text("why"));

        As.viewer(pm, () -> templates.edit(id, 0, better));
        assertThat(As.viewer(other, () -> templates.content(id)).title()).isEqualTo(content.title());
        assertThat(As.viewer(pm, () -> templates.editing(id)).draft().title()).isEqualTo(text("Better"));
        assertThat(As.viewer(pm, () -> templates.preview(id)).title()).isEqualTo(text("Better"));
        refused(CommonError.STALE, () -> As.viewer(pm, () -> templates.putInForce(id, 0)));
        As.viewer(pm, () -> templates.putInForce(id, 1));
        assertThat(As.viewer(other, () -> templates.content(id)).title()).isEqualTo(text("Better"));

        As.viewer(pm, () -> templates.edit(id, 2, better.with(text("Worse"), text("why"))));
        As.viewer(pm, () -> templates.discardDraft(id, 3));
        assertThat(As.viewer(pm, () -> templates.editing(id)).draft().title()).isEqualTo(text("Better"));
    }

    @Test
    void only_its_owner_edits_a_template() {
        var id = As.viewer(
                pm, () -> templates.save(made.draft(pm, SurveyFixtures.content()), Fixtures.unique("Template"), ""));
        var other = fixtures.projectManager();
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.editing(id)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.preview(id)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.edit(id, 0, SurveyFixtures.content())));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.putInForce(id, 0)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> templates.discardDraft(id, 0)));
        var endless = "x".repeat(2_001);
        refused(
                CommonError.TOO_LONG,
                () -> As.viewer(
                        pm, () -> templates.edit(id, 0, SurveyFixtures.content().with(text(endless), text("why")))));
        refused(CommonError.NOT_FOUND, () -> As.viewer(pm, () -> templates.editing(new TemplateId(Ids.next()))));
    }

    @Test
    void what_is_done_with_a_template_is_recorded_but_not_every_edit_of_its_draft() {
        var id = As.viewer(
                pm, () -> templates.save(made.draft(pm, SurveyFixtures.content()), Fixtures.unique("Template"), ""));
        As.viewer(pm, () -> templates.edit(id, 0, SurveyFixtures.content().with(text("One"), text("why"))));
        As.viewer(pm, () -> templates.edit(id, 1, SurveyFixtures.content().with(text("Two"), text("why"))));
        As.viewer(pm, () -> templates.putInForce(id, 2));
        As.viewer(pm, () -> templates.describe(id, 3, Fixtures.unique("Renamed"), ""));
        As.viewer(pm, () -> templates.delete(id, 4));

        assertThat(events.stream(Act.class)
                        .filter(act -> act.objects().contains(ObjectRef.of(SurveyTemplates.KIND, id)))
                        .map(Act::kind))
                .containsExactly(
                        ActKind.TEMPLATE_KEPT,
                        ActKind.TEMPLATE_CHANGED,
                        ActKind.TEMPLATE_CHANGED,
                        ActKind.TEMPLATE_REMOVED);
    }

    @Test
    void its_owner_lets_it_ask_what_another_survey_asks() {
        var name = Fixtures.unique("Template");
        var id = As.viewer(pm, () -> templates.save(made.draft(pm, SurveyFixtures.content()), name, ""));
        var better = SurveyFixtures.content().with(text("Better"), text("why"));
        var survey = made.draft(pm, better);

        As.viewer(pm, () -> templates.replace(id, 0, survey));

        assertThat(As.viewer(pm, () -> templates.content(id)).title()).isEqualTo(text("Better"));
        assertThat(kept(pm, name).version()).isEqualTo(1);
    }

    @Test
    void drafts_of_others_make_no_template() {
        var survey = made.draft(pm, SurveyFixtures.content());
        var other = fixtures.projectManager();

        refused(CommonError.NOT_FOUND, () -> As.viewer(other, () -> templates.save(survey, "Stolen", "")));
        refused(CommonError.REQUIRED, () -> As.viewer(pm, () -> templates.save(survey, "  ", "")));
        refused(CommonError.TOO_LONG, () -> As.viewer(pm, () -> templates.save(survey, "x".repeat(121), "")));
        refused(CommonError.TOO_LONG, () -> As.viewer(pm, () -> templates.save(survey, "x", "y".repeat(1_001))));
    }

    private Kept kept(Viewer viewer, String name) {
        return As.viewer(viewer, () -> templates.kept()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
