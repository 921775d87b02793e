package io.throughline.survey.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.ui.answer.AnswerFirstPage;
import io.throughline.survey.ui.answer.AnswerPages;
import io.throughline.survey.ui.answer.LanguageChoice;
import io.throughline.survey.ui.answer.QuestionStep;
import io.throughline.survey.ui.answer.StepButtons;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The draft as a respondent will answer it, page by page, beside its design: it follows every edit, its conditions work, and
 * what is tried in it is forgotten. Drawn in the language chosen here, whatever the portal's is.
 */
public class LivePreview extends Composite<Section> {

    private final transient Supplier<SurveyContent> draft;
    private final transient Supplier<SurveyIntro> intro;
    private final transient CurrentViewer viewers;
    private final transient Clock clock;
    private final transient TriedAnswers tried;
    private final CampaignId nowhere = CampaignId.next();
    private final Div languages = Kit.div("survey-live-language");
    private final Div screen = Kit.div("answer-page");
    private final Div device = Kit.div("survey-device", screen);
    private final Button opener = new Button();
    private List<Locale> offered = List.of();
    private Locale language = Locale.ENGLISH;
    private String step = "";

    /**
     * @param draft as it is by now
     * @param intro what stands on the first page
     */
    public LivePreview(Supplier<SurveyContent> draft, Supplier<SurveyIntro> intro, CurrentViewer viewers, Clock clock) {
        this.draft = draft;
        this.intro = intro;
        this.viewers = viewers;
        this.clock = clock;
        this.tried = new TriedAnswers(viewers.get().id(), clock);
        getContent().addClassName("survey-live");
        opener.setText(getTranslation("surveys.live"));
        opener.addClickListener(click -> show(!getContent().isVisible()));
        show(false);
        getContent()
                .add(
                        Kit.row(new H2(getTranslation("surveys.live")), close()),
                        new Badge(Tone.WARN, "◌", getTranslation("surveys.live.nothing-counts")),
                        Kit.row(
                                languages,
                                widths(),
                                new Button(getTranslation("surveys.live.again"), click -> again())),
                        device);
    }

    /** Opens and closes it. */
    public Button opener() {
        return opener;
    }

    private void show(boolean open) {
        getContent().setVisible(open);
        opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
        refresh();
    }

    private Button close() {
        var close = new Button("×", click -> {
            show(false);
            opener.focus();
        });
        close.setAriaLabel(getTranslation("surveys.live.close"));
        close.addClassName("survey-live-close");
        return close;
    }

    /** After an edit. */
    public void refresh() {
        if (!getContent().isVisible()) {
            return;
        }
        var content = draft.get();
        if (!content.locales().equals(offered)) {
            offer(content.locales());
        }
        tried.fit(content);
        draw();
    }

    private void offer(List<Locale> all) {
        offered = all;
        language = all.contains(language)
                ? language
                : all.stream()
                        .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                        .findFirst()
                        .orElse(all.getFirst());
        languages.removeAll();
        languages.add(new LanguageChoice(all, language, chosen -> {
            language = chosen;
            draw();
        }));
    }

    private Select<Device> widths() {
        var widths = new Select<Device>();
        widths.addClassName("survey-live-width");
        widths.setAriaLabel(getTranslation("surveys.live.width"));
        widths.setItems(Device.values());
        widths.setItemLabelGenerator(one -> Labels.of(this, one));
        widths.addValueChangeListener(change -> {
            for (var one : Device.values()) {
                getContent().setClassName(one.styled(), one == change.getValue());
            }
        });
        widths.setValue(Device.PHONE);
        return widths;
    }

    private void again() {
        tried.forget();
        go("");
    }

    private void go(String to) {
        step = to;
        draw();
        screen.getElement().executeJs("this.querySelector('.answer-title')?.focus({ preventScroll: true })");
    }

    private void draw() {
        screen.getElement().setAttribute("lang", language.getLanguage());
        inItsLanguage(() -> {
            screen.removeAll();
            screen.add(page(sheet(intro.get())));
        });
    }

    /** As a response somebody is giving. */
    private AnswerSheet sheet(SurveyIntro now) {
        return new AnswerSheet(
                tried.response(),
                nowhere,
                now,
                draft.get(),
                tried.all(),
                ResponseState.IN_PROGRESS,
                true,
                0,
                null,
                clock.instant());
    }

    private Component page(AnswerSheet sheet) {
        var zone = viewers.get().zone();
        var steps = sheet.course().steps().size();
        var number = step.isEmpty() || step.equals(AnswerPages.REVIEW) ? 0 : Math.min(Integer.parseInt(step), steps);
        if (number > 0) {
            var home = new Button(sheet.intro().title().in(language), click -> go(""));
            home.addClassName("survey-live-home");
            home.addThemeVariants(ButtonVariant.TERTIARY);
            return new QuestionStep(
                    sheet,
                    number,
                    home,
                    (field, stored) -> tried.around(sheet.questions(), field, () -> inItsLanguage(stored)),
                    null,
                    zone,
                    this::go,
                    () -> sheet(sheet.intro()));
        }
        return step.isEmpty() || steps == 0
                ? new AnswerFirstPage(sheet.intro(), AnswerFirstPage.State.OPEN, zone, () -> go("1"))
                : end(steps);
    }

    private Component end(int steps) {
        return new Div(
                StepButtons.heading(getTranslation("answer.review")),
                new Paragraph(getTranslation("surveys.live.end")),
                new StepButtons()
                        .other(getTranslation("answer.back"), () -> go(String.valueOf(steps)))
                        .onward(getTranslation("surveys.live.again"), this::again));
    }

    /** Components are drawn in the language of their page: for a moment that is the one chosen here. */
    private void inItsLanguage(Runnable draw) {
        var ui = UI.getCurrent();
        var before = ui.getLocale();
        try {
            ui.setLocale(language);
            draw.run();
        } finally {
            ui.setLocale(before);
        }
    }
}
