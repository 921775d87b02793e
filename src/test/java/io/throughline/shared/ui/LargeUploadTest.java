package io.throughline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.throughline.support.ViewTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeUploadTest extends ViewTest {

    @TempDir
    Path folder;

    private final List<Path> heard = new ArrayList<>();
    private final LargeUpload upload = new LargeUpload(new FileLimit(1_000), (file, name) -> heard.add(file));
    private final Div wanted = new Div();
    private Path file = Path.of("");

    @BeforeEach
    void aFileHasArrived() throws IOException {
        signIn(fixtures.manager());
        file = Files.writeString(folder.resolve("arrived.csv"), "a,b");
    }

    @Test
    void whoever_waits_for_it_gets_it() {
        UI.getCurrent().add(wanted);
        upload.hand(UI.getCurrent(), wanted, file, "mine.csv");
        MockVaadin.clientRoundtrip(true);

        assertThat(heard).containsExactly(file);
        assertThat(file).exists();
    }

    @Test
    void where_they_have_left_the_page_it_is_deleted() {
        upload.hand(UI.getCurrent(), wanted, file, "mine.csv");
        MockVaadin.clientRoundtrip(true);

        assertThat(heard).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void where_the_tab_is_gone_it_is_deleted() {
        upload.hand(new UI(), wanted, file, "mine.csv");

        assertThat(heard).isEmpty();
        assertThat(file).doesNotExist();
    }
}
