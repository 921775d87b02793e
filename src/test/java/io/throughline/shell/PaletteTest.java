package io.throughline.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import io.throughline.people.TestAccounts;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

class PaletteTest extends ViewTest {

    @Autowired
    PaletteSearch search;

    @Autowired
    TestAccounts accounts;

    /** The first message after a role was taken away is judged anew, in an open palette as on every page. */
    @Test
    void an_open_palette_finds_what_its_reader_may_see_now() {
        var person = accounts.active(Role.TEAM_MEMBER).viewer();
        signIn(fixtures.administrator());
        UI.getCurrent().navigate("");
        var palette = new Palette(search);
        palette.open();
        _get(Input.class).setValue(person.name());
        assertThat(shown(palette)).contains(person.name());
        SecurityContextHolder.getContext().setAuthentication(As.authentication(fixtures.manager()));
        _get(Input.class).setValue(person.name() + " ");
        assertThat(shown(palette)).doesNotContain(person.name());
    }

    private static String shown(Palette palette) {
        return palette.getElement().getTextRecursively();
    }
}
