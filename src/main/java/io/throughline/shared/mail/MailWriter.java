package io.throughline.shared.mail;

import io.throughline.shared.act.ObjectRef;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A room's answer to "what does this mail say now?". Asked when it is sent, perhaps more than once. */
public interface MailWriter {

    /** What stands in the place of what opens something, where a mail is masked. */
    String MASK = "••••••••";

    /** The kinds of mail this room orders. */
    Set<String> kinds();

    /**
     * What stands at the template's places.
     *
     * @param masked for somebody it is not meant for: nothing secret may be made or told
     */
    Written write(MailOrder order, Recipient to, boolean masked);

    /**
     * Those of these mails of which it says something about people that they get them, which the outbox's readers are not to
     * know.
     *
     * @param orders of this room's kinds
     */
    default Set<MailOrder> tellingOfRecipients(Collection<MailOrder> orders) {
        return Set.of();
    }

    /**
     * What these mails are about, by the id they name, in words of the outbox's reader that tell it from others; nothing of
     * those that are about their recipient alone.
     *
     * @param orders of this room's kinds
     */
    default Map<UUID, String> objects(Collection<MailOrder> orders, Locale reader) {
        return Map.of();
    }

    sealed interface Written permits Letter, Withheld {}

    /**
     * @param values by the template's places; "link", where there is one, begins with the portal's configured address
     * @param object what it is about, for the audit trail
     * @param releasable whether an administrator may be given the link, to hand it on where mails don't leave the house
     * @param variant which of the texts of its kind, for readers to whom not the same can be said; empty for the usual one
     */
    record Letter(Map<String, String> values, ObjectRef object, boolean releasable, String variant) implements Written {
        public Letter {
            values = Map.copyOf(values);
        }

        /** In the usual text. */
        public Letter(Map<String, String> values, ObjectRef object, boolean releasable) {
            this(values, object, releasable, "");
        }
    }

    /** @param reasonKey translation key of why there is nothing to send any more */
    record Withheld(String reasonKey) implements Written {}
}
