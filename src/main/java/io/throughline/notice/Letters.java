package io.throughline.notice;

import io.throughline.shared.i18n.Texts;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailWriter;
import io.throughline.shared.mail.MailWriter.Letter;
import io.throughline.shared.mail.MailWriter.Written;
import io.throughline.shared.mail.Recipient;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what a room says into the template of its kind, in the recipient's language. */
@Component
class Letters {

    private final Map<String, MailWriter> writers = new HashMap<>();
    private final Texts texts;

    Letters(List<MailWriter> rooms, Texts texts) {
        rooms.forEach(room -> room.kinds().forEach(kind -> writers.put(kind, room)));
        this.texts = texts;
    }

    /** Asks the room, whose own transaction it is: what it makes, a link say, is kept before anything is sent. */
    @Transactional
    Written write(MailOrder order, Recipient to, boolean masked) {
        var writer = writers.get(order.kind());
        if (writer == null) {
            throw new IllegalArgumentException("nobody writes " + order.kind());
        }
        return writer.write(order, to, masked);
    }

    /** As {@link MailWriter#tellingOfRecipients}, whoever writes them. */
    Set<MailOrder> tellingOfRecipients(Collection<MailOrder> orders) {
        return byWriter(orders).entrySet().stream()
                .flatMap(room -> room.getKey().tellingOfRecipients(room.getValue()).stream())
                .collect(Collectors.toSet());
    }

    /** As {@link MailWriter#objects}, whoever writes them. */
    Map<UUID, String> objects(Collection<MailOrder> orders, Locale reader) {
        var objects = new HashMap<UUID, String>();
        byWriter(orders).forEach((room, own) -> objects.putAll(room.objects(own, reader)));
        return objects;
    }

    private Map<MailWriter, List<MailOrder>> byWriter(Collection<MailOrder> orders) {
        return orders.stream()
                .filter(order -> writers.containsKey(order.kind()))
                .collect(Collectors.groupingBy(order -> writers.get(order.kind())));
    }

    String subject(String kind, Letter letter, Locale locale) {
        return template(kind, "subject", locale).fillHeader(letter.values());
    }

    String text(String kind, Letter letter, Locale locale) {
        var variant = letter.variant();
        return template(kind, variant.isEmpty() ? "text" : "text." + variant, locale)
                .fill(letter.values());
    }

    private Template template(String kind, String part, Locale locale) {
        return new Template(texts.getTranslation("mail." + kind + "." + part, locale));
    }
}
