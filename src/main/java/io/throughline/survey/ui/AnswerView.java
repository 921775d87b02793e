package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.AnswerFiles;
import io.throughline.survey.Answering;
import io.throughline.survey.Answering.Gap;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ResponseHistory;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.logic.Course;
import io.throughline.survey.ui.question.FilesDoor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A survey as a customer answers it: first page, one question a step, review, own answers. The step is in the URL. */
@Route("answer/:campaign/:step?")
@RolesAllowed({"CUSTOMER", RespondentPrincipal.ROLE})
class AnswerView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String REVIEW = "review";
    static final String MINE = "mine";
    static final String EARLIER = "earlier";

    private final transient Answering answering;
    private final transient AnswerFiles files;
    private final transient ResponseHistory history;
    private final transient CurrentViewer viewers;
    private final transient Texts texts;
    private final transient Clock clock;
    private String href = "";
    private String step = "";
    private String title = "";
    private final transient AnswerKeeper keeper;
    private CampaignId campaign;

    @SuppressWarnings("NullAway.Init") // the campaign stands in the address
    AnswerView(
            Answering answering,
            AnswerFiles files,
            ResponseHistory history,
            CurrentViewer viewers,
            Texts texts,
            Clock clock) {
        this.answering = answering;
        this.files = files;
        this.history = history;
        this.viewers = viewers;
        this.texts = texts;
        this.clock = clock;
        this.keeper = new AnswerKeeper(answering, viewers, texts, this::show);
        getContent().addClassName("answer-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        campaign = new CampaignId(
                Ids.parse(event.getRouteParameters().get("campaign").orElse("")));
        step = event.getRouteParameters().get("step").orElse("");
        href = SurveyNavigation.answerHref(campaign);
        show();
        if (event.getTrigger() != NavigationTrigger.PAGE_LOAD) {
            getElement()
                    .executeJs("const h = this.querySelector('.answer-title');"
                            + "if (h) { window.scrollTo(0, 0); h.focus({ preventScroll: true }); }");
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show() {
        getContent().removeAll();
        var response = answering.find(campaign);
        if (response.isEmpty()) {
            showFirstPage();
        } else {
            show(answering.sheet(response.get()));
        }
    }

    private void showFirstPage() {
        var intro = answering.intro(campaign);
        title = intro.title().in(getLocale());
        getContent()
                .add(
                        language(intro),
                        new AnswerFirstPage(intro, state(intro), viewers.get().zone(), () -> {
                            answering.start(campaign);
                            go("1");
                        }));
    }

    /** Nothing to choose where it is asked in one language only. */
    private Component language(SurveyIntro intro) {
        var choice = new LanguageChoice(
                intro.languages(),
                getLocale(),
                chosen -> getUI().ifPresent(ui -> AnswerLanguage.choose(ui, campaign, chosen)));
        choice.setVisible(intro.languages().size() > 1);
        return choice;
    }

    private AnswerFirstPage.State state(SurveyIntro intro) {
        var closes = intro.closesAt();
        if (closes != null && !clock.instant().isBefore(closes)) {
            return AnswerFirstPage.State.CLOSED;
        }
        return answering.isEnough(campaign) ? AnswerFirstPage.State.ENOUGH : AnswerFirstPage.State.OPEN;
    }

    private void show(Sheet sheet) {
        var number = step.matches("\\d{1,3}") ? Integer.parseInt(step) : 0;
        var steps = sheet.course().steps().size();
        title = sheet.intro().title().in(getLocale());
        boolean asks = sheet.open() && number >= 1 && number <= steps;
        if (!asks) {
            getContent().add(language(sheet.intro()));
        }
        if (step.equals(MINE)) {
            showMine(sheet);
        } else if (step.equals(EARLIER)) {
            showEarlier(sheet);
        } else if (!sheet.open()) {
            getContent()
                    .add(new ResponseStart(sheet, files(sheet), viewers.get().zone(), isByLink(), this::go));
        } else if (asks) {
            title = getTranslation("answer.step", number, steps) + " · " + title;
            getContent()
                    .add(new QuestionStep(
                            sheet,
                            number,
                            Kit.row(Kit.link(href, sheet.intro().title().in(getLocale())), language(sheet.intro())),
                            (field, stored) -> keeper.around(sheet, field, stored),
                            files(sheet),
                            viewers.get().zone(),
                            this::go,
                            () -> course(sheet)));
        } else if (step.equals(REVIEW)) {
            getContent()
                    .add(
                            keeper.around(sheet),
                            new ReviewStep(sheet, files(sheet), missing(sheet), this::go, () -> submit(sheet)));
        } else {
            getContent()
                    .add(
                            keeper.around(sheet),
                            new ResponseStart(sheet, files(sheet), viewers.get().zone(), isByLink(), this::go));
        }
    }

    /** Where the answers lead by now. */
    private Course course(Sheet sheet) {
        return sheet.content().isConditional() ? answering.sheet(sheet.id()).course() : sheet.course();
    }

    /** What this tab still keeps because it could not be stored must be stored first: submitting would leave it behind. */
    private void submit(Sheet sheet) {
        if (keeper.holdsUnsaved()) {
            Notices.refused(getTranslation("answer.unsaved"));
            show();
            return;
        }
        answering.submit(sheet.id());
        getUI().ifPresent(ui -> Keep.forget(ui, sheet.id()));
        Notices.done(getTranslation("answer.thanks"));
        go("");
    }

    private void showMine(Sheet sheet) {
        Component print = new Button(
                getTranslation("answer.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        getContent()
                .add(
                        StepButtons.heading(title),
                        Kit.dim(viewers.get().name()),
                        new GivenAnswers(sheet, files(sheet)),
                        new StepButtons()
                                .other(Kit.link(href, getTranslation("answer.back")))
                                .other(print));
    }

    private void showEarlier(Sheet sheet) {
        getContent()
                .add(
                        StepButtons.heading(getTranslation("answer.earlier")),
                        Kit.dim(title),
                        new EarlierAnswers(
                                history.of(sheet.id()),
                                sheet.questions(),
                                files(sheet),
                                viewers.get().zone()),
                        new StepButtons().other(Kit.link(href, getTranslation("answer.back"))));
    }

    private Map<QuestionId, List<String>> missing(Sheet sheet) {
        return answering.gaps(sheet.id()).stream().collect(Collectors.toMap(Gap::question, this::words));
    }

    private List<String> words(Gap gap) {
        return gap.problems().stream()
                .map(problem -> texts.of(
                        new DomainException(problem.code(), problem.arguments().toArray()), getLocale()))
                .toList();
    }

    private boolean isByLink() {
        return viewers.get().roles().isEmpty();
    }

    private FilesDoor files(Sheet sheet) {
        return new StoredFiles(files, sheet.id());
    }

    private void go(String to) {
        getUI().ifPresent(ui -> ui.navigate(to.isEmpty() ? href : href + "/" + to));
    }
}
