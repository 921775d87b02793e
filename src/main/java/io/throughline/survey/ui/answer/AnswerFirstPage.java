package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyIntro;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** Who asks and why, before anything is begun. */
public class AnswerFirstPage extends Composite<Div> {

    private final SurveyIntro intro;
    private final Div elsewhere = new Div();

    /** Whether one can begin. */
    public enum State {
        OPEN,
        /** Enough answers like the viewer's are there. */
        ENOUGH,
        CLOSED
    }

    /** @param begin may refuse with QUOTA_REACHED: enough may have come while this page was read */
    public AnswerFirstPage(SurveyIntro intro, State state, ZoneId zone, Runnable begin) {
        this.intro = intro;
        switch (state) {
            case CLOSED -> {
                var removed = intro.removedAt();
                if (removed == null) {
                    say("answer.closed.unanswered");
                } else {
                    say("retention.removed.asked", Date.from(removed));
                }
            }
            case ENOUGH -> sayEnough();
            case OPEN ->
                getContent()
                        .add(
                                new PageHeader(intro.title().in(getLocale())),
                                new Paragraph(intro.why().in(getLocale())),
                                facts(zone),
                                new StepButtons().onward(getTranslation("answer.start"), () -> attempt(begin)));
        }
    }

    private Component facts(ZoneId zone) {
        var facts = Kit.stack(Kit.card(new SurveyFacts(intro, zone)));
        if (intro.confidentiality() == Confidentiality.ANONYMOUS) {
            facts.add(promise());
        }
        return facts;
    }

    /** What anonymous means, before anything is begun: also what can't be had with it. */
    private Component promise() {
        var points = new UnorderedList();
        for (var point : List.of("who", "code", "final", "few." + intro.counting(), "limits")) {
            points.add(
                    new ListItem(getTranslation("ballot.promise." + point, intro.groupSize(), intro.groupSize() - 1)));
        }
        return Kit.card(getTranslation("ballot.promise"), points);
    }

    private void attempt(Runnable begin) {
        try {
            begin.run();
        } catch (DomainException refusal) {
            if (refusal.code() != SurveyError.QUOTA_REACHED) {
                throw refusal;
            }
            sayEnough();
        }
    }

    /** @param ways where somebody may go on who comes after the quota was reached */
    AnswerFirstPage otherwise(Component... ways) {
        elsewhere.add(ways);
        return this;
    }

    private void sayEnough() {
        say("answer.enough");
        getContent().add(elsewhere);
    }

    private void say(String key, Object... arguments) {
        var said = new Paragraph(getTranslation(key, arguments));
        said.getElement().setAttribute("role", "status");
        getContent().removeAll();
        getContent().add(new PageHeader(intro.title().in(getLocale())), said);
    }
}
