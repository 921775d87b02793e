package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.export.ResponseExport.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The results as files to take along, each with what it is good for. */
class ExportCard extends Composite<Div> {

    /** Writes one of the files. */
    interface Writer {
        void write(Format format, OutputStream out) throws IOException;
    }

    /**
     * @param key of the survey, by which the files are named
     * @param formats offered
     */
    ExportCard(String key, List<Format> formats, Writer writer) {
        var list = new UnorderedList();
        list.addClassNames("tl-list", "survey-export");
        for (var format : formats) {
            var link = new Anchor(
                    new FreshFile(
                            key + "-results." + format.ending(), format.mediaType(), out -> writer.write(format, out)),
                    Labels.of(this, format));
            list.add(new ListItem(link, Kit.dim(said(format, formats.contains(Format.SPSS)))));
        }
        getContent().addClassNames("survey-export-card", "tl-no-print");
        getContent().add(Kit.card(getTranslation("surveys.export"), list));
    }

    /** @param responses whether single ones go out: where they don't, the workbook holds figures only */
    private String said(Format format, boolean responses) {
        return format == Format.XLSX && !responses
                ? getTranslation("surveys.export.figures")
                : getTranslation("surveys.export." + format.name());
    }
}
