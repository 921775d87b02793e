package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.Locale;

/**
 * A field drawn in the browser by a module of ours out of native inputs. The server holds one node for it, however many
 * items it lists; question and answer travel once and are not kept.
 */
abstract class AnswerElement extends Component {

    /** @param question what the module's {@code show} draws, @param value what it is filled with */
    void show(Object question, Object value) {
        getElement()
                .executeJs("customElements.whenDefined(this.localName).then(() => this.show($0, $1))", question, value);
    }

    /** The reader's words for a place the module fills in: "{0}" stays. */
    static String open() {
        return "{0}";
    }

    static List<Entry> entries(Question question, Locale locale) {
        return question.items().stream()
                .map(item -> new Entry(item.key(), item.text().in(locale)))
                .toList();
    }

    /** How long a text may be, and how that is said. */
    Limit limit(int most) {
        return new Limit(
                most, getTranslation("answer.words.count", open(), most), getTranslation("answer.words.left", open()));
    }

    record Limit(int most, String count, String left) {}

    /** An item in the reader's language. */
    record Entry(String key, String text) {}
}
