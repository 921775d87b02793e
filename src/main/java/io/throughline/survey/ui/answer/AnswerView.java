package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
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
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Gap;
import io.throughline.survey.QuestionId;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.ballot.BallotKey;
import io.throughline.survey.ballot.Ballots;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.FilesDoor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A survey as a customer answers it: first page, one question a step, review, own answers. The step is in the URL. */
@Route("answer/:campaign/:step?")
@RolesAllowed({"CUSTOMER", RespondentPrincipal.ROLE})
class AnswerView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Answering answering;
    private final transient Ballots ballots;
    private final transient AnswerFiles files;
    private final transient ResponseHistory history;
    private final transient SharedResults shared;
    private final transient CurrentViewer viewers;
    private final transient Texts texts;
    private final transient Clock clock;
    private String href = "";
    private String step = "";
    /** Whoever comes from looking all over goes on with that. */
    private boolean lookingOver;

    private String title = "";
    private final transient AnswerKeeper keeper;
    private CampaignId campaign;
    private transient @Nullable BallotKey ballot;

    @SuppressWarnings("NullAway.Init") // the campaign stands in the address
    AnswerView(
            Answering answering,
            Ballots ballots,
            AnswerFiles files,
            ResponseHistory history,
            SharedResults shared,
            CurrentViewer viewers,
            Texts texts,
            Clock clock) {
        this.answering = answering;
        this.ballots = ballots;
        this.files = files;
        this.history = history;
        this.shared = shared;
        this.viewers = viewers;
        this.texts = texts;
        this.clock = clock;
        this.keeper = new AnswerKeeper(viewers, texts, this::show);
        getContent().addClassName("answer-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        campaign = new CampaignId(
                Ids.parse(event.getRouteParameters().get("campaign").orElse("")));
        lookingOver = step.equals(AnswerPages.REVIEW);
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
        if (response.isPresent()) {
            show(new ResponseBook(answering, response.get()));
            return;
        }
        var intro = answering.intro(campaign);
        title = intro.title().in(getLocale());
        if (intro.confidentiality() != Confidentiality.ANONYMOUS) {
            getContent().add(firstPage(intro, () -> {
                answering.start(campaign);
                go("1");
            }));
        } else {
            showAnonymous(intro);
        }
    }

    private Component firstPage(SurveyIntro intro, Runnable begin) {
        var first = new AnswerFirstPage(intro, state(intro), viewers.get().zone(), begin);
        if (!isByLink()) {
            first.otherwise(Kit.link(SurveyNavigation.TELL, getTranslation("answer.enough.tell")));
        }
        return new Div(language(intro), first, found());
    }

    /** The way to what all have said together, for who may see it. */
    private Component found() {
        var link = Kit.link(SurveyNavigation.sharedHref(campaign), getTranslation("sharing.open"));
        link.setVisible(shared.isShared(campaign));
        return link;
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

    private void showAnonymous(SurveyIntro intro) {
        if (ballot == null) {
            getContent()
                    .add(new BallotDoor(
                            ballots,
                            texts,
                            campaign,
                            intro,
                            state(intro) != AnswerFirstPage.State.CLOSED,
                            viewers.get().id(),
                            begin -> firstPage(intro, begin),
                            this::found,
                            this::opened));
            return;
        }
        try {
            show(new BallotBook(ballots, campaign, ballot), intro);
        } catch (DomainException refusal) {
            if (refusal.code() != SurveyError.BALLOT_UNKNOWN) {
                throw refusal;
            }
            // Counted meanwhile.
            ballot = null;
            showAnonymous(intro);
        }
    }

    private void show(BallotBook book, SurveyIntro intro) {
        var sheet = book.sheet();
        if (sheet.state() == ResponseState.SUBMITTED) {
            getContent().add(BallotPage.submitted(intro, sheet.open()), found());
        } else if (!sheet.open()) {
            getContent().add(new BallotPage(intro, "ballot.closed"), found());
        } else {
            show(book);
        }
    }

    private void opened(BallotKey key) {
        ballot = key;
        show();
    }

    private void show(AnswerBook book) {
        var sheet = book.sheet();
        var number = step.matches("\\d{1,3}") ? Integer.parseInt(step) : 0;
        var steps = sheet.course().steps().size();
        title = sheet.intro().title().in(getLocale());
        boolean asks = sheet.open() && number >= 1 && number <= steps;
        if (!asks) {
            getContent().add(language(sheet.intro()));
        }
        if (step.equals(AnswerPages.MINE) && book instanceof ResponseBook) {
            getContent()
                    .add(new ResponsePaper(
                            sheet,
                            files(sheet),
                            viewers.get().name(),
                            viewers.get().zone()));
        } else if (step.equals(AnswerPages.EARLIER) && book instanceof ResponseBook) {
            getContent()
                    .add(new EarlierPage(
                            sheet,
                            history.of(sheet.id()),
                            files(sheet),
                            viewers.get().zone()));
        } else if (!sheet.open()) {
            getContent()
                    .add(new ResponseStart(sheet, files(sheet), viewers.get().zone(), isByLink(), found(), this::go));
        } else if (asks) {
            title = getTranslation("answer.step", number, steps) + " · " + title;
            var asked = new QuestionStep(
                    sheet,
                    number,
                    Kit.row(Kit.link(href, sheet.intro().title().in(getLocale())), language(sheet.intro())),
                    (field, stored) -> keeper.around(book, sheet, field, stored),
                    files(sheet),
                    viewers.get().zone(),
                    this::go,
                    book::sheet);
            getContent().add(lookingOver ? asked.fromReview() : asked);
        } else if (step.equals(AnswerPages.REVIEW)) {
            getContent()
                    .add(
                            keeper.around(book, sheet),
                            new ReviewStep(sheet, files(sheet), missing(book), this::go, () -> submit(book, sheet)));
        } else {
            getContent()
                    .add(
                            keeper.around(book, sheet),
                            new ResponseStart(
                                    sheet, files(sheet), viewers.get().zone(), isByLink(), found(), this::go));
        }
    }

    /** What this tab still keeps because it could not be stored must be stored first: submitting would leave it behind. */
    private void submit(AnswerBook book, AnswerSheet sheet) {
        if (keeper.holdsUnsaved()) {
            Notices.refused(getTranslation("answer.unsaved"));
            show();
            return;
        }
        book.submit();
        getUI().ifPresent(ui -> Keep.forget(ui, sheet.id()));
        Notices.done(getTranslation("answer.thanks"));
        go("");
    }

    private Map<QuestionId, List<String>> missing(AnswerBook book) {
        return book.gaps().stream().collect(Collectors.toMap(Gap::question, this::words));
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

    private FilesDoor files(AnswerSheet sheet) {
        return new StoredFiles(files, sheet.id());
    }

    private void go(String to) {
        getUI().ifPresent(ui -> ui.navigate(to.isEmpty() ? href : href + "/" + to));
    }
}
