package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.FileId;
import io.throughline.survey.question.FileFormat;
import io.throughline.survey.question.FileQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files, sent to the server one by one as they are chosen; the answer names those that arrived. */
@Tag("tl-files")
@JsModule("context://frontend/answer-files.js")
class FilesField extends AnswerElement {

    /** @param files null where nothing can be brought in: in a preview */
    FilesField(FileQuestion question, FileQuestion.Answer answer, @Nullable FilesDoor files, Locale locale) {
        if (files != null) {
            getElement().setAttribute("target", new FileUpload(question, files, locale));
        }
        var kinds = question.kinds().stream().map(kind -> Labels.of(this, kind)).collect(Collectors.joining(", "));
        show(
                new Drawn(
                        question.title().in(locale),
                        accepted(question),
                        question.most(),
                        question.longest(),
                        files != null,
                        getTranslation("answer.files.limits", kinds, question.most(), question.megabytes()),
                        new Said(
                                getTranslation("answer.files.choose", question.most()),
                                getTranslation("answer.files.drop"),
                                getTranslation("answer.files.count", open(), question.most()),
                                getTranslation("answer.files.sending", open()),
                                getTranslation("answer.files.sent", open()),
                                getTranslation("answer.files.remove", open()),
                                getTranslation("answer.files.removed", open()),
                                getTranslation("answer.files.failed"),
                                getTranslation("save.retry"),
                                getTranslation("answer.files.too-large", question.megabytes()),
                                getTranslation("answer.files.too-many", question.most()))),
                files == null
                        ? List.of()
                        : files.named(answer.files()).stream()
                                .map(file -> FileUpload.Given.of(file, locale))
                                .toList());
    }

    /** What the browser offers to choose; what it sends is looked at here. */
    private static String accepted(FileQuestion question) {
        return Arrays.stream(FileFormat.values())
                .filter(format -> question.kinds().contains(format.kind()))
                .flatMap(format -> format.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }

    static FileQuestion.Answer read(JsonNode value) {
        var files = new ArrayList<FileId>();
        for (var one : value) {
            if (files.size() <= FileQuestion.MOST_FILES) {
                files.add(new FileId(id(one.path("id").asString(""))));
            }
        }
        return new FileQuestion.Answer(files);
    }

    /** Whatever else it is, it is nobody's. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return new UUID(0, 0);
        }
    }

    record Drawn(String title, String accept, int most, int longest, boolean open, String limits, Said said) {}

    record Said(
            String choose,
            String drop,
            String count,
            String sending,
            String sent,
            String remove,
            String removed,
            String failed,
            String retry,
            String tooLarge,
            String tooMany) {}
}
