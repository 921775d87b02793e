package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.Answering;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.question.Problem;
import io.throughline.survey.ui.question.AnswerField;
import jakarta.annotation.security.RolesAllowed;

/** A survey as a customer answers it: first page, one question a step, review. The step is in the URL. */
@Route("answer/:survey/:step?")
@RolesAllowed("CUSTOMER")
class AnswerView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REVIEW = "review";

    private final transient Answering answering;
    private final transient CurrentViewer viewers;
    private final transient Texts texts;
    private String href = "";
    private String title = "";

    AnswerView(Answering answering, CurrentViewer viewers, Texts texts) {
        this.answering = answering;
        this.viewers = viewers;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var survey = new SurveyVersionId(
                Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var step = event.getRouteParameters().get("step").orElse("");
        href = "answer/" + survey.value();
        getContent().removeAll();
        var response = answering.find(survey);
        if (response.isEmpty()) {
            showFirstPage(survey);
        } else {
            show(answering.sheet(response.get()), step);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void showFirstPage(SurveyVersionId survey) {
        var intro = answering.intro(survey);
        head(intro);
        var start = primary("answer.start", () -> {
            answering.start(survey);
            go("1");
        });
        getContent().add(Kit.card(facts(intro), start));
    }

    private void show(Sheet sheet, String step) {
        head(sheet.intro());
        var number = step.matches("\\d{1,3}") ? Integer.parseInt(step) : 0;
        if (!sheet.open()) {
            getContent().add(Kit.card(new Paragraph(getTranslation("answer.closed")), new AnswersGiven(sheet)));
        } else if (step.equals(REVIEW)) {
            showReview(sheet);
        } else if (number >= 1 && number <= sheet.questions().size()) {
            showQuestion(sheet, number);
        } else if (sheet.submittedAt() == null) {
            getContent().add(Kit.card(facts(sheet.intro()), primary("answer.continue", () -> go("1"))));
        } else {
            getContent()
                    .add(Kit.card(
                            new Paragraph(getTranslation("answer.submitted")),
                            new AnswersGiven(sheet),
                            Kit.row(
                                    primary("answer.change", () -> go("1")),
                                    Kit.link("my-needs", getTranslation("answer.mine")))));
        }
    }

    private void showQuestion(Sheet sheet, int number) {
        var question = sheet.questions().get(number - 1);
        var held = sheet.answers().get(question.id());
        var saver = new Saver(
                answering, sheet.id(), question.id(), held, viewers.get().zone());
        var last = number == sheet.questions().size();
        getContent()
                .add(
                        Kit.row(
                                Kit.dim(getTranslation(
                                        "answer.step", number, sheet.questions().size())),
                                saver),
                        Kit.card(
                                question.title().in(getLocale()),
                                Kit.dim(question.help().in(getLocale())),
                                AnswerField.of(
                                        question,
                                        held == null ? question.blank() : held.answer(),
                                        getLocale(),
                                        saver::save)));
        var steps = Kit.row(
                new Button(getTranslation("answer.back"), click -> go(number == 1 ? "" : String.valueOf(number - 1))),
                primary("answer.next", () -> go(last ? REVIEW : String.valueOf(number + 1))));
        steps.addClassName("survey-steps");
        getContent().add(steps);
    }

    private void showReview(Sheet sheet) {
        var gaps = answering.gaps(sheet.id());
        var missing = new UnorderedList();
        for (var number = 1; number <= sheet.questions().size(); number++) {
            var question = sheet.questions().get(number - 1);
            var step = number;
            gaps.stream()
                    .filter(gap -> gap.question().equals(question.id()))
                    .flatMap(gap -> gap.problems().stream())
                    .forEach(problem -> missing.add(new ListItem(Kit.link(href + "/" + step, words(problem)))));
        }
        getContent().add(Kit.card(getTranslation("answer.review"), new AnswersGiven(sheet)));
        getContent()
                .add(
                        gaps.isEmpty()
                                ? primary("answer.submit", () -> {
                                    answering.submit(sheet.id());
                                    Notices.done(getTranslation("answer.thanks"));
                                    go("");
                                })
                                : Kit.card(getTranslation("answer.missing"), missing));
    }

    private String words(Problem problem) {
        return texts.of(new DomainException(problem.code(), problem.arguments().toArray()), getLocale());
    }

    private void head(SurveyIntro intro) {
        title = intro.title().in(getLocale());
        getContent().add(new PageHeader(title).below(Kit.dim(intro.why().in(getLocale()))));
    }

    private Component facts(SurveyIntro intro) {
        var list = new UnorderedList(
                new ListItem(getTranslation("answer.who", intro.askedBy())),
                new ListItem(getTranslation("answer.minutes", intro.minutes())),
                new ListItem(getTranslation("answer.seen")),
                new ListItem(getTranslation(
                        "answer.voice", intro.organisation(), intro.weight() == null ? 1 : intro.weight())));
        var closes = intro.closesAt();
        if (closes != null) {
            var until = new ListItem(getTranslation("answer.until") + " ");
            until.add(new Moment(closes, viewers.get().zone()));
            list.add(until);
        }
        return list;
    }

    private Button primary(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void go(String step) {
        getUI().ifPresent(ui -> ui.navigate(step.isEmpty() ? href : href + "/" + step));
    }
}
