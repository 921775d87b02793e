package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.AnswerFiles;
import io.throughline.survey.Answering;
import io.throughline.survey.Answering.Gap;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.SurveyError;
import io.throughline.survey.logic.Course;
import io.throughline.survey.ui.question.FilesDoor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A survey as a customer answers it: first page, one question a step, review, own answers. The step is in the URL. */
@Route("answer/:campaign/:step?")
@RolesAllowed({"CUSTOMER", RespondentPrincipal.ROLE})
class AnswerView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String REVIEW = "review";
    static final String MINE = "mine";

    private final transient Answering answering;
    private final transient AnswerFiles files;
    private final transient CurrentViewer viewers;
    private final transient Texts texts;
    private final transient Clock clock;
    private String href = "";
    private String step = "";
    private String title = "";

    AnswerView(Answering answering, AnswerFiles files, CurrentViewer viewers, Texts texts, Clock clock) {
        this.answering = answering;
        this.files = files;
        this.viewers = viewers;
        this.texts = texts;
        this.clock = clock;
        getContent().addClassName("answer-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var campaign = new CampaignId(
                Ids.parse(event.getRouteParameters().get("campaign").orElse("")));
        step = event.getRouteParameters().get("step").orElse("");
        href = SurveyNavigation.answerHref(campaign);
        show(campaign);
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

    private void show(CampaignId campaign) {
        getContent().removeAll();
        var response = answering.find(campaign);
        if (response.isEmpty()) {
            showFirstPage(campaign);
        } else {
            show(answering.sheet(response.get()));
        }
    }

    private void showFirstPage(CampaignId campaign) {
        var intro = answering.intro(campaign);
        title = intro.title().in(getLocale());
        getContent().add(new PageHeader(title));
        var closes = intro.closesAt();
        if (closes != null && !clock.instant().isBefore(closes)) {
            getContent().add(new Paragraph(getTranslation("answer.closed.unanswered")));
            return;
        }
        if (answering.isEnough(campaign)) {
            showEnough();
            return;
        }
        getContent()
                .add(
                        new Paragraph(intro.why().in(getLocale())),
                        Kit.card(new SurveyFacts(intro, viewers.get().zone())),
                        new StepButtons().onward(getTranslation("answer.start"), () -> begin(campaign)));
    }

    /** Enough answers may have come while the first page was read. */
    private void begin(CampaignId campaign) {
        try {
            answering.start(campaign);
            go("1");
        } catch (DomainException refusal) {
            if (refusal.code() != SurveyError.QUOTA_REACHED) {
                throw refusal;
            }
            getContent().removeAll();
            getContent().add(new PageHeader(title));
            showEnough();
        }
    }

    private void showEnough() {
        var enough = new Paragraph(getTranslation("answer.enough"));
        enough.getElement().setAttribute("role", "status");
        getContent().add(enough);
    }

    private void show(Sheet sheet) {
        var number = step.matches("\\d{1,3}") ? Integer.parseInt(step) : 0;
        var course = sheet.course();
        var steps = course.steps().size();
        title = sheet.intro().title().in(getLocale());
        if (step.equals(MINE)) {
            showMine(sheet);
        } else if (!sheet.open()) {
            getContent()
                    .add(new ResponseStart(sheet, files(sheet), viewers.get().zone(), isByLink(), this::go));
        } else if (number >= 1 && number <= steps) {
            title = getTranslation("answer.step", number, steps) + " · " + title;
            showStep(sheet, course, number);
        } else if (step.equals(REVIEW)) {
            getContent()
                    .add(
                            keep(sheet),
                            new ReviewStep(sheet, files(sheet), missing(sheet), this::go, () -> submit(sheet)));
        } else {
            getContent()
                    .add(
                            keep(sheet),
                            new ResponseStart(sheet, files(sheet), viewers.get().zone(), isByLink(), this::go));
        }
    }

    private void showStep(Sheet sheet, Course course, int number) {
        var entries = course.steps().get(number - 1).entries();
        var one = sheet.content().paging() == Paging.QUESTION;
        var field = one ? entries.getFirst().id().value().toString() : "";
        var shown = new AtomicReference<@Nullable QuestionStep>();
        var keep = keep(sheet, field, () -> {
            var step = shown.get();
            if (step != null && sheet.content().isConditional()) {
                step.show(answering.sheet(sheet.id()).course());
            }
        });
        var step = new QuestionStep(
                sheet, course, number, keep, files(sheet), viewers.get().zone(), this::go, () -> goOn(sheet, number));
        shown.set(step);
        getContent().add(step);
    }

    /** Where the answers lead by now. */
    private void goOn(Sheet sheet, int number) {
        var course =
                sheet.content().isConditional() ? answering.sheet(sheet.id()).course() : sheet.course();
        go(number < course.steps().size() ? String.valueOf(number + 1) : REVIEW);
    }

    private Keep keep(Sheet sheet) {
        return keep(sheet, "", () -> show(sheet.campaign()));
    }

    /**
     * Whatever this tab still keeps of the response is sent again from any of its pages.
     *
     * @param stored runs after each value
     */
    private Keep keep(Sheet sheet, String field, Runnable stored) {
        var keep = new Keep(viewers.get().id(), sheet.id(), field);
        var told = Kit.div("answer-told");
        told.getElement().setAttribute("role", "alert");
        keep.add(told);
        var saving = new Saving(answering, texts, sheet, viewers.get().zone(), () -> tell(told, sheet));
        keep.onValue(value -> {
            getUI().ifPresent(ui -> Keep.answer(ui, value, saving.store(value, getLocale())));
            stored.run();
        });
        keep.onReturn(saving::look);
        return keep;
    }

    private void tell(Div told, Sheet sheet) {
        told.removeAll();
        told.add(
                new Span("! " + getTranslation("answer.elsewhere")),
                new Button(getTranslation("answer.elsewhere.load"), click -> show(sheet.campaign())));
    }

    private void submit(Sheet sheet) {
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
