package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.logic.Course;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.question.AnswerField;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page: how far one is and whether all is stored, a question or a section's questions with their fields, back and on. */
public class QuestionStep extends Composite<Div> {

    private static final int SECONDS = 60;

    private final AnswerSheet sheet;
    private final int number;
    private final transient @Nullable FilesDoor files;
    private final transient Quotes quotes;
    private final Map<QuestionId, Component> blocks = new HashMap<>();
    /** Texts that quote answers; those that are given on this page they say as soon as they are stored. */
    private final transient List<Consumer<Quotes>> quoting = new ArrayList<>();

    private final transient Supplier<AnswerSheet> now;
    private final Span said = new Span();
    private final StepButtons buttons = new StepButtons();
    private final Button onward;
    private boolean isFromReview;

    /**
     * @param number of the page, from 1
     * @param home leads to the first page
     * @param files takes in what is uploaded; null where nothing can be
     * @param keeping makes what stands around the fields: of the one field's name, and what to do after each value
     * @param go to another step, by its place in the address
     * @param now the answers as they are by now
     */
    public QuestionStep(
            AnswerSheet sheet,
            int number,
            Component home,
            BiFunction<String, Runnable, Keep> keeping,
            @Nullable FilesDoor files,
            ZoneId zone,
            Consumer<String> go,
            Supplier<AnswerSheet> now) {
        this.sheet = sheet;
        this.number = number;
        this.files = files;
        this.now = now;
        this.quotes = sheet.quotes();
        var course = sheet.course();
        var step = course.steps().get(number - 1);
        var field = asksOne() ? step.entries().getFirst().id().value().toString() : "";
        var keep = keeping.apply(field, this::follow);
        var saved = lastSaved(step);
        keep.add(
                Kit.div("answer-head", home),
                progress(course, keep.state(saved == null ? "" : keep.savedAt(saved, zone))));
        if (asksOne()) {
            alone(step, keep);
        } else {
            together(step, keep);
        }
        buttons.other(getTranslation("answer.back"), () -> go.accept(number == 1 ? "" : String.valueOf(number - 1)));
        onward = buttons.button("", () -> go.accept(next()));
        said.addClassName("tl-visually-hidden");
        said.getElement().setAttribute("role", "status");
        keep.add(buttons, said, note(zone));
        show(course);
        getContent().add(keep);
    }

    /** Whoever came here to change one answer isn't led through all that follow: the way on leads back. */
    QuestionStep fromReview() {
        isFromReview = true;
        show(sheet.course());
        return this;
    }

    private boolean asksOne() {
        return switch (sheet.content().paging()) {
            case QUESTION -> true;
            case SECTION -> false;
        };
    }

    private @Nullable Instant lastSaved(Course.Step step) {
        return step.entries().stream()
                .map(entry -> sheet.answers().get(entry.id()))
                .filter(Objects::nonNull)
                .flatMap(held -> Stream.ofNullable(held.savedAt()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private String next() {
        return !isFromReview && number < byNow().course().steps().size()
                ? String.valueOf(number + 1)
                : AnswerPages.REVIEW;
    }

    /** Looked up only where something here depends on it. */
    private AnswerSheet byNow() {
        return sheet.content().isConditional() || !quoting.isEmpty() ? now.get() : sheet;
    }

    /** After an answer was stored: questions that depend on it appear or go, and texts that quote it say it. */
    private void follow() {
        var after = byNow();
        show(after.course());
        if (!quoting.isEmpty()) {
            var read = after.quotes();
            quoting.forEach(text -> text.accept(read));
        }
    }

    private void show(Course course) {
        var before = asked();
        blocks.forEach((question, block) -> block.setVisible(course.shows(question)));
        var after = asked();
        if (!before.equals(after) && isAttached()) {
            int more = after.size() - before.size();
            said.setText(getTranslation(more > 0 ? "answer.more" : more < 0 ? "answer.fewer" : "answer.others"));
        }
        boolean last = isFromReview || number == course.steps().size();
        onward.setText(getTranslation(last ? "answer.next.review" : "answer.next"));
    }

    /** The questions in sight, where a page has several. */
    private Set<QuestionId> asked() {
        return blocks.entrySet().stream()
                .filter(block -> block.getValue().isVisible())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void alone(Course.Step step, Keep keep) {
        var entry = step.entries().getFirst();
        if (step.section().isHeaded()) {
            keep.add(Kit.div("answer-section", new Span(read(step.section().title()))));
            help(step.opens() ? read(step.section().help()) : "", keep::add);
        }
        var heading = StepButtons.heading(read(entry.question().title()));
        var must = must(entry);
        // Whoever is led to the heading hears it there.
        must.setId("must-" + entry.id().value());
        heading.getElement()
                .setAttribute("aria-describedby", "must-" + entry.id().value());
        keep.add(heading, must);
        help(read(entry.question().help()), keep::add);
        var held = sheet.answers().get(entry.id());
        keep.seen(held == null ? 0 : held.revision()).add(field(entry));
    }

    private void together(Course.Step step, Keep keep) {
        var title = step.section().title();
        keep.many()
                .add(StepButtons.heading(title.isBlank() ? sheet.intro().title().in(getLocale()) : read(title)));
        help(read(step.section().help()), keep::add);
        for (var entry : step.section().entries()) {
            var question = entry.question();
            var block = Kit.div("answer-block", following(new H2(), question.title()), must(entry));
            if (!TypedText.showsNothing(question.help().in(getLocale()))) {
                block.add(following(new Paragraph(), question.help()));
            }
            var field = field(entry);
            var held = sheet.answers().get(entry.id());
            field.getElement().setAttribute("field", entry.id().value().toString());
            field.getElement().setAttribute("seen", String.valueOf(held == null ? 0 : held.revision()));
            block.add(field);
            blocks.put(entry.id(), block);
            keep.add(block);
        }
    }

    /** Whether it has to be answered. */
    private Component must(Entry entry) {
        var must = Kit.dim(getTranslation(entry.question().required() ? "answer.must" : "answer.may"));
        must.addClassName("answer-must");
        return must;
    }

    private Component field(Entry entry) {
        var held = sheet.answers().get(entry.id());
        var respondent = sheet.id().value();
        var question = quotes.in(entry.shownTo(respondent));
        return AnswerField.of(
                question, held == null ? question.blank() : held.answer(), files, getLocale(), respondent);
    }

    /** With earlier answers where the text quotes them. */
    private String read(LocalizedText text) {
        return quotes.in(text).in(getLocale());
    }

    private HtmlContainer following(HtmlContainer part, LocalizedText text) {
        part.setText(read(text));
        if (!Quotes.codes(text).isEmpty()) {
            quoting.add(read -> part.setText(read.in(text).in(getLocale())));
        }
        return part;
    }

    private static void help(String text, Consumer<Component> add) {
        if (!TypedText.showsNothing(text)) {
            add.accept(new Paragraph(text));
        }
    }

    /** @param saved whether all is stored: beside how far one is, which stays in sight */
    private Component progress(Course course, Component saved) {
        List<Course.Step> steps = course.steps();
        var seconds = steps.stream()
                .skip(number - 1L)
                .flatMap(step -> step.entries().stream())
                .mapToInt(entry -> entry.question().seconds())
                .sum();
        var text = getTranslation(asksOne() ? "answer.step" : "answer.part", number, steps.size()) + " · "
                + getTranslation("answer.minutes.left", Math.ceilDiv(seconds, SECONDS));
        var bar = new HtmlContainer("progress");
        bar.getElement().setAttribute("max", String.valueOf(steps.size()));
        bar.getElement().setAttribute("value", String.valueOf(number - 1));
        bar.getElement().setAttribute("aria-hidden", "true");
        return Kit.div("answer-progress", Kit.dim(text), saved, bar);
    }

    private Component note(ZoneId zone) {
        var closes = sheet.intro().closesAt();
        var confidentiality = sheet.intro().confidentiality();
        var seen =
                getTranslation("answer.seen." + confidentiality, sheet.intro().groupSize());
        var text = closes == null
                ? seen
                : seen + " "
                        + getTranslation(
                                confidentiality == Confidentiality.ANONYMOUS ? "answer.note.code" : "answer.note",
                                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .withLocale(getLocale())
                                        .format(closes.atZone(zone)));
        var note = Kit.dim(text);
        note.addClassName("answer-note");
        return note;
    }
}
