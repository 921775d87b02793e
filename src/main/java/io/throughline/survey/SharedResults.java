package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.Progress;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.campaign.LinkScope;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.WantedResults;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results as those who were asked see them, where whoever asks lets them: figures of all together. Nobody is named, no
 * organisation is told apart, and what single people said or wrote is not there.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
public class SharedResults {

    private static final int MOST = 200;

    private static final String RELATED = """
            select c.id, c.survey_version_id, c.opens_at, c.closes_at, c.closed_at, c.confidentiality, c.group_size,
                   c.shared_with, c.shared_from, c.removed_at,
                   exists (select 1 from campaign_invitation i where i.campaign_id = c.id and i.person_id = :me) invited,
                   exists (select 1 from response r
                           where r.campaign_id = c.id and r.submitted_revision > 0 and (r.person_id = :me
                               or r.person_id in (select l.respondent_id from respondent_link l where l.person_id = :me)))
                   or exists (select 1 from ballot_register g
                              where g.campaign_id = c.id and g.person_id = :me and g.state <> 'STARTED') answered
            from campaign c
            """;

    private final VersionContents contents;
    private final CountedResults counted;
    private final LinkScope scope;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    SharedResults(
            VersionContents contents,
            CountedResults counted,
            LinkScope scope,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.contents = contents;
        this.counted = counted;
        this.scope = scope;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param closesAt when answers stop, or stopped, being taken */
    public record Shared(
            CampaignId campaign, LocalizedText title, LocalizedText why, Instant closesAt, boolean closed) {}

    /**
     * @param answered people whose answers are in the figures
     * @param least of fewer people nothing is told
     */
    public record Overall(
            CampaignId campaign, boolean closed, int answered, int least, List<QuestionReport> questions) {}

    /** Whose results the viewer may see, those that closed last on top; 200 at most. */
    @PreAuthorize("hasRole('CUSTOMER')")
    public List<Shared> mine() {
        return related(RELATED + """
                        where c.shared_with <> 'NOBODY' and c.opens_at <= :now
                          and (c.id in (select i.campaign_id from campaign_invitation i where i.person_id = :me)
                               or c.id in (select r.campaign_id from response r
                                           join respondent_link l on l.respondent_id = r.person_id
                                           where l.person_id = :me))
                        order by least(c.closes_at, coalesce(c.closed_at, c.closes_at)) desc, c.id limit :most""", null).stream()
                .filter(one -> one.isShared(clock.instant()))
                .map(this::shared)
                .toList();
    }

    /** Whether the viewer may see a campaign's results now. */
    public boolean isShared(CampaignId campaign) {
        return scope.reaches(campaign)
                && related(RELATED + "where c.id = :campaign", campaign).stream()
                        .anyMatch(one -> one.isShared(clock.instant()));
    }

    /** What a campaign's figures are of. @throws DomainException NOT_FOUND, also where they are not for the viewer, or not yet */
    public Shared shared(CampaignId campaign) {
        return shared(visible(campaign));
    }

    /**
     * The figures of all, up to the last answer submitted; of an anonymous survey, counted.
     *
     * @param progress of the counting, where there is much to count
     * @throws DomainException NOT_FOUND, also where they are not for the viewer, or not yet
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Overall of(CampaignId campaign, Progress progress) {
        var one = visible(campaign);
        var questions = Quotes.unanswered(contents.of(one.version())).questions();
        var results = counted.of(
                WantedResults.overall(campaign, one.least(), one.anonymous(), one.removed()), questions, progress);
        return new Overall(
                campaign,
                one.isClosed(clock.instant()),
                answered(campaign, one.least()),
                one.least(),
                IntStream.range(0, questions.size())
                        .mapToObj(at -> new QuestionReport(questions.get(at), results.get(at)))
                        .toList());
    }

    private Related visible(CampaignId campaign) {
        scope.require(campaign);
        var now = clock.instant();
        return related(RELATED + "where c.id = :campaign", campaign).stream()
                .filter(found -> found.isShared(now))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    private Shared shared(Related one) {
        var content = contents.of(one.version());
        return new Shared(one.id(), content.title(), content.why(), one.end(), one.isClosed(clock.instant()));
    }

    private int answered(CampaignId campaign, int least) {
        int people = jdbc.sql("select count(*) from response where campaign_id = ? and submitted_revision > 0")
                .param(campaign.value())
                .query(Integer.class)
                .single();
        return people < least ? 0 : people;
    }

    private List<Related> related(String sql, @Nullable CampaignId campaign) {
        PersonId me = viewer.get().id();
        return jdbc.sql(sql)
                .param("me", me.value())
                .param("now", Utc.column(clock.instant()))
                .param("most", MOST)
                .param("campaign", campaign == null ? null : campaign.value())
                .query((row, number) -> Related.of(row))
                .list();
    }

    /** A campaign and what the viewer has to do with it. */
    private record Related(
            CampaignId id,
            SurveyVersionId version,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant closedAt,
            boolean anonymous,
            int groupSize,
            Sharing sharing,
            boolean removed,
            boolean invited,
            boolean answered) {

        static Related of(ResultSet row) throws SQLException {
            return new Related(
                    new CampaignId(Columns.uuid(row, "id")),
                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                    Utc.instant(row, "opens_at"),
                    Utc.instant(row, "closes_at"),
                    Utc.optional(row, "closed_at"),
                    Confidentiality.valueOf(row.getString("confidentiality")) == Confidentiality.ANONYMOUS,
                    row.getInt("group_size"),
                    CampaignRows.sharing(row),
                    Utc.optional(row, "removed_at") != null,
                    row.getBoolean("invited"),
                    row.getBoolean("answered"));
        }

        boolean isClosed(Instant now) {
            return Campaign.state(now, opensAt, closesAt, closedAt) == SurveyState.CLOSED;
        }

        boolean isShared(Instant now) {
            return sharing.includes(invited, answered, isClosed(now));
        }

        Instant end() {
            return Campaign.end(closesAt, closedAt);
        }

        int least() {
            return anonymous ? groupSize : SurveyAccess.SMALLEST_GROUP;
        }
    }
}
