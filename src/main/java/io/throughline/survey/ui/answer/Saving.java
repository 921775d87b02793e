package io.throughline.survey.ui.answer;

import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.DatabaseAbsence;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Saved;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.Keep.Outcome;
import io.throughline.survey.ui.Keep.Reply;
import io.throughline.survey.ui.question.AnswerField;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Stores the values of one page of a response, and notices when another tab saved since that page was loaded. */
class Saving {

    private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

    private final AnswerBook book;
    private final Texts texts;
    private final List<Question> questions;
    private final ZoneId zone;
    private final Runnable tell;
    private Instant loadedAt;

    /** @param tell that another tab saved later than this one loaded */
    Saving(AnswerBook book, Texts texts, AnswerSheet sheet, ZoneId zone, Runnable tell) {
        this.book = book;
        this.texts = texts;
        this.questions = sheet.questions();
        this.zone = zone;
        this.tell = tell;
        this.loadedAt = sheet.loadedAt();
    }

    Reply store(Keep.Value value, Locale locale) {
        try {
            var question = questions.stream()
                    .filter(one -> one.id().value().toString().equals(value.field()))
                    .findFirst()
                    .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_QUESTION));
            var saved = book.save(question.id(), AnswerField.read(question, value.value()), value.stamp());
            notice(saved);
            return new Reply(Outcome.SAVED, words(saved.at(), locale), saved.revision());
        } catch (DomainException refusal) {
            return new Reply(Outcome.REFUSED, "! " + texts.of(refusal, locale), 0);
        } catch (DataAccessException | TransactionException failure) {
            if (DatabaseAbsence.isLostConnection(failure)) {
                LOG.warn("an answer could not be stored while the database can't be reached; its page tries again");
            } else {
                LOG.warn("an answer could not be stored; its page keeps it and offers to try again", failure);
            }
            return new Reply(Outcome.FAILED, "", 0);
        }
    }

    /** The person came back to this tab. */
    void look(UUID tab) {
        if (book.savedElsewhere(tab).filter(at -> at.isAfter(loadedAt)).isPresent()) {
            tell.run();
        }
    }

    private void notice(Saved saved) {
        var elsewhere = saved.savedElsewhere();
        if (saved.replacedOther() || elsewhere != null && elsewhere.isAfter(loadedAt)) {
            tell.run();
        }
        // What this page sent again bears an earlier page's stamp; it is no other tab's.
        if (saved.at().isAfter(loadedAt)) {
            loadedAt = saved.at();
        }
    }

    private String words(Instant at, Locale locale) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
        return "✓ " + texts.getTranslation("save.saved", locale, time);
    }
}
