package io.throughline.survey.ui.start;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.upload.Upload;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ForeignSurveyViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    private Viewer pm;

    @BeforeEach
    void list() {
        pm = fixtures.projectManager();
        signIn(pm);
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("Bring in a survey")));
    }

    private static void given(byte[] file) {
        _get(ForeignSurvey.class).show(file, _get(Dialog.class));
    }

    @ParameterizedTest
    @CsvSource({"town-hall.lss, The town hall, Behaves differently", "library.json, The library, Always asked"})
    void a_survey_of_another_tool_becomes_a_draft_once_it_was_seen_what_it_loses(
            String name, String title, String loses) throws IOException {
        given(Files.readAllBytes(Path.of("src/test/resources/foreign", name)));
        assertThat(text()).contains(title, loses);
        _click(_get(Button.class, spec -> spec.withText("Create the draft")));

        var id = new SurveyId(UUID.fromString(UI.getCurrent()
                .getInternals()
                .getActiveViewLocation()
                .getSegments()
                .get(1)));
        var made = As.viewer(pm, () -> surveys.detail(id));
        assertThat(made.content().title().texts()).containsEntry("en", title);
        assertThat(made.content().languages()).containsExactly("en", "de");
        assertThat(made.campaigns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<document><a></document>, line 1", "{\"pages\": [}, line 1", "{}, no survey"})
    void what_is_none_says_so_and_makes_nothing(String file, String says) {
        int before = surveys();
        given(file.getBytes(StandardCharsets.UTF_8));

        assertThat(text()).containsIgnoringCase(says);
        assertThat(_find(Button.class, spec -> spec.withText("Create the draft")))
                .isEmpty();
        assertThat(surveys()).isEqualTo(before);
    }

    @Test
    void the_upload_speaks_the_reader_s_language() {
        _get(Dialog.class).close();
        UI.getCurrent().setLocale(Locale.GERMAN);
        _click(_get(Button.class, spec -> spec.withText("Bring in a survey")));

        var words = _get(Upload.class).getI18n();
        assertThat(words.getError().getIncorrectFileType())
                .contains("LimeSurvey")
                .contains("weder");
        assertThat(words.getError().getFileIsTooBig()).startsWith("Die Datei ist größer als 5 MB");
        assertThat(words.getUploading().getStatus().getProcessing()).isEqualTo("Wird gelesen …");
    }

    private int surveys() {
        return As.viewer(pm, () -> surveys.count(""));
    }

    private static String text() {
        return _get(Dialog.class).getElement().getTextRecursively();
    }
}
