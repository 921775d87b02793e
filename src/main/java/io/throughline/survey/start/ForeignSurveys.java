package io.throughline.survey.start;

import io.throughline.shared.DomainException;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.foreign.Foreign;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Surveys written for other tools become drafts here. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class ForeignSurveys {

    private final Surveys surveys;

    ForeignSurveys(Surveys surveys) {
        this.surveys = surveys;
    }

    /**
     * What a file of LimeSurvey ({@code .lss}) or SurveyJS (JSON) holds, told apart by its content; nothing is stored.
     *
     * @throws DomainException FOREIGN_NOT_READABLE or FOREIGN_OTHER_ENCODING with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY
     */
    public Foreign read(byte[] file) {
        return Foreign.of(file);
    }

    /** Makes it a new draft of the viewer's. @throws DomainException TOO_LONG */
    @Command
    public SurveyId create(Foreign survey) {
        return surveys.create(survey.content());
    }
}
