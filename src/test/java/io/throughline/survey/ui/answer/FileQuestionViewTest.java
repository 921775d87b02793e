package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as answers: asked for, given, read and kept from everybody else. */
class FileQuestionViewTest extends QuestionsViewTest {

    private static final FileQuestion FILES = new FileQuestion(
            QuestionId.next(),
            SurveyFixtures.text("What does it look like?"),
            SurveyFixtures.text(""),
            false,
            List.of(FileKind.PICTURE, FileKind.TEXT),
            2,
            1);
    private static final Text LINE =
            new Text(QuestionId.next(), SurveyFixtures.text("Where?"), SurveyFixtures.text(""), false, false);
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n…".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    AnswerFiles files;

    @BeforeEach
    void ask() {
        publish(FILES, LINE);
    }

    private AnswerFile taken(String name, byte[] content) {
        return As.viewer(customer, () -> files.take(response(), FILES.id(), name, content));
    }

    private static String value(AnswerFile... given) {
        return List.of(given).stream()
                .map(one -> "{\"id\":\"" + one.id().value() + "\",\"name\":\"<b>\"}")
                .toList()
                .toString();
    }

    @Test
    void files_become_an_answer_that_is_reviewed_submitted_and_counted() {
        var ramp = taken("../ramp.exe", PNG);
        assertThat(ramp.name()).isEqualTo("ramp.exe.png");
        assertThat(ramp.mediaType()).isEqualTo("image/png");
        go("1");
        give(FILES, value(ramp));
        assertThat(answer(FILES)).isEqualTo(new FileQuestion.Answer(List.of(ramp.id())));
        go("review");
        assertThat(page()).contains("ramp.exe.png", "1 kB");
        submitted();
        assertThat(page()).contains("One file in all.");
        assertThat(csv()).contains(",file,1,files,,1,");
        UI.getCurrent()
                .navigate("surveys/"
                        + As.viewer(pm, () -> administration.detail(survey))
                                .id()
                                .value()
                        + "/answers/" + FILES.id().value());
        assertThat(page()).contains("ramp.exe.png");
    }

    @Test
    void only_files_given_to_this_question_are_an_answer_to_it() {
        var colleague = fixtures.customer(customer.organisation());
        var theirs = surveys.started(colleague, survey);
        var foreign = As.viewer(colleague, () -> files.take(theirs, FILES.id(), "a.png", PNG));
        go("1");
        give(FILES, value(foreign));
        give(FILES, "[{\"id\":\"no id\"}]");
        give(FILES, "[{\"id\":\"" + UUID.randomUUID() + "\"}]");
        assertThat(sheet().answers()).isEmpty();
        var own = taken("a.png", PNG);
        give(FILES, value(own));
        give(FILES, value(own, taken("b.png", PNG), taken("c.png", PNG)));
        give(FILES, value(own, own));
        assertThat(answer(FILES)).isEqualTo(new FileQuestion.Answer(List.of(own.id())));
        give(FILES, "[]");
        assertThat(answer(FILES)).isEqualTo(FILES.blank());
    }

    @Test
    void what_is_not_asked_for_is_not_taken() {
        refused(SurveyError.FILE_KIND_NOT_ASKED, () -> taken("ramp.png", new byte[] {'M', 'Z', 0}));
        refused(SurveyError.FILE_KIND_NOT_ASKED, () -> taken("ramp.png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        refused(SurveyError.FILE_EMPTY, () -> taken("ramp.png", new byte[0]));
        refused(SurveyError.FILE_TOO_LARGE, () -> taken("ramp.png", new byte[1_000_001]));
        refused(
                SurveyError.UNKNOWN_QUESTION,
                () -> As.viewer(customer, () -> files.take(response(), LINE.id(), "a.png", PNG)));
        for (int i = 0; i < 8; i++) {
            taken("a.png", PNG);
        }
        refused(SurveyError.TOO_MANY_UPLOADS, () -> taken("a.png", PNG));
    }

    @Test
    void a_file_is_had_by_who_gave_it_and_by_who_reads_what_was_submitted() {
        var given = taken("a.png", PNG);
        var takenBack = taken("b.txt", "words".getBytes(StandardCharsets.UTF_8));
        go("1");
        give(FILES, value(given));
        hasNot(pm, given);
        var colleague = fixtures.customer(customer.organisation());
        hasNot(colleague, given);
        refused(
                CommonError.NOT_FOUND,
                () -> As.viewer(colleague, () -> files.take(response(), FILES.id(), "a.png", PNG)));
        submitted();
        assertThat(As.viewer(pm, () -> files.read(given.id())).bytes()).isEqualTo(PNG);
        assertThat(As.viewer(pm, () -> files.named(List.of(takenBack.id(), given.id()))))
                .containsExactly(given);
        assertThat(As.viewer(customer, () -> files.read(takenBack.id())).file()).isEqualTo(takenBack);
        hasNot(pm, takenBack);
        hasNot(colleague, given);
    }

    private void hasNot(Viewer person, AnswerFile file) {
        refused(CommonError.NOT_FOUND, () -> As.viewer(person, () -> files.read(file.id())));
        assertThat(As.viewer(person, () -> files.named(List.of(file.id())))).isEmpty();
    }

    @Test
    void the_designer_says_what_may_be_given() {
        signIn(pm);
        var draft = As.viewer(pm, () -> administration.create(SurveyFixtures.text("With files")));
        UI.getCurrent().navigate("surveys/" + draft.value() + "/design");
        _click(_get(Button.class, spec -> spec.withText("+ File")));
        kinds().setValue(Set.of(FileKind.OFFICE));
        _get(IntegerField.class, spec -> spec.withLabel("MB each at most")).setValue(11);
        var asked = (FileQuestion) As.viewer(pm, () -> administration.detail(draft))
                .content()
                .questions()
                .getFirst();
        assertThat(asked.kinds()).containsExactly(FileKind.OFFICE);
        assertThat(asked.megabytes()).isEqualTo(11);
        assertThat(_get(IntegerField.class, spec -> spec.withLabel("MB each at most"))
                        .getErrorMessage())
                .isEqualTo("A file can be allowed 1 to 10 MB.");
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<FileKind> kinds() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("What may be given"));
    }
}
