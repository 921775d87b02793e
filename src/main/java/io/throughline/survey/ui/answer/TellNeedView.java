package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.NeedBox;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.AnswerField;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** Always open to customers: a need in their own words, outside any survey. */
@Route(SurveyNavigation.TELL)
@RolesAllowed("CUSTOMER")
class TellNeedView extends Composite<Div> implements HasDynamicTitle {

    private static final String FIELD = "need";

    private final transient NeedBox box;
    private final transient CurrentViewer viewers;
    private final Div form = new Div();
    private final Div problem = new Div();
    private transient OwnWords.Answer need = new OwnWords.Answer("");
    private UUID request = Ids.next();

    TellNeedView(NeedBox box, CurrentViewer viewers) {
        this.box = box;
        this.viewers = viewers;
        problem.addClassName("answer-missing");
        problem.getElement().setAttribute("role", "alert");
        getContent().addClassName("answer-page");
        getContent()
                .add(
                        new PageHeader(getTranslation("answer.tell.title")),
                        new Paragraph(getTranslation("answer.tell.explanation")),
                        form,
                        problem,
                        new StepButtons()
                                .onward(getTranslation("answer.tell.send"), this::send)
                                .other(Kit.link("my-needs", getTranslation("answer.tell.before"))));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("answer.tell.title");
    }

    private void show() {
        need = new OwnWords.Answer("");
        var question = new OwnWords(
                new QuestionId(viewers.get().id().value()),
                LocalizedText.of(getLocale(), getTranslation("answer.tell.words")),
                LocalizedText.of(getLocale(), ""),
                true);
        var keep = new Keep(viewers.get().id(), viewers.get().id(), FIELD).holding();
        keep.add(
                AnswerField.of(
                        question, question.blank(), getLocale(), question.id().value()),
                keep.state(""));
        keep.onValue(value -> {
            need = (OwnWords.Answer) AnswerField.read(question, value.value());
            request = value.stamp().tab();
        });
        form.removeAll();
        form.add(keep);
    }

    private void send() {
        problem.removeAll();
        try {
            box.tell(request, need);
        } catch (DomainException refusal) {
            if (refusal.code() != CommonError.REQUIRED) {
                throw refusal;
            }
            problem.add(new Badge(Tone.WARN, "!", getTranslation("answer.tell.missing")));
            form.getElement().executeJs("this.querySelector('textarea').focus()");
            return;
        }
        getUI().ifPresent(ui -> Keep.forget(ui, viewers.get().id()));
        show();
        Notices.done(getTranslation("answer.tell.thanks"));
    }
}
