package io.throughline.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.throughline.shared.mail.AddressBook;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Lets everything that is due arrive at a mail server of a test's own. */
@Component
public class TestPost {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final MailStore store;
    private final Letters letters;
    private final AddressBook addresses;
    private final NoticeSettings settings;
    private final Clock clock;

    TestPost(MailStore store, Letters letters, AddressBook addresses, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail that arrived. */
    public record Arrived(String to, String subject, String text, String messageId) {

        /** The path of its link, without a slash before it. */
        public String path() {
            var found = LINK.matcher(text);
            return found.find() ? found.group().replaceFirst("https?://[^/]+/", "") : "";
        }
    }

    /** What arrived at this address; other tests' mails arrive, too. */
    public List<Arrived> deliver(String address) {
        return deliver(address, Duration.ZERO);
    }

    /** As {@link #deliver(String)}, so much later. */
    public List<Arrived> deliver(String address, Duration later) {
        return at(address, arriving((server, sender) -> postman(sender, later).goRound()));
    }

    /** What arrived at all addresses, other tests' mails included. */
    public List<Arrived> deliver() {
        return arriving((server, sender) -> postman(sender, Duration.ZERO).goRound());
    }

    private static List<Arrived> at(String address, List<Arrived> arrived) {
        return arrived.stream()
                .filter(one -> one.to().equalsIgnoreCase(address))
                .toList();
    }

    /** Nobody answers where the mail server should be. */
    public void refuse() {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        var sender = sender(server);
        server.stop();
        postman(sender, Duration.ZERO).goRound();
    }

    /** What arrived though the portal was killed right after the mail server took it, before that was recorded. */
    public List<Arrived> deliverAndDie(String address) {
        return at(address, arriving((server, sender) -> {
            var dying = new JavaMailSenderImpl() {
                @Override
                public void send(MimeMessage message) {
                    sender.send(message);
                    if (hasArrived(server, address)) {
                        throw new Killed();
                    }
                }
            };
            try {
                postman(dying, Duration.ZERO).goRound();
            } catch (Killed e) {
                return;
            }
            throw new IllegalStateException("nothing was sent to " + address);
        }));
    }

    private List<Arrived> arriving(BiConsumer<GreenMail, JavaMailSender> round) {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            round.accept(server, sender(server));
            var arrived = new ArrayList<Arrived>();
            for (var mail : server.getReceivedMessages()) {
                arrived.add(new Arrived(
                        mail.getAllRecipients()[0].toString(),
                        mail.getSubject(),
                        (String) mail.getContent(),
                        mail.getHeader("Message-ID")[0]));
            }
            return arrived;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            server.stop();
        }
    }

    private static boolean hasArrived(GreenMail server, String address) {
        return server.getReceivedMessagesForDomain(address).length > 0;
    }

    private Postman postman(JavaMailSender sender, Duration later) {
        return new Postman(store, letters, addresses, provider(sender), settings, Clock.offset(clock, later));
    }

    private static JavaMailSender sender(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private static final class Killed extends RuntimeException {}

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender sender) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }

            @Override
            public JavaMailSender getIfAvailable() {
                return sender;
            }
        };
    }
}
