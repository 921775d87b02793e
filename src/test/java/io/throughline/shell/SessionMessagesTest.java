package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.i18n.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SessionMessagesTest {

    private final SessionMessages messages = new SessionMessages(new Texts());

    @Test
    void an_ended_session_is_said_in_the_readers_language() {
        assertThat(messages.in(Locale.ENGLISH).getSessionExpiredCaption()).isEqualTo("Your session has ended");
        assertThat(messages.in(Locale.GERMAN).getSessionExpiredCaption()).isEqualTo("Ihre Sitzung ist beendet");
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
