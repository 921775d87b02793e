package io.throughline.survey.answer;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.campaign.LinkScope;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.FileFormat;
import io.throughline.survey.question.FileQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files given as answers. Taking one in doesn't make it an answer yet: that it is once an answer with its id is
 * saved. Until it is submitted, only the person who gave it can have it back.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CUSTOMER','PROJECT_MANAGER','MANAGER','RESPONDENT')")
public class AnswerFiles {

    /** Files taken back stay stored, so that no submitted answer ever loses one: there is an end to it. */
    private static final int TRIES_A_FILE = 4;

    private static final String STORED = """
            select f.id, f.name, f.media_type, f.bytes, r.person_id, c.survey_id, c.id campaign_id,
                   exists (select 1 from submitted_answer s
                           where s.response_id = f.response_id and s.revision = r.submitted_revision
                             and s.question_id = f.question_id
                             and json_contains(s.content, json_quote(cast(f.id as char)), '$.files')) submitted
            from answer_file f
            join response r on r.id = f.response_id
            join campaign c on c.id = r.campaign_id""";

    private final SurveyAccess access;
    private final LinkScope scope;
    private final VersionContents contents;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerFiles(
            SurveyAccess access,
            LinkScope scope,
            VersionContents contents,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.scope = scope;
        this.contents = contents;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file with its bytes. */
    public record Content(AnswerFile file, byte[] bytes) {}

    /**
     * Takes a file in for a response of the viewer's own.
     *
     * @param name as the person's machine called it
     * @param content all of it
     * @throws DomainException NOT_FOUND, NOT_YET_OPEN, CLOSED, UNKNOWN_QUESTION, FILE_EMPTY, FILE_TOO_LARGE,
     *     FILE_KIND_NOT_ASKED, TOO_MANY_UPLOADS
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public AnswerFile take(ResponseId response, QuestionId question, String name, byte[] content) {
        scope.require(response);
        var asked = asked(response, question);
        var format = FileFormat.of(content);
        asked.refuses(content.length, format.orElse(null)).stream().findFirst().ifPresent(problem -> {
            throw new DomainException(problem.code(), problem.arguments().toArray());
        });
        var found = format.orElseThrow();
        int most = asked.most() * TRIES_A_FILE;
        if (countOf(response, question) >= most) {
            throw new DomainException(SurveyError.TOO_MANY_UPLOADS, most);
        }
        var file = new AnswerFile(FileId.next(), found.named(name), found.mediaType(), content.length);
        jdbc.sql("""
                        insert into answer_file (id, response_id, question_id, name, media_type, bytes, content, given_at)
                        values (:id, :response, :question, :name, :type, :bytes, :content, :at)""")
                .param("id", file.id().value())
                .param("response", response.value())
                .param("question", question.value())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("content", content)
                .param("at", Utc.column(Utc.now(clock)))
                .update();
        return file;
    }

    /** Locks the response, so that files sent side by side are counted one after the other. */
    private FileQuestion asked(ResponseId response, QuestionId question) {
        var campaign = jdbc.sql("select campaign_id from response where id = ? and person_id = ? for update")
                .params(response.value(), viewer.get().id().value())
                .query(UUID.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        var version = jdbc.sql("""
                        select survey_version_id, opens_at, least(closes_at, coalesce(closed_at, closes_at)) closes
                        from campaign where id = ?""")
                .param(campaign)
                .query((row, number) -> openVersion(row))
                .single();
        if (contents.of(version).question(question) instanceof FileQuestion asked) {
            return asked;
        }
        throw new DomainException(SurveyError.UNKNOWN_QUESTION);
    }

    private SurveyVersionId openVersion(ResultSet row) throws SQLException {
        var now = clock.instant();
        var closes = Utc.instant(row, "closes");
        if (now.isBefore(Utc.instant(row, "opens_at"))) {
            throw new DomainException(SurveyError.NOT_YET_OPEN);
        }
        if (!now.isBefore(closes)) {
            throw new DomainException(SurveyError.CLOSED, closes);
        }
        return new SurveyVersionId(Columns.uuid(row, "survey_version_id"));
    }

    private int countOf(ResponseId response, QuestionId question) {
        return jdbc.sql("select count(*) from answer_file where response_id = ? and question_id = ?")
                .params(response.value(), question.value())
                .query(Integer.class)
                .single();
    }

    /** Those of these files the viewer may have, in the order asked for; others are left out like missing ones. */
    public List<AnswerFile> named(Collection<FileId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var person = viewer.get();
        var found = jdbc.sql(STORED + " where f.id in (:ids)")
                .param("ids", ids.stream().map(FileId::value).toList())
                .query((row, number) -> Stored.of(row))
                .list();
        return ids.stream()
                .flatMap(id -> found.stream().filter(one -> one.file().id().equals(id)))
                .filter(one -> mayHave(one, person))
                .map(Stored::file)
                .toList();
    }

    /** @throws DomainException NOT_FOUND, also for a file the viewer may not have */
    public Content read(FileId id) {
        var person = viewer.get();
        var stored = jdbc.sql(STORED + " where f.id = :id")
                .param("id", id.value())
                .query((row, number) -> Stored.of(row))
                .optional()
                .filter(one -> mayHave(one, person))
                .orElseThrow(DomainException::notFound);
        var bytes = jdbc.sql("select content from answer_file where id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        return new Content(stored.file(), bytes);
    }

    private boolean mayHave(Stored one, Viewer person) {
        return one.person().equals(person.id().value()) && scope.reaches(one.campaign())
                || one.submitted()
                        && (person.is(Role.PROJECT_MANAGER) || person.is(Role.MANAGER))
                        && access.isReadable(one.survey());
    }

    private record Stored(AnswerFile file, UUID person, SurveyId survey, CampaignId campaign, boolean submitted) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    new AnswerFile(
                            new FileId(Columns.uuid(row, "id")),
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getLong("bytes")),
                    Columns.uuid(row, "person_id"),
                    new SurveyId(Columns.uuid(row, "survey_id")),
                    new CampaignId(Columns.uuid(row, "campaign_id")),
                    row.getBoolean("submitted"));
        }
    }
}
