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
import java.util.stream.Collectors;
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
        var open = answering.open().stream()
                .filter(survey -> survey.state() != ResponseState.SUBMITTED)
                .limit(MOST)
                .toList();
        var called = open.stream()
                .collect(Collectors.groupingBy(survey -> survey.title().in(viewer.locale()), Collectors.counting()));
        return open.stream()
                .map(survey -> {
                    var title = survey.title().in(viewer.locale());
                    return waiting(survey, title, called.getOrDefault(title, 1L) > 1);
                })
                .toList();
    }

    /** @param alike whether another is called the same, so that the round tells them apart */
    private static Waiting waiting(OpenSurvey survey, String title, boolean alike) {
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
                List.of(title, survey.answered(), survey.questions(), alike ? survey.round() : 0),
                SurveyLinks.answer(survey.id()),
                survey.closesAt());
    }
}
