package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Moment;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.ui.SharingFields;
import java.time.ZoneId;

/** Who asks, how long it takes, until when, who sees the answers, and how the organisation's voice counts. */
public class SurveyFacts extends Composite<DescriptionList> {

    public SurveyFacts(SurveyIntro intro, ZoneId zone) {
        getContent().addClassName("answer-facts");
        fact("who", new Span(intro.askedBy()));
        fact("long", new Span(getTranslation("answer.minutes", intro.minutes())));
        var closes = intro.closesAt();
        if (closes != null) {
            fact("until", new Moment(closes, zone));
        }
        fact("seen", new Span(getTranslation("answer.seen." + intro.confidentiality(), intro.groupSize())));
        var sharing = intro.sharing();
        if (sharing != null) {
            fact("results", new Span(getTranslation(SharingFields.told(sharing))));
        }
        var until = intro.keepUntil();
        if (until != null) {
            fact("kept", new Span(getTranslation("retention.told.asked", Texts.day(until, getLocale()))));
        }
        var weight = intro.weight();
        if (weight != null && intro.confidentiality() != Confidentiality.ANONYMOUS) {
            fact("voice", new Span(getTranslation("answer.voice", intro.organisation(), weight)));
        }
    }

    private void fact(String key, Component description) {
        getContent().add(new Term(getTranslation("answer.fact." + key)), new Description(description));
    }
}
