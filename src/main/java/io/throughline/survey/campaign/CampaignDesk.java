package io.throughline.survey.campaign;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.mail.Post;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Mailing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyState;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A campaign while it runs: whom it asked, which mails went out, and what can still be sent or taken back. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class CampaignDesk {

    /** The longest message saying what became of a campaign, in characters. */
    public static final int LONGEST_WORDS = 4_000;

    private static final String OUTCOME = "campaign.outcome.words";

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final CampaignMails mails;
    private final InvitedRows rows;
    private final PersonalLinks links;
    private final Post post;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CampaignDesk(
            SurveyAccess access,
            CampaignAccess campaignAccess,
            CampaignMails mails,
            InvitedRows rows,
            PersonalLinks links,
            Post post,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.mails = mails;
        this.rows = rows;
        this.links = links;
        this.post = post;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Which mails went out.
     *
     * @param mailing null where whoever asks tells people otherwise
     * @param delivers whether a mail server is set; without one mails wait in the outbox
     * @param counts by kind and state
     * @param reminders ordered so far, by the clock or by hand
     * @param unanswered how many would be reminded now
     * @param tooLate how many more have not answered, and can't any more, since their segment has submitted enough
     */
    public record Mails(
            @Nullable Mailing mailing,
            boolean delivers,
            List<MailCount> counts,
            int reminders,
            int unanswered,
            int tooLate) {

        public Mails {
            counts = List.copyOf(counts);
        }
    }

    /** @throws DomainException NOT_FOUND */
    public Mails mails(CampaignId id) {
        readable(id);
        var unanswered = mails.unanswered(id);
        return new Mails(
                mails.mailing(id).orElse(null),
                post.delivers(),
                post.counts(id.value()),
                mails.reminders(id),
                unanswered.reminded(),
                unanswered.tooLate());
    }

    /**
     * Reminds everybody who has not answered and still can.
     *
     * @param reminders how many had been ordered as far as the caller saw, so that a second click orders no second one
     * @return how many are reminded
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, CLOSED, NOT_YET_OPEN, NO_MAILS
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public int remind(CampaignId id, int reminders) {
        var campaign = editable(id);
        requireMails(id);
        requireOpen(campaign);
        if (mails.reminders(id) != reminders) {
            throw new DomainException(CommonError.STALE);
        }
        int number = reminders + 1;
        int people = mails.remind(id, "hand-" + number, number, viewer.get().id())
                .orElseThrow(() -> new DomainException(CommonError.STALE));
        events.publishEvent(Act.of(ActKind.CAMPAIGN_REMINDED, survey(campaign), campaign.ref()));
        return people;
    }

    /**
     * Tells everybody invited, whether they answered or not, what became of it: in the language they read, as far as it is
     * said in it.
     *
     * @param words 1–4,000 characters in at least one language, no more in any
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_YET_OPEN, REQUIRED, TOO_LONG
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void tellOutcome(CampaignId id, LocalizedText words) {
        var campaign = editable(id);
        if (campaign.state(clock.instant()) == SurveyState.SCHEDULED) {
            throw new DomainException(SurveyError.NOT_YET_OPEN);
        }
        mails.tellOutcome(id, said(words), viewer.get().id());
        events.publishEvent(Act.of(ActKind.CAMPAIGN_OUTCOME_TOLD, survey(campaign), campaign.ref()));
    }

    private static LocalizedText said(LocalizedText words) {
        var said = new TreeMap<String, String>();
        words.texts().forEach((language, typed) -> {
            var text = TypedText.optional(typed, OUTCOME, LONGEST_WORDS);
            if (!text.isEmpty()) {
                said.put(language, text);
            }
        });
        return TypedText.required(new LocalizedText(said), OUTCOME, LONGEST_WORDS);
    }

    /**
     * Whom a campaign invited, by name; whether they answered only for those who may know it. Of an anonymous one everybody
     * gets to know that many at once have answered. Links are counted for editors only: whoever has not answered is
     * reminded, and every reminder brings a further one.
     *
     * @param text part of the name or of the organisation's; empty for all
     * @param limit at most 200
     * @throws DomainException NOT_FOUND
     */
    public List<Invited> invited(CampaignId id, String text, int offset, int limit) {
        var campaign = readable(id);
        boolean names = campaignAccess.seesNames(campaign) && campaign.removedAt() == null;
        boolean links = access.isEditedByViewer(campaign.surveyId()) && campaign.removedAt() == null;
        return rows.of(id, text, offset, limit, names, links);
    }

    /** How many {@link #invited} has in all. @throws DomainException NOT_FOUND */
    public int countInvited(CampaignId id, String text) {
        readable(id);
        return rows.count(id, text);
    }

    /**
     * Makes every personal link of one person useless, and ends what was opened with one.
     *
     * @return how many worked until now
     * @throws DomainException NOT_FOUND, NOT_ALLOWED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public int revoke(CampaignId id, PersonId person) {
        var campaign = editable(id);
        int revoked = links.revoke(id, person);
        if (revoked > 0) {
            events.publishEvent(Act.of(ActKind.LINK_REVOKED, survey(campaign), campaign.ref()));
        }
        return revoked;
    }

    /**
     * Sends one person a further invitation, with a link of its own.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NO_MAILS, CLOSED, NOT_YET_OPEN
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void inviteAgain(CampaignId id, PersonId person) {
        var campaign = editable(id);
        requireMails(id);
        requireOpen(campaign);
        if (!rows.has(id, person)) {
            throw DomainException.notFound();
        }
        mails.inviteAgain(id, person);
    }

    private void requireMails(CampaignId id) {
        if (mails.mailing(id).isEmpty()) {
            throw new DomainException(SurveyError.NO_MAILS);
        }
    }

    private void requireOpen(Campaign campaign) {
        switch (campaign.state(clock.instant())) {
            case CLOSED -> throw new DomainException(SurveyError.CLOSED, campaign.closesAt());
            case SCHEDULED, DRAFT -> throw new DomainException(SurveyError.NOT_YET_OPEN);
            case OPEN -> {}
        }
    }

    private Campaign readable(CampaignId id) {
        var campaign = campaignAccess.campaign(id);
        access.readable(campaign.surveyId());
        return campaign;
    }

    private Campaign editable(CampaignId id) {
        var campaign = campaignAccess.campaign(id);
        access.editable(campaign.surveyId());
        return campaign;
    }

    private static ObjectRef survey(Campaign campaign) {
        return ObjectRef.of(Survey.KIND, campaign.surveyId());
    }
}
