package io.throughline.people;

import io.throughline.shared.i18n.Texts;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends links by mail where a mail server is set, after the commit and without anybody waiting for it. */
@Component
class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int CONNECTIONS = 3;

    private final ObjectProvider<JavaMailSender> sender;
    /** An import of people makes thousands of mails at once: no mail server takes that many connections. */
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);

    private final Texts texts;
    private final PeopleSettings settings;

    Mailer(ObjectProvider<JavaMailSender> sender, Texts texts, PeopleSettings settings) {
        this.sender = sender;
        this.texts = texts;
        this.settings = settings;
    }

    boolean available() {
        return sender.getIfAvailable() != null;
    }

    /** Sends {@code people.mail.<kind>.subject} and {@code .text} once the transaction has committed. */
    void send(Account account, String name, String kind, String url) {
        var language = account.language();
        var message = message(account.email(), name, kind, url, language);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("mail").start(() -> deliver(message));
            }
        });
    }

    private SimpleMailMessage message(String to, String name, String kind, String url, Locale language) {
        var message = new SimpleMailMessage();
        message.setFrom(settings.mailFrom());
        message.setTo(to);
        message.setSubject(texts.getTranslation("people.mail." + kind + ".subject", language));
        message.setText(texts.getTranslation("people.mail." + kind + ".text", language, name, url));
        return message;
    }

    private void deliver(SimpleMailMessage message) {
        connections.acquireUninterruptibly();
        try {
            sender.getObject().send(message);
        } catch (MailException e) {
            // Neither the address nor the link belongs in a log.
            LOG.warn(
                    "A mail with a one-time link could not be sent: {}",
                    e.getClass().getSimpleName());
        } finally {
            connections.release();
        }
    }
}
