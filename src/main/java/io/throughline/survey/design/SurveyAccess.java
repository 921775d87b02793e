package io.throughline.survey.design;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a survey: editors everything, other project managers and managers read once it is published. Whether
 * they may know who answered, and who said what, is judged here only.
 */
@Component
public class SurveyAccess {

    /** Of campaign c: whether :me, who may read its results, may know who answered. */
    public static final String NAMES = """
             (c.confidentiality = 'NAMED' or c.confidentiality = 'CONFIDENTIAL' and exists (
                 select 1 from survey y where y.id = c.survey_id and (y.owner_id = :me or exists (
                     select 1 from survey_co_editor e where e.survey_id = y.id and e.person_id = :me))))
            """;

    /** Who may not know names sees no group of fewer people. */
    public static final int SMALLEST_GROUP = 5;

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final CurrentViewer viewer;

    SurveyAccess(SurveyRepository surveys, SurveyVersionRepository versions, CurrentViewer viewer) {
        this.surveys = surveys;
        this.versions = versions;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND, also for somebody else's draft */
    public Survey readable(SurveyId id) {
        return find(id).orElseThrow(DomainException::notFound);
    }

    /**
     * What the viewer reads of a survey: the draft where they edit it, else what was published last.
     *
     * @throws DomainException NOT_FOUND, also for somebody else's draft
     */
    public SurveyContent content(SurveyId id) {
        var survey = readable(id);
        return survey.isEditedBy(viewer.get().id()) ? survey.content() : asked(survey);
    }

    /** What was published last; the draft where nothing was. */
    public SurveyContent asked(Survey survey) {
        return versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid())
                .map(SurveyVersion::content)
                .orElseGet(survey::content);
    }

    public boolean isReadable(SurveyId id) {
        return find(id).isPresent();
    }

    private Optional<Survey> find(SurveyId id) {
        return surveys.findById(id.value())
                .filter(survey ->
                        !survey.isDraft() || survey.isEditedBy(viewer.get().id()));
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED where it may be read only */
    public Survey editable(SurveyId id) {
        var survey = readable(id);
        if (!survey.isEditedBy(viewer.get().id())) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        return survey;
    }

    /** Whether the viewer edits it. */
    public boolean isEditedByViewer(SurveyId id) {
        return surveys.findById(id.value())
                .filter(survey -> survey.isEditedBy(viewer.get().id()))
                .isPresent();
    }

    /** @throws DomainException NOT_FOUND */
    public SurveyVersion version(SurveyVersionId id) {
        return versions.findById(id.value()).orElseThrow(DomainException::notFound);
    }
}
