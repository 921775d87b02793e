package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Text;
import java.text.NumberFormat;
import org.springframework.modulith.NamedInterface;

/**
 * What the figures of a question rest on: method, people and organisations; and that these are too few, or that there are
 * no figures. Stands above them wherever they are shown.
 */
@NamedInterface("figure")
public class Basis extends Composite<Div> {

    /**
     * @param invited people invited, in the segment shown
     * @param least of fewer people nothing is told
     */
    public Basis(QuestionReport report, int invited, int least) {
        var question = report.question();
        var size = report.result().size();
        var line = Kit.row(Kit.dim(getTranslation(
                key(report, least),
                getTranslation("surveys.method." + question.method().name()),
                question.method().version(),
                size.people(),
                size.organisations(),
                whole(invited))));
        line.addClassName("survey-basis");
        if (isFew(report)) {
            line.add(new Badge(Tone.WARN, "◌", getTranslation("surveys.few")));
        }
        getContent().add(line);
        caution(report, least);
    }

    private static String key(QuestionReport report, int least) {
        var key = isRead(report.question()) ? "surveys.basis.words" : "surveys.basis";
        return report.isTogether(least) ? key + ".together" : key;
    }

    /** For those asked, who are shown what all say together and nothing else. */
    Basis(QuestionReport report, int least) {
        int people = report.result().size().people();
        if (people > 0) {
            getContent().add(Kit.dim(getTranslation("sharing.basis", whole(people))));
        }
        caution(report, least);
    }

    private void caution(QuestionReport report, int least) {
        if (report.result().size().people() == 0) {
            var none = least > 1 ? getTranslation("sharing.question.few", least) : getTranslation("surveys.nobody");
            getContent().add(Kit.dim(none));
        } else if (isFew(report)) {
            getContent().add(Kit.dim(few(report.question())));
        }
    }

    /** Only items are drawn together; a mean of numbers is as fine as they are. */
    private String few(Question question) {
        if (!question.items().isEmpty()) {
            return getTranslation("surveys.few.drawn");
        }
        return question instanceof NumberQuestion ? "" : getTranslation("surveys.few.whole");
    }

    private String whole(int people) {
        return NumberFormat.getIntegerInstance(getLocale()).format(people);
    }

    private static boolean isFew(QuestionReport report) {
        var size = report.result().size();
        return size.tooFewToRank() && size.people() > 0 && !isRead(report.question());
    }

    /** Whether the answers are for reading: there are no figures of them. */
    private static boolean isRead(Question question) {
        return switch (question) {
            case Text _, OwnWords _, FileQuestion _ -> true;
            default -> false;
        };
    }
}
