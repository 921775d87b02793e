package io.throughline.survey.campaign;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailWriter;
import io.throughline.shared.mail.Recipient;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.MailLink;
import io.throughline.survey.SurveyState;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyLinks;
import io.throughline.survey.design.VersionContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a campaign's mails from what holds when they are sent: who has answered meanwhile is not reminded, a campaign
 * that was closed invites nobody. Links begin with the configured address, whatever a request claimed.
 */
@Component
class CampaignLetters implements MailWriter {

    private final VersionContents contents;
    private final PersonalLinks links;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String baseUrl;

    CampaignLetters(
            VersionContents contents,
            PersonalLinks links,
            Texts texts,
            JdbcClient jdbc,
            Clock clock,
            @Value("${throughline.base-url:http://localhost:8080}") String baseUrl) {
        this.contents = contents;
        this.links = links;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CampaignMails.INVITATION, CampaignMails.REMINDER, CampaignMails.THANKS, CampaignMails.OUTCOME);
    }

    @Override
    public Written write(MailOrder order, Recipient to, boolean masked) {
        var facts = facts(order);
        boolean asks = asks(order);
        if (asks && facts.closed(clock.instant())) {
            return new Withheld("mail.withheld.closed");
        }
        if (asks && facts.answered() && facts.mayBeWithheld(order, masked)) {
            return new Withheld("mail.withheld.answered");
        }
        var content = contents.of(facts.version());
        var values = new HashMap<String, String>();
        values.put("name", line(to.name()));
        values.put("title", line(in(content.title(), to)));
        values.put("why", in(content.why(), to));
        values.put("minutes", String.valueOf(content.minutes()));
        values.put("owner", line(facts.owner()));
        values.put("closes", Texts.moment(facts.closesAt(), to.zone(), to.locale()));
        var variant = facts.variant(order, masked, clock.instant());
        path(order, facts, variant, masked).ifPresent(path -> values.put("link", baseUrl + path));
        if (order.kind().equals(CampaignMails.OUTCOME)) {
            values.put("words", in(words(order), to));
        }
        return new Letter(
                values,
                new ObjectRef(Survey.KIND, facts.survey()),
                asks && facts.personal() && facts.confidentiality() == Confidentiality.NAMED,
                variant);
    }

    /** Whoever is thanked has answered, and whoever is reminded, or invited again, has not. */
    @Override
    public Set<MailOrder> tellingOfRecipients(Collection<MailOrder> orders) {
        var telling = orders.stream()
                .filter(order -> order.kind().equals(CampaignMails.THANKS)
                        || order.kind().equals(CampaignMails.REMINDER)
                        || CampaignMails.isInvitedAgain(order))
                .collect(Collectors.groupingBy(MailOrder::about));
        if (telling.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select id from campaign where id in (:campaigns) and confidentiality <> 'NAMED'")
                .param("campaigns", telling.keySet())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(campaign -> telling.getOrDefault(campaign, List.of()).stream())
                .collect(Collectors.toSet());
    }

    /** The survey, and which of its rounds where there are several. */
    @Override
    public Map<UUID, String> objects(Collection<MailOrder> orders, Locale reader) {
        var campaigns = orders.stream().map(MailOrder::about).collect(Collectors.toSet());
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        var objects = new HashMap<UUID, String>();
        jdbc.sql("""
                        select c.id, c.survey_version_id, c.number, s.survey_key,
                               (select count(*) from campaign o where o.survey_id = c.survey_id) rounds
                        from campaign c join survey s on s.id = c.survey_id
                        where c.id in (:campaigns)""").param("campaigns", campaigns).query(row -> {
            var content = contents.of(new SurveyVersionId(Columns.uuid(row, "survey_version_id")));
            objects.put(
                    Columns.uuid(row, "id"),
                    texts.getTranslation(
                            "survey.mail.about",
                            reader,
                            row.getString("survey_key"),
                            content.title().in(reader),
                            row.getInt("rounds") > 1 ? row.getInt("number") : 0));
        });
        return objects;
    }

    /** Where its reader is led: nowhere they can't come in, or where nothing of theirs stands. */
    private Optional<String> path(MailOrder order, Facts facts, String variant, boolean masked) {
        if (variant.equals(Facts.ANONYMOUS) || variant.equals(Facts.WITHOUT_ACCOUNT)) {
            return Optional.empty();
        }
        if (!asks(order) && !variant.equals(Facts.BY_LINK)) {
            return Optional.of("my-needs");
        }
        var campaign = new CampaignId(order.about());
        return Optional.of(
                facts.personal()
                        ? SurveyLinks.personal(masked ? MASK : links.make(campaign, order.to()))
                        : SurveyLinks.answer(campaign));
    }

    private static boolean asks(MailOrder order) {
        return order.kind().equals(CampaignMails.INVITATION) || order.kind().equals(CampaignMails.REMINDER);
    }

    private static String in(LocalizedText text, Recipient to) {
        return text.in(to.locale());
    }

    /** What goes into a header has one line. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private Facts facts(MailOrder order) {
        return jdbc.sql("""
                        select c.survey_id, c.survey_version_id, c.opens_at, c.closes_at, c.closed_at, c.confidentiality,
                               p.name owner, m.link,
                               exists (select 1 from response r where r.campaign_id = c.id and r.person_id = :person
                                       and r.submitted_revision > 0)
                               or exists (select 1 from ballot_register g where g.campaign_id = c.id
                                          and g.person_id = :person and g.state = 'ANSWERED') answered,
                               exists (select 1 from account a join account_role ar on ar.account_id = a.id
                                       where a.id = :person and a.state = 'ACTIVE' and ar.role = 'CUSTOMER') signs_in
                        from campaign c
                        join survey s on s.id = c.survey_id
                        join person p on p.id = s.owner_id
                        left join campaign_mailing m on m.campaign_id = c.id
                        where c.id = :campaign""")
                .param("campaign", order.about())
                .param("person", order.to().value())
                .query((row, number) -> Facts.of(row))
                .single();
    }

    private LocalizedText words(MailOrder order) {
        return SurveyJson.text(jdbc.sql("select words from campaign_message where id = ?")
                .param(UUID.fromString(order.event()))
                .query(String.class)
                .single());
    }

    private record Facts(
            UUID survey,
            SurveyVersionId version,
            Instant opensAt,
            Instant announcedEnd,
            @Nullable Instant closedAt,
            Confidentiality confidentiality,
            String owner,
            boolean personal,
            boolean answered,
            boolean signsIn) {

        /** By a link of their own they can still change what they gave. */
        static final String BY_LINK = "link";

        /** They see it where they sign in, and change nothing any more. */
        static final String CLOSED = "closed";

        static final String WITHOUT_ACCOUNT = "plain";
        static final String ANONYMOUS = "anonymous";

        static Facts of(ResultSet row) throws SQLException {
            return new Facts(
                    Columns.uuid(row, "survey_id"),
                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                    Utc.instant(row, "opens_at"),
                    Utc.instant(row, "closes_at"),
                    Utc.optional(row, "closed_at"),
                    Confidentiality.valueOf(row.getString("confidentiality")),
                    row.getString("owner"),
                    MailLink.PERSONAL.name().equals(row.getString("link")),
                    row.getBoolean("answered"),
                    row.getBoolean("signs_in"));
        }

        /** Who can sign in would tell whose it is, where those who read it are not to know. */
        private boolean isSigningIn(boolean masked) {
            return signsIn || masked && confidentiality != Confidentiality.NAMED;
        }

        /** What can be said of what becomes of answers, and of changing them. */
        String variant(MailOrder order, boolean masked, Instant now) {
            return switch (order.kind()) {
                case CampaignMails.THANKS -> {
                    if (isSigningIn(masked)) {
                        yield closed(now) ? CLOSED : "";
                    }
                    yield closed(now) || !personal ? WITHOUT_ACCOUNT : BY_LINK;
                }
                case CampaignMails.OUTCOME -> {
                    if (confidentiality == Confidentiality.ANONYMOUS) {
                        yield ANONYMOUS;
                    }
                    yield isSigningIn(masked) ? "" : WITHOUT_ACCOUNT;
                }
                default -> "";
            };
        }

        /** Withholding says that somebody answered: nothing says so where those who read it are not to know. */
        boolean mayBeWithheld(MailOrder order, boolean masked) {
            return confidentiality == Confidentiality.NAMED
                    || !masked && order.kind().equals(CampaignMails.REMINDER);
        }

        Instant closesAt() {
            return Campaign.end(announcedEnd, closedAt);
        }

        boolean closed(Instant now) {
            return Campaign.state(now, opensAt, announcedEnd, closedAt) == SurveyState.CLOSED;
        }
    }
}
