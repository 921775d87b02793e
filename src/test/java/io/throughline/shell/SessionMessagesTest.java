package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.support.As;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionMessagesTest {

    private final SessionMessages messages = new SessionMessages(new Texts(), new CurrentViewer());

    @Test
    void an_ended_session_is_said_in_the_readers_language() {
        assertThat(messages.in(Locale.ENGLISH).getSessionExpiredCaption()).isEqualTo("Your session has ended");
        assertThat(messages.in(Locale.GERMAN).getSessionExpiredCaption()).isEqualTo("Ihre Sitzung ist beendet");
    }

    @Test
    void the_readers_language_is_that_of_the_account() {
        var german = new Viewer(PersonId.next(), "Erika", Set.of(Role.CUSTOMER), null, Locale.GERMAN, ZoneOffset.UTC);
        assertThat(As.viewer(german, () -> messages.forReader(Locale.ENGLISH)).getSessionExpiredCaption())
                .isEqualTo("Ihre Sitzung ist beendet");
        assertThat(messages.forReader(Locale.GERMAN).getSessionExpiredCaption())
                .as("of nobody known, what the browser asks for")
                .isEqualTo("Ihre Sitzung ist beendet");
    }

    /** Without an address of its own a message loads the page again that is there. */
    @Test
    void going_on_leads_back_to_the_same_page() {
        var english = messages.in(Locale.ENGLISH);
        assertThat(english.getSessionExpiredURL()).isNull();
        assertThat(english.getInternalErrorURL()).isNull();
        assertThat(english.getSyncErrorURL()).isNull();
    }
}
