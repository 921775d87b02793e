package io.throughline.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.throughline.shared.mail.AddressBook;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    public record Arrived(String to, String subject, String text) {

        /** The path of its link, without a slash before it. */
        public String path() {
            var found = LINK.matcher(text);
            return found.find() ? found.group().replaceFirst("https?://[^/]+/", "") : "";
        }
    }

    /** What arrived at this address; other tests' mails arrive, too. */
    public List<Arrived> deliver(String address) {
        return deliver().stream()
                .filter(one -> one.to().equalsIgnoreCase(address))
                .toList();
    }

    /** What arrived at all addresses, other tests' mails included. */
    public List<Arrived> deliver() {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(server.getSmtp().getPort());
            new Postman(store, letters, addresses, provider(sender), settings, clock).goRound();
            var arrived = new ArrayList<Arrived>();
            for (var mail : server.getReceivedMessages()) {
                arrived.add(new Arrived(
                        mail.getAllRecipients()[0].toString(), mail.getSubject(), (String) mail.getContent()));
            }
            return arrived;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            server.stop();
        }
    }

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
