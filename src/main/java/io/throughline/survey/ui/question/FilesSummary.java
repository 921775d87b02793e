package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.question.FileQuestion;

/** The files somebody gave, each to be fetched. */
class FilesSummary extends AnswerLines {

    FilesSummary(FileQuestion.Answer answer, FilesDoor files) {
        add(list(files.named(answer.files()).stream()
                .map(file -> line(file, files))
                .toList()));
    }

    private Component line(AnswerFile file, FilesDoor files) {
        var link = new Anchor(new FileDownload(files, file.id()), file.name());
        link.setAriaLabel(getTranslation("answer.files.download", file.name()));
        return new ListItem(new Span(link), Kit.dim(FileSize.of(file.bytes(), getLocale())));
    }
}
