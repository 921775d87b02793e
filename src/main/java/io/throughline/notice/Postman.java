package io.throughline.notice;

import io.throughline.notice.MailStore.Claimed;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.mail.MailWriter.Letter;
import io.throughline.shared.mail.MailWriter.Withheld;
import io.throughline.shared.mail.Recipient;
import io.throughline.shared.persistence.DatabaseAbsence;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Each mail is recorded as sent right after the mail server took it; a server that dies in between
 * makes one duplicate, with the same Message-ID, of that one mail. Several servers may send at once.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 20;

    /** How long to wait after the first, second… attempt; after the last one a mail is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final MailStore store;
    private final Letters letters;
    private final AddressBook addresses;
    private final ObjectProvider<JavaMailSender> senders;
    private final NoticeSettings settings;
    private final Clock clock;

    Postman(
            MailStore store,
            Letters letters,
            AddressBook addresses,
            ObjectProvider<JavaMailSender> senders,
            NoticeSettings settings,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.addresses = addresses;
        this.senders = senders;
        this.settings = settings;
        this.clock = clock;
    }

    /** Some batches, so that a queue that never ends doesn't hold up the portal's end. */
    @Scheduled(fixedDelayString = "${throughline.mail-interval:5s}", initialDelayString = "5s")
    void goRound() {
        var sender = senders.getIfAvailable();
        if (sender == null) {
            return;
        }
        try {
            for (int batch = 0; batch < MOST_BATCHES; batch++) {
                var claimed = store.claim(BATCH, clock.instant());
                if (claimed.isEmpty()) {
                    return;
                }
                claimed.forEach(mail -> deliver(sender, mail));
            }
        } catch (ConcurrencyFailureException e) {
            // Another server claims at the same time; the next round comes soon.
            LOG.debug("claims crossed", e);
        }
    }

    private void deliver(JavaMailSender sender, Claimed mail) {
        if (!store.renew(mail, clock.instant())) {
            return;
        }
        var recipient = addresses.recipient(mail.order().to());
        if (recipient.isEmpty()) {
            store.withhold(mail, "mail.withheld.address");
            return;
        }
        MimeMessage message;
        try {
            switch (letters.write(mail.order(), recipient.get(), false)) {
                case Withheld withheld -> {
                    store.withhold(mail, withheld.reasonKey());
                    return;
                }
                case Letter letter -> message = message(sender, mail, recipient.get(), letter);
            }
        } catch (IllegalArgumentException | MessagingException | MailParseException e) {
            LOG.warn("A mail of kind {} can't be written: {}", mail.order().kind(), e.getMessage());
            store.fail(mail, e.getClass().getSimpleName());
            return;
        } catch (RuntimeException e) {
            if (DatabaseAbsence.isLostConnection(e)) {
                throw e;
            }
            // Its own trouble only: the mails behind it in the batch must not wait for it.
            LOG.warn("A mail of kind {} can't be written now", mail.order().kind(), e);
            tryLater(mail, e.getClass().getSimpleName());
            return;
        }
        try {
            sender.send(message);
        } catch (MailException e) {
            refused(mail, e);
            return;
        }
        store.sent(mail, clock.instant());
    }

    private MimeMessage message(JavaMailSender sender, Claimed mail, Recipient to, Letter letter)
            throws MessagingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mailFrom());
        helper.setTo(to.address());
        helper.setSubject(letters.subject(mail.order().kind(), letter, to.locale()));
        helper.setText(letters.text(mail.order().kind(), letter, to.locale()));
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + mail.id().value() + "@" + settings.host() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Neither the address nor a link belongs in the log or in the outbox: both say only what kind of trouble it was. */
    private void refused(Claimed mail, MailException e) {
        if (isForGood(e)) {
            giveUp(mail, trouble(e));
        } else {
            tryLater(mail, trouble(e));
        }
    }

    private void tryLater(Claimed mail, String trouble) {
        if (mail.attempts() > PAUSES.size()) {
            giveUp(mail, trouble);
        } else {
            store.postpone(mail, clock.instant().plus(PAUSES.get(mail.attempts() - 1)), trouble);
        }
    }

    private void giveUp(Claimed mail, String trouble) {
        LOG.warn("A mail of kind {} is given up: {}", mail.order().kind(), trouble);
        store.fail(mail, trouble);
    }

    private static String trouble(MailException e) {
        var cause = e.getMostSpecificCause();
        return cause.getClass().getSimpleName();
    }

    /** The server refuses this address, whenever it is asked. */
    private static boolean isForGood(MailException e) {
        return e instanceof MailSendException several
                && several.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SendFailedException refused
                                && refused.getInvalidAddresses() != null
                                && refused.getInvalidAddresses().length > 0);
    }
}
