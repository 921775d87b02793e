package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.SaveState;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A survey while it is designed; every change is stored as it is made. */
@Route("surveys/:survey/design")
@RolesAllowed("PROJECT_MANAGER")
class SurveyDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final LocalizedText BLANK = new LocalizedText(Map.of());
    private static final int USUAL_CHOICE = 3;

    private final transient Surveys surveys;
    private final transient Texts texts;
    private final transient Clock clock;
    private final SaveState saving;
    private final Div questions = Kit.stack();
    private SurveyId id = SurveyId.next();
    private long version;
    private transient SurveyContent content = new SurveyContent(BLANK, BLANK, List.of());

    SurveyDesignView(Surveys surveys, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.texts = texts;
        this.clock = clock;
        saving = new SaveState(viewer.get().zone(), this::save);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var detail = surveys.detail(id);
        version = detail.version();
        content = detail.content();
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getPageTitle())
                        .above(Kit.link(
                                SurveyNavigation.surveyHref(id),
                                detail.key() + " " + content.title().in(getLocale())))
                        .below(saving)
                        .actions(
                                Kit.link(SurveyNavigation.previewHref(id), getTranslation("surveys.preview")),
                                Kit.link(SurveyNavigation.publishHref(id), getTranslation("surveys.publish"))));
        if (detail.published() != null || !detail.editor()) {
            getContent().add(Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        getContent().add(Kit.stack(about(), questions, adding()));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.design");
    }

    private Component about() {
        return Kit.card(
                getTranslation("surveys.design.about"),
                Kit.stack(
                        new TextPair(
                                getTranslation("surveys.design.title"),
                                content.title(),
                                false,
                                text -> store(new SurveyContent(text, content.why(), content.questions()))),
                        new TextPair(
                                getTranslation("surveys.design.why"),
                                content.why(),
                                true,
                                text -> store(new SurveyContent(content.title(), text, content.questions())))));
    }

    private Component adding() {
        var choices = Kit.stack(
                type(new ImportanceSatisfaction(QuestionId.next(), BLANK, BLANK, true, USUAL_CHOICE, List.of())),
                type(new Points(QuestionId.next(), BLANK, BLANK, true, List.of())),
                type(new OwnWords(QuestionId.next(), BLANK, BLANK, false)));
        return Kit.card(getTranslation("surveys.design.add"), choices);
    }

    private Component type(Question example) {
        var key = QuestionEditor.key(example);
        var add = new Button("+ " + getTranslation(key), click -> {
            var all = new ArrayList<>(content.questions());
            all.add(fresh(example));
            replace(all);
        });
        return Kit.div("survey-type", add, new Paragraph(getTranslation(key + ".text")));
    }

    private static Question fresh(Question example) {
        return switch (example) {
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(QuestionId.next(), BLANK, BLANK, one.required(), one.choose(), List.of());
            case Points one -> new Points(QuestionId.next(), BLANK, BLANK, one.required(), List.of());
            case OwnWords one -> new OwnWords(QuestionId.next(), BLANK, BLANK, one.required());
        };
    }

    private List<QuestionEditor> show() {
        questions.removeAll();
        var editors = new ArrayList<QuestionEditor>();
        for (int i = 0; i < content.questions().size(); i++) {
            int place = i;
            editors.add(new QuestionEditor(
                    place + 1,
                    content.questions().get(place),
                    texts,
                    edited -> {
                        var all = new ArrayList<>(content.questions());
                        all.set(place, edited);
                        store(new SurveyContent(content.title(), content.why(), all));
                    },
                    moves(place)));
        }
        editors.forEach(questions::add);
        return editors;
    }

    private QuestionEditor.Moves moves(int place) {
        return new QuestionEditor.Moves() {
            @Override
            public void up() {
                move(place, place - 1);
            }

            @Override
            public void down() {
                move(place, place + 1);
            }

            @Override
            public void remove() {
                var before = content.questions();
                var all = new ArrayList<>(before);
                all.remove(place);
                replace(all);
                Notices.undoable(
                        SurveyDesignView.this, getTranslation("surveys.design.removed"), () -> replace(before));
            }
        };
    }

    private void move(int from, int to) {
        if (to < 0 || to >= content.questions().size()) {
            return;
        }
        var all = new ArrayList<>(content.questions());
        all.add(to, all.remove(from));
        replace(all).get(to).focusMove();
    }

    private List<QuestionEditor> replace(List<Question> all) {
        store(new SurveyContent(content.title(), content.why(), all));
        return show();
    }

    private void store(SurveyContent edited) {
        content = edited;
        save();
    }

    private void save() {
        try {
            surveys.edit(id, version, content);
            // Counted on instead of read again: somebody else's edit in between must be refused, not taken for seen.
            version++;
            saving.saved(clock.instant());
        } catch (RuntimeException e) {
            saving.failed();
            throw e;
        }
    }
}
