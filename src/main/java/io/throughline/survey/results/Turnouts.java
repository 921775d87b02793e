package io.throughline.survey.results;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Turnout;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.count.KnownCells;
import io.throughline.survey.count.WantedCells;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who has answered, organisation by organisation. */
@Component
public class Turnouts {

    private static final String ASKED = """
            select au.organisation_id, au.segment,
                   """ + Voice.WEIGHT + """
                   , (select count(*) from campaign_invitation i
                    where i.campaign_id = au.campaign_id and i.organisation_id = au.organisation_id) invited
            from survey_audience au
            where au.campaign_id = :campaign and (:segment is null or au.segment = :segment)
              and (:everywhere or au.organisation_id in (:organisations))""";

    /** Who has begun and never submitted has said nothing yet. */
    private static final String BEGUN = """
            select r.organisation_id, count(*) people from response r
            where r.campaign_id = :campaign and r.submitted_revision = 0 and r.organisation_id is not null
            """ + ResultsFilter.CONDITION + " group by r.organisation_id";

    private final WantedCells cells;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    Turnouts(WantedCells cells, Organisations organisations, JdbcClient jdbc) {
        this.cells = cells;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<Turnout> of(CampaignId campaign, ResultsFilter filter) {
        return of(campaign, filter, cells.of(campaign, filter, Progress.UNWATCHED));
    }

    /** @param state of the cells of those a filter leaves */
    public List<Turnout> of(CampaignId campaign, ResultsFilter filter, KnownCells state) {
        var rows = unnamed(campaign, filter, state);
        var names = organisations.byIds(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.organisation()))
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> named(row, names.get(row.organisation())))
                .sorted(Comparator.comparing(Turnout::name))
                .toList();
    }

    private List<Turnout> unnamed(CampaignId campaign, ResultsFilter filter, KnownCells state) {
        var answered = cells.answered(campaign, filter, state);
        // Which segment a response counts in is kept when it is submitted; until then it is its organisation's.
        var begun = people(BEGUN, campaign, filter.withSegment(null));
        return jdbc.sql(ASKED)
                .params(filter.parameters())
                .param("campaign", campaign.value())
                .query((row, number) -> turnout(row, begun, answered))
                .list();
    }

    /** The organisations of each segment together, by its name. */
    public List<Turnout> bySegment(CampaignId campaign, ResultsFilter filter) {
        return bySegment(unnamed(campaign, filter, cells.of(campaign, filter, Progress.UNWATCHED)));
    }

    private static List<Turnout> bySegment(List<Turnout> byOrganisation) {
        var rows = new ArrayList<Turnout>();
        new TreeMap<>(byOrganisation.stream().collect(Collectors.groupingBy(Turnout::segment)))
                .forEach((segment, some) -> rows.add(together(segment, some)));
        return rows;
    }

    /** A line for all of them. */
    static Turnout together(String segment, List<Turnout> rows) {
        return new Turnout(
                null,
                "",
                segment,
                rows.stream().map(Turnout::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
                rows.stream().mapToInt(Turnout::invited).sum(),
                Turnout.inProgress(rows),
                rows.stream().mapToInt(Turnout::answered).sum());
    }

    /** The organisations asked, by name. */
    public Map<OrganisationId, String> organisations(CampaignId campaign) {
        var ids = jdbc.sql("select organisation_id from survey_audience where campaign_id = ?")
                .param(campaign.value())
                .query((row, number) -> new OrganisationId(Columns.uuid(row, "organisation_id")))
                .set();
        var names = new LinkedHashMap<OrganisationId, String>();
        organisations.byIds(ids).values().stream()
                .sorted(Comparator.comparing(OrganisationInfo::name))
                .forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    /** Whether each segment and organisation that is narrowed to was asked in one of these campaigns at least. */
    public boolean areAsked(Collection<CampaignId> campaigns, ResultsFilter filter) {
        var segments = new HashSet<String>();
        var asked = new HashSet<OrganisationId>();
        jdbc.sql("select organisation_id, segment from survey_audience where campaign_id in (:campaigns)")
                .param("campaigns", campaigns.stream().map(CampaignId::value).toList())
                .query(row -> {
                    segments.add(row.getString("segment"));
                    asked.add(new OrganisationId(Columns.uuid(row, "organisation_id")));
                });
        return (filter.segment() == null || segments.contains(filter.segment()))
                && asked.containsAll(filter.organisations());
    }

    private Map<UUID, Integer> people(String sql, CampaignId campaign, ResultsFilter filter) {
        var people = new HashMap<UUID, Integer>();
        jdbc.sql(sql)
                .params(filter.parameters())
                .param("campaign", campaign.value())
                .query(row -> {
                    people.put(Columns.uuid(row, "organisation_id"), row.getInt("people"));
                });
        return people;
    }

    private static Turnout turnout(ResultSet row, Map<UUID, Integer> begun, Map<UUID, Integer> answered)
            throws SQLException {
        var organisation = Columns.uuid(row, "organisation_id");
        return new Turnout(
                new OrganisationId(organisation),
                "",
                row.getString("segment"),
                row.getBigDecimal("weight"),
                row.getInt("invited"),
                begun.getOrDefault(organisation, 0),
                answered.getOrDefault(organisation, 0));
    }

    private static Turnout named(Turnout row, @Nullable OrganisationInfo info) {
        return new Turnout(
                row.organisation(),
                info == null ? "" : info.name(),
                row.segment(),
                row.weight(),
                row.invited(),
                row.inProgress(),
                row.answered());
    }
}
