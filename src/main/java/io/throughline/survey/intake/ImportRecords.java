package io.throughline.survey.intake;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.PersonId;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of files of answers that are, or were, brought in. One that runs says so every few seconds; one that has not
 * for longer is interrupted, whatever its process thinks: what it stores is stored together with the proof that it still
 * runs.
 */
@Component
class ImportRecords {

    /** So long nobody hears of one that still runs. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What another one of the same campaign can go on with. */
    record Earlier(ImportState state, ImportMapping mapping) {}

    /**
     * @throws DomainException IMPORT_RUNS: one at a time for each survey
     */
    void start(ImportId id, SurveyId survey, CampaignId campaign, PersonId by, String fileName, ImportMapping mapping) {
        jdbc.sql("""
                        update response_import set state = 'INTERRUPTED', running = null, ended_at = alive_until
                        where survey_id = :survey and running = 1 and alive_until < :now""").param("survey", survey.value()).param("now", now()).update();
        try {
            jdbc.sql("""
                            insert into response_import (id, survey_id, campaign_id, person_id, file_name, mapping, state,
                                                         running, errors, started_at, alive_until)
                            values (:id, :survey, :campaign, :person, :file, :mapping, 'RUNNING', 1, '[]', :now, :until)""")
                    .param("id", id.value())
                    .param("survey", survey.value())
                    .param("campaign", campaign.value())
                    .param("person", by.value())
                    .param("file", fileName)
                    .param("mapping", MAPPER.writeValueAsString(StoredMapping.of(mapping)))
                    .param("now", now())
                    .param("until", silentUntil())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DomainException(SurveyError.IMPORT_RUNS);
        }
        // Whoever brings in another file has taken note of what became of the ones before.
        jdbc.sql("update response_import set noted = 1 where campaign_id = ? and running is null and noted = 0")
                .param(campaign.value())
                .update();
    }

    /** How far it is. @param lines of the file, once they are counted @return whether it still runs */
    boolean tell(ImportId id, int read, @Nullable Integer lines) {
        return jdbc.sql("""
                        update response_import
                        set lines_read = :read, lines_all = coalesce(:lines, lines_all), alive_until = :until
                        where id = :id and running = 1 and state = 'RUNNING'""")
                        .param("id", id.value())
                        .param("read", read)
                        .param("lines", lines)
                        .param("until", silentUntil())
                        .update()
                == 1;
    }

    /** In the transaction that stores them. @return whether it still runs: if not, they must not be stored */
    boolean stored(ImportId id, int fresh, int known) {
        return jdbc.sql("""
                        update response_import
                        set stored = stored + :fresh, known = known + :known, alive_until = :until
                        where id = :id and running = 1 and state = 'RUNNING'""")
                        .param("id", id.value())
                        .param("fresh", fresh)
                        .param("known", known)
                        .param("until", silentUntil())
                        .update()
                == 1;
    }

    /** From now on it stores nothing more. */
    boolean end(ImportId id, ImportState state, int wrong, List<LineError> errors) {
        return jdbc.sql("""
                        update response_import
                        set state = :state, running = null, wrong = :wrong, errors = :errors, ended_at = :now
                        where id = :id and running = 1""")
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("wrong", wrong)
                        .param(
                                "errors",
                                MAPPER.writeValueAsString(
                                        errors.stream().map(StoredError::of).toList()))
                        .param("now", now())
                        .update()
                == 1;
    }

    void note(ImportId id) {
        jdbc.sql("update response_import set noted = 1 where id = ?")
                .param(id.value())
                .update();
    }

    Optional<ImportInfo> find(ImportId id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("now", now())
                .param("id", id.value())
                .query((row, number) -> info(row))
                .optional();
    }

    /** The newest first. */
    List<ImportInfo> of(SurveyId survey, int most) {
        return jdbc.sql(SELECT + "where i.survey_id = :survey order by i.started_at desc, i.id desc limit :most")
                .param("now", now())
                .param("survey", survey.value())
                .param("most", most)
                .query((row, number) -> info(row))
                .list();
    }

    /** Those this person brought in that have ended, and that nobody has taken note of. */
    List<ImportInfo> unnoted(PersonId by, int most) {
        return jdbc.sql(SELECT + """
                        where i.person_id = :person and i.noted = 0 and (i.running is null or i.alive_until < :now)
                        order by i.started_at desc, i.id desc limit :most""")
                .param("now", now())
                .param("person", by.value())
                .param("most", most)
                .query((row, number) -> info(row))
                .list();
    }

    /** The last one into this campaign. */
    Optional<Earlier> last(CampaignId campaign) {
        return jdbc.sql("""
                        select mapping, if(running = 1 and alive_until < :now, 'INTERRUPTED', state) shown
                        from response_import where campaign_id = :campaign order by started_at desc, id desc limit 1""")
                .param("now", now())
                .param("campaign", campaign.value())
                .query((row, number) -> new Earlier(
                        ImportState.valueOf(row.getString("shown")),
                        MAPPER.readValue(row.getString("mapping"), StoredMapping.class)
                                .mapping()))
                .optional();
    }

    private static final String SELECT = """
            select i.*, if(i.running = 1 and i.alive_until < :now, 'INTERRUPTED', i.state) shown
            from response_import i
            """;

    private static ImportInfo info(ResultSet row) throws SQLException {
        var state = ImportState.valueOf(row.getString("shown"));
        return new ImportInfo(
                new ImportId(Utc.uuid(row, "id")),
                new SurveyId(Utc.uuid(row, "survey_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                row.getString("file_name"),
                state,
                row.getInt("lines_read"),
                row.getObject("lines_all", Integer.class),
                row.getInt("stored"),
                row.getInt("known"),
                row.getInt("wrong"),
                Stream.of(MAPPER.readValue(row.getString("errors"), StoredError[].class))
                        .map(StoredError::error)
                        .toList(),
                Utc.instant(row, "started_at"),
                state == ImportState.RUNNING ? null : ended(row),
                row.getBoolean("noted"));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        var at = Utc.optional(row, "ended_at");
        return at == null ? Utc.instant(row, "alive_until") : at;
    }

    private LocalDateTime now() {
        return Utc.column(Utc.now(clock));
    }

    private LocalDateTime silentUntil() {
        return Utc.column(Utc.now(clock).plus(SILENCE));
    }

    /** An error without its text: that is worded for whoever reads it. */
    private record StoredError(long line, @Nullable List<ImportedCell> cells, String code, List<Object> arguments) {

        static StoredError of(LineError error) {
            return new StoredError(
                    error.line(),
                    error.cells(),
                    error.error().code().name(),
                    error.error().arguments());
        }

        LineError error() {
            return new LineError(
                    line, cells == null ? List.of() : cells, new DomainException(codeOf(code), arguments.toArray()));
        }

        private static ErrorCode codeOf(String name) {
            return Stream.<ErrorCode[]>of(SurveyError.values(), CommonError.values())
                    .flatMap(Stream::of)
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record StoredColumn(int question, ImportField field, String key, String column) {}

    private record StoredMapping(
            String respondent,
            String name,
            String organisation,
            String organisationName,
            List<StoredColumn> columns,
            Set<Integer> noneIfEmpty) {

        static StoredMapping of(ImportMapping mapping) {
            return new StoredMapping(
                    mapping.respondent(),
                    mapping.name(),
                    mapping.organisation(),
                    mapping.organisationName(),
                    mapping.columns().entrySet().stream()
                            .map(one -> new StoredColumn(
                                    one.getKey().question(),
                                    one.getKey().field(),
                                    one.getKey().key(),
                                    one.getValue()))
                            .toList(),
                    mapping.noneIfEmpty());
        }

        ImportMapping mapping() {
            return new ImportMapping(
                    respondent,
                    name,
                    organisation,
                    organisationName,
                    columns.stream()
                            .collect(Collectors.toMap(
                                    one -> new ImportSlot(one.question(), one.field(), one.key()),
                                    StoredColumn::column,
                                    (a, _) -> a)),
                    noneIfEmpty);
        }
    }
}
