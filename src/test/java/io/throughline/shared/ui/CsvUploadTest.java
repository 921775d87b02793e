package io.throughline.shared.ui;

import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.throughline.support.ViewTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CsvUploadTest extends ViewTest {

    private static final String TABLE = "name,organisation\nJörg Größe,Süd\n";

    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void somebodyIsThere() {
        signIn(fixtures.manager());
    }

    @Test
    void aFileIsReadAsItWasWritten() {
        CsvUpload.read(TABLE.getBytes(StandardCharsets.UTF_8), taken::add);

        assertThat(taken).containsExactly(TABLE);
    }

    /** As spreadsheets save it by default in many countries. */
    @Test
    void aFileInAnotherEncodingIsRefusedInsteadOfTakenInWithOtherLetters() {
        CsvUpload.read(TABLE.getBytes(Charset.forName("windows-1252")), taken::add);

        assertThat(taken).isEmpty();
        expectNotifications(UI.getCurrent().getTranslation("upload.not-utf8"));
    }
}
