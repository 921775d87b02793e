package io.throughline.notice;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.mail.MailWriter.Letter;
import io.throughline.shared.mail.MailWriter.Withheld;
import io.throughline.shared.mail.Post;
import io.throughline.shared.mail.Recipient;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as an administrator reads it: who gets what when, and what went wrong; no link that opens anything. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class Outbox {

    private static final int LARGEST_PAGE = 200;

    private static final String ROW = """
            select m.id, p.name, m.kind, m.state, m.due_at, m.sent_at, m.attempts, coalesce(m.trouble, '') trouble,
                   m.person_id, m.about, m.event
            from mail m join person p on p.id = m.person_id
            """;

    private final JdbcClient jdbc;
    private final MailStore store;
    private final Letters letters;
    private final AddressBook addresses;
    private final Post post;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            JdbcClient jdbc,
            MailStore store,
            Letters letters,
            AddressBook addresses,
            Post post,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.letters = letters;
        this.addresses = addresses;
        this.post = post;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a mail server is set. */
    public boolean delivers() {
        return post.delivers();
    }

    /**
     * The newest first.
     *
     * @param state null for all
     * @param limit at most 200
     */
    public List<OutboxRow> find(@Nullable MailState state, int offset, int limit) {
        return told(jdbc.sql(ROW + """
                        where :state is null or m.state = :state
                        order by m.ordered_at desc, m.id desc limit :limit offset :offset""")
                .param("state", state == null ? null : state.name())
                .param("limit", Math.clamp(limit, 0, LARGEST_PAGE))
                .param("offset", Math.max(0, offset))
                .query((row, number) -> new Mail(row(row), MailStore.order(row)))
                .list());
    }

    /** With what each is about; without the name, where that somebody got such a mail is not for the readers to know. */
    private List<OutboxRow> told(List<Mail> mails) {
        var orders = mails.stream().map(Mail::order).toList();
        var telling = letters.tellingOfRecipients(orders);
        var objects = letters.objects(orders, viewer.get().locale());
        return mails.stream()
                .map(mail -> {
                    var row = mail.row().about(objects.getOrDefault(mail.order().about(), ""));
                    return telling.contains(mail.order()) ? row.unnamed() : row;
                })
                .toList();
    }

    /** @param state null for all */
    public int count(@Nullable MailState state) {
        return jdbc.sql("select count(*) from mail where :state is null or state = :state")
                .param("state", state == null ? null : state.name())
                .query(Integer.class)
                .single();
    }

    /**
     * What it would say if it were sent now, the link masked; without the name it speaks the reader's language.
     *
     * @throws DomainException NOT_FOUND
     */
    public MailPreview preview(MailId id) {
        var mail = mail(id);
        boolean unnamed = !letters.tellingOfRecipients(List.of(mail.order())).isEmpty();
        var shown = told(List.of(mail)).getFirst();
        var reader = viewer.get();
        // Whether they can get mail at all may be true of one only: it isn't looked up where nobody is to know who it
        // is.
        var recipient = unnamed
                ? Optional.of(Recipient.unnamed(reader.locale(), reader.zone()))
                : addresses.recipient(mail.order().to());
        if (recipient.isEmpty()) {
            return new MailPreview(shown, "", "", "", "mail.withheld.address", false);
        }
        return switch (letters.write(mail.order(), recipient.get(), true)) {
            case Withheld withheld -> new MailPreview(shown, "", "", "", withheld.reasonKey(), false);
            case Letter letter -> preview(shown, mail.order().kind(), recipient.get(), letter);
        };
    }

    private MailPreview preview(OutboxRow shown, String kind, Recipient to, Letter letter) {
        return new MailPreview(
                shown,
                to.address(),
                letters.subject(kind, letter, to.locale()),
                letters.text(kind, letter, to.locale()),
                "",
                letter.releasable() && shown.state() == MailState.WAITING && !post.delivers());
    }

    /**
     * Lets a mail that was given up be sent once more.
     *
     * @throws DomainException NOT_GIVEN_UP
     */
    @Command
    public void again(MailId id) {
        if (!store.again(id, clock.instant())) {
            throw new DomainException(NoticeError.NOT_GIVEN_UP);
        }
    }

    /**
     * Gives out the link of one mail that can't leave the house, to be handed to its recipient by a way the administrator
     * trusts; the mail is not sent any more. It is told who did it.
     *
     * @return the address to open
     * @throws DomainException NOT_FOUND, SENT_BY_MAIL, NOT_RELEASABLE
     */
    @Command
    public String release(MailId id) {
        if (post.delivers()) {
            throw new DomainException(NoticeError.SENT_BY_MAIL);
        }
        var mail = mail(id);
        var recipient = addresses.recipient(mail.order().to()).orElseThrow(Outbox::notReleasable);
        if (mail.row().state() != MailState.WAITING
                || !(letters.write(mail.order(), recipient, false) instanceof Letter letter)
                || !letter.releasable()
                || !store.handOn(id)) {
            throw notReleasable();
        }
        events.publishEvent(Act.of(ActKind.LINK_RELEASED, letter.object()));
        return letter.values().getOrDefault("link", "");
    }

    private static DomainException notReleasable() {
        return new DomainException(NoticeError.NOT_RELEASABLE);
    }

    private Mail mail(MailId id) {
        return jdbc.sql(ROW + "where m.id = ?")
                .param(id.value())
                .query((row, number) -> new Mail(row(row), MailStore.order(row)))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private record Mail(OutboxRow row, MailOrder order) {}

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                new MailId(Columns.uuid(row, "id")),
                row.getString("name"),
                row.getString("kind"),
                "",
                MailState.valueOf(row.getString("state")),
                Utc.instant(row, "due_at"),
                Utc.optional(row, "sent_at"),
                row.getInt("attempts"),
                row.getString("trouble"));
    }
}
