package io.throughline.survey.design;

import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Surveys and their published versions, kept and found. Who may do it is asked by whoever calls. */
@Component
public class SurveyStore {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;

    SurveyStore(SurveyRepository surveys, SurveyVersionRepository versions) {
        this.surveys = surveys;
        this.versions = versions;
    }

    public Survey save(Survey survey) {
        return surveys.save(survey);
    }

    /** The survey as publishing left it, and what was published; rows of other tables may refer to it at once. */
    public SurveyVersion save(Survey survey, SurveyVersion published) {
        surveys.save(survey);
        try {
            return versions.saveAndFlush(published);
        } catch (DuplicateKeyException e) {
            // Somebody else published meanwhile: a second look finds it.
            throw new CannotAcquireLockException("a version of this number was published meanwhile", e);
        }
    }

    /** @param key as shown, e.g. SUR-3 */
    public Optional<Survey> byKey(String key) {
        return surveys.findByKey(key);
    }

    /** What was published last. */
    public Optional<SurveyVersion> newest(Survey survey) {
        return versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid());
    }

    public Optional<SurveyVersion> numbered(Survey survey, int number) {
        return versions.findBySurveyIdAndNumber(survey.uuid(), number);
    }
}
