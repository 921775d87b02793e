package io.throughline.survey;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyStore;
import io.throughline.survey.intake.ExportedAgain;
import io.throughline.survey.intake.ImportMap;
import io.throughline.survey.intake.ImportRun;
import io.throughline.survey.intake.ImportedLine;
import io.throughline.survey.intake.ImportedResponses;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in answers that were given elsewhere. All lines or none: a file with a bad line imports nothing. A respondent
 * imported before is left alone, so that the same file can be given again.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
public class ResponseImport {

    private final SurveyStore surveys;
    private final SurveyAccess access;
    private final CampaignAccess campaigns;
    private final ImportedResponses imported;
    private final CurrentViewer viewer;

    ResponseImport(
            SurveyStore surveys,
            SurveyAccess access,
            CampaignAccess campaigns,
            ImportedResponses imported,
            CurrentViewer viewer) {
        this.surveys = surveys;
        this.access = access;
        this.campaigns = campaigns;
        this.imported = imported;
        this.viewer = viewer;
    }

    /** @param map as JSON @param leftOut places of the questions, from 1, of which the file brings nothing */
    public record Recognised(String map, List<Integer> leftOut) {}

    /**
     * Imports a file of answers into the newest campaign of a survey.
     *
     * @param surveyKey as shown, e.g. SUR-3
     * @param map which column goes where, see the user manual of {@code import-responses}
     * @param csv RFC 4180 with a heading line; semicolons or tabs between the columns are understood, too
     * @param dryRun only say what would be done
     * @throws DomainException UNKNOWN_SURVEY_KEY, NOT_PUBLISHED, IMPORT_MAP_INVALID, IMPORT_COLUMN_MISSING,
     *     NOT_ALLOWED for a project manager who doesn't edit the survey, ANONYMOUS_NO_IMPORT
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
    public ImportReport importResponses(String surveyKey, String map, String csv, boolean dryRun) {
        var campaign = campaign(surveyKey);
        ImportedResponses.requireNames(campaign);
        var version = access.version(campaign.surveyVersion());
        var content = version.content();
        var fresh = new ArrayList<ImportedLine>();
        var run = new ImportRun(content, ImportMap.parse(map), imported.voices(campaign.id()), lines -> {
            var unknown = imported.fresh(campaign.id(), lines);
            fresh.addAll(unknown);
            return unknown.size();
        });
        run.read(csv);
        if (run.isRefused() || dryRun) {
            return run.report(false);
        }
        imported.store(campaign, version.languages().getFirst(), fresh, Hashes.sha256(csv));
        return run.report(true);
    }

    /**
     * How an export of the portal's own responses is read, as the map to give with it.
     *
     * @param csv the table of responses in it
     * @throws DomainException as {@link #importResponses}; IMPORT_NO_EXPORT, IMPORT_EXPORT_NAMELESS, IMPORT_NOT_A_TABLE
     */
    public Recognised recognise(String surveyKey, String csv) {
        var content = access.version(campaign(surveyKey).surveyVersion()).content();
        var recognised = ExportedAgain.recognise(content, csv);
        return new Recognised(recognised.map().json(), recognised.leftOut());
    }

    private Campaign campaign(String surveyKey) {
        var survey = surveys.byKey(surveyKey)
                .filter(one -> viewer.find()
                        .map(person -> !one.isDraft() || one.isEditedBy(person.id()))
                        .orElse(true))
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_SURVEY_KEY, surveyKey));
        requireImporter(survey);
        return campaigns.newest(survey).orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, surveyKey));
    }

    /** Answers are brought in by those who ask, or by an administrator; who may only read a survey adds none to it. */
    private void requireImporter(Survey survey) {
        viewer.find()
                .filter(person -> !person.is(Role.ADMINISTRATOR) && !survey.isEditedBy(person.id()))
                .ifPresent(reader -> {
                    throw new DomainException(CommonError.NOT_ALLOWED);
                });
    }
}
