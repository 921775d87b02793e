package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanField;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.Id;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Written;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of any field of a plan in the reader's words. */
class FieldWords {

    private final Component reader;
    private final Locale locale;
    private final PlanContent before;
    private final PlanContent after;
    private final PlanFigures figuresBefore;
    private final PlanFigures figuresAfter;
    private final Function<PersonId, String> names;

    FieldWords(
            Component reader, Locale locale, PlanFigures before, PlanFigures after, Function<PersonId, String> names) {
        this.reader = reader;
        this.locale = locale;
        this.before = before.plan();
        this.after = after.plan();
        this.figuresBefore = before;
        this.figuresAfter = after;
        this.names = names;
    }

    String of(PlanField field, @Nullable Object value) {
        return switch (value) {
            case null -> Written.NONE;
            case Boolean in
            when field == PlanField.IN_SCOPE -> reader.getTranslation(in ? "difference.in" : "difference.out");
            case Money money -> Written.money(money, after.header().currency(), locale);
            case Effort effort -> days(Written.number(effort.days(), locale));
            case WorkDays days -> days(Written.number(days.days(), locale));
            case LocalDate date -> Written.date(date, locale);
            case LocalTime time ->
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(time);
            case DayOfWeek day -> day.getDisplayName(TextStyle.SHORT, locale);
            case LocalizedText text -> inEveryLanguage(text);
            case PersonId person -> names.apply(person);
            case Id id -> title(id);
            case Criterion criterion -> criterion.text();
            case Link link -> link(link);
            case Collection<?> several ->
                several.isEmpty()
                        ? Written.NONE
                        : several.stream().map(one -> of(field, one)).collect(Collectors.joining(" · "));
            case Enum<?> constant -> Labels.of(reader, constant);
            default -> value.toString();
        };
    }

    /** The main figures of an item that comes or goes. */
    String summary(Id id) {
        var figures = after.find(id).isPresent() ? figuresAfter : figuresBefore;
        var parts = new ArrayList<String>();
        figures.plan().find(id).ifPresent(item -> {
            for (var field : new PlanField[] {
                PlanField.DURATION,
                PlanField.AMOUNT,
                PlanField.HOURLY_RATE,
                PlanField.BUSINESS_IMPLICATIONS,
                PlanField.CRITERIA,
                PlanField.DECISION_REASON
            }) {
                var value = item.fields().get(field);
                if (value != null) {
                    parts.add(of(field, value));
                }
            }
        });
        figures.span(id).ifPresent(span -> parts.add(Written.dates(span.start(), span.finish(), locale)));
        figures.cost(id).filter(cost -> !cost.equals(Money.ZERO)).ifPresent(cost -> {
            var text = of(PlanField.COST, cost);
            if (!parts.contains(text)) {
                parts.add(text);
            }
        });
        return String.join(" · ", parts);
    }

    /** A change may be in a language that isn't the reader's. */
    private String inEveryLanguage(LocalizedText text) {
        return text.texts().size() <= 1
                ? text.in(locale)
                : text.texts().entrySet().stream()
                        .map(entry -> Locale.of(entry.getKey()).getDisplayLanguage(locale) + ": " + entry.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private String days(String number) {
        return reader.getTranslation("difference.days", number);
    }

    private String link(Link link) {
        var lag = link.lag().isZero()
                ? ""
                : " " + days(Written.difference(link.lag().days(), locale));
        return reader.getTranslation("difference.link." + link.kind(), title(link.from())) + lag;
    }

    private String title(Id id) {
        return after.find(id).or(() -> before.find(id)).map(PlanItem::title).orElse(Written.NONE);
    }
}
