package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.CopyButton;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.ballot.BallotKey;
import io.throughline.survey.ballot.Ballots;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way into an anonymous survey: beginning with a code, or coming back with it, on this device or another one. */
class BallotDoor extends Composite<Div> {

    private final transient Ballots ballots;
    private final transient Texts texts;
    private final CampaignId campaign;
    private final transient SurveyIntro intro;
    private final boolean open;
    private final transient Function<Runnable, Component> firstPage;
    private final transient Supplier<Component> found;
    private final transient Consumer<BallotKey> opened;
    private final BallotMemory memory;
    private final Div shown = Kit.stack();

    /**
     * @param open whether answers are taken
     * @param firstPage for who has not begun, with what begins
     * @param found the way to the results, if there is one
     * @param opened gets the key of a ballot there is
     */
    BallotDoor(
            Ballots ballots,
            Texts texts,
            CampaignId campaign,
            SurveyIntro intro,
            boolean open,
            PersonId owner,
            Function<Runnable, Component> firstPage,
            Supplier<Component> found,
            Consumer<BallotKey> opened) {
        this.ballots = ballots;
        this.texts = texts;
        this.campaign = campaign;
        this.intro = intro;
        this.open = open;
        this.firstPage = firstPage;
        this.found = found;
        this.opened = opened;
        memory = new BallotMemory(owner, campaign);
        memory.onRecall(this::recalled);
        getContent().add(memory, shown);
    }

    /** What this browser remembers opens the ballot without a question. */
    private void recalled(String code) {
        try {
            if (code.isEmpty() || !opens(code)) {
                showStanding();
            }
        } catch (DomainException refusal) {
            if (refusal.code() != SurveyError.BALLOT_PAUSED) {
                throw refusal;
            }
            // The code may well be right: it stays remembered.
            show(
                    heading(),
                    new Paragraph(texts.of(refusal, getLocale())),
                    new StepButtons().onward(getTranslation("save.retry"), () -> recalled(code)));
        }
    }

    private void showStanding() {
        switch (ballots.standing(campaign)) {
            case NOT_BEGUN -> show(firstPage.apply(this::begin));
            case BEGUN -> {
                if (open) {
                    askForCode();
                } else {
                    show(new BallotPage(intro, "ballot.closed"), found.get());
                }
            }
            case DONE -> show(BallotPage.submitted(intro, open), found.get());
        }
    }

    private boolean opens(String code) {
        try {
            var key = BallotKey.parse(code);
            var _ = ballots.open(campaign, key);
            opened.accept(key);
            return true;
        } catch (DomainException refusal) {
            if (refusal.code() == SurveyError.BALLOT_UNKNOWN || refusal.code() == SurveyError.BALLOT_CODE_MISTYPED) {
                memory.forget();
                return false;
            }
            throw refusal;
        }
    }

    /** Makes the ballot and tells its code, once. @throws DomainException as {@link Ballots#begin} */
    private void begin() {
        var key = ballots.begin(campaign);
        memory.keep(key.code());
        var code = new Span(key.code());
        code.addClassName("ballot-code");
        show(
                StepButtons.heading(getTranslation("ballot.code.heading")),
                new Paragraph(getTranslation("ballot.code.text")),
                Kit.card(code, new CopyButton(getTranslation("ballot.code.copy"), key.code())),
                new Paragraph("! " + getTranslation("ballot.code.lost")),
                new StepButtons()
                        .other(
                                getTranslation("answer.print"),
                                () -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")))
                        .onward(getTranslation("ballot.code.noted"), () -> opened.accept(key)));
    }

    private void askForCode() {
        var code = new TextField(getTranslation("ballot.enter.code"));
        code.setHelperText(getTranslation("ballot.enter.help"));
        code.setWidthFull();
        code.setManualValidation(true);
        code.getElement().setAttribute("autocomplete", "off");
        code.getElement().setAttribute("spellcheck", "false");
        var open = new Button(getTranslation("ballot.enter.open"), click -> enter(code));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        show(
                heading(),
                new Paragraph(getTranslation("ballot.enter.text")),
                Kit.card(Kit.stack(code, Kit.row(open))),
                Kit.card(
                        getTranslation("ballot.lost"),
                        new Paragraph(getTranslation("ballot.lost.text", intro.groupSize()))));
    }

    private void enter(TextField code) {
        try {
            var key = BallotKey.parse(code.getValue());
            var _ = ballots.open(campaign, key);
            memory.keep(key.code());
            opened.accept(key);
        } catch (DomainException refusal) {
            code.setErrorMessage(texts.of(refusal, getLocale()));
            code.setInvalid(true);
            code.focus();
        }
    }

    private Component heading() {
        return StepButtons.heading(intro.title().in(getLocale()));
    }

    private void show(Component... page) {
        shown.removeAll();
        shown.add(page);
    }
}
