package io.throughline.survey.port;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.survey.Answering;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.ResponseState;
import io.throughline.survey.design.SurveyLinks;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Surveys a customer has not submitted yet. */
@Component
class SurveyWaiting implements WaitingSource {

    private static final int MOST = 50;

    private final Answering answering;

    SurveyWaiting(Answering answering) {
        this.answering = answering;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        var organisation = viewer.organisation();
        if (!viewer.is(Role.CUSTOMER) || organisation == null) {
            return List.of();
        }
        return answering.open().stream()
                .filter(survey -> survey.state() != ResponseState.SUBMITTED)
                .limit(MOST)
                .map(survey -> waiting(survey, viewer.locale()))
                .toList();
    }

    private static Waiting waiting(OpenSurvey survey, Locale locale) {
        var key = switch (survey.state()) {
            case NOT_STARTED -> "survey.waiting.answer";
            case IN_PROGRESS ->
                survey.confidentiality() == Confidentiality.ANONYMOUS
                        ? "survey.waiting.code"
                        : "survey.waiting.continue";
            case EDITED, SUBMITTED -> "survey.waiting.resubmit";
        };
        return new Waiting(
                "surveys",
                key,
                List.of(survey.title().in(locale), survey.answered(), survey.questions()),
                SurveyLinks.answer(survey.id()),
                survey.closesAt());
    }
}
