package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.people.Customer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.CsvUpload;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.campaign.AudienceRow;
import io.throughline.survey.campaign.AudienceVerdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People asked by a list of addresses: first the file is read line by line, then whoever was found is added at once. */
class AudienceLists extends Composite<Div> {

    private static final int MOST_SHOWN = 100;

    private final transient Function<String, List<AudienceRow>> read;
    private final transient Runnable changed;
    private final transient Map<String, Set<PersonId>> added = new LinkedHashMap<>();
    private final UnorderedList lists = new UnorderedList();
    private final Div result = Kit.stack();
    private final Paragraph explained = new Paragraph();
    private final transient Texts texts;
    /** Lists so far, those removed again included: no two have one name. */
    private int taken;

    AudienceLists(Function<String, List<AudienceRow>> read, Texts texts, Runnable changed) {
        this.texts = texts;
        this.read = read;
        this.changed = changed;
        lists.addClassName("tl-list");
        result.getElement().setAttribute("aria-live", "polite");
        explained.setText(getTranslation("surveys.publish.file.text"));
        explained.getElement().setAttribute("tabindex", "-1");
        var upload = new Details(
                getTranslation("surveys.publish.file"), Kit.stack(explained, new CsvUpload(this::show), result));
        getContent().add(upload, lists);
        showLists();
    }

    /** Everybody on any list. */
    Set<PersonId> people() {
        var all = new HashSet<PersonId>();
        added.values().forEach(all::addAll);
        return all;
    }

    void add(String name, Set<PersonId> people) {
        added.put(name, Set.copyOf(people));
        showLists();
    }

    /** What the file means; nobody is added yet. */
    void show(String csv) {
        result.removeAll();
        try {
            var rows = read.apply(csv);
            var found = rows.stream()
                    .filter(row -> row.verdict() == AudienceVerdict.FOUND)
                    .map(AudienceRow::customer)
                    .filter(Objects::nonNull)
                    .map(Customer::id)
                    .collect(Collectors.toSet());
            result.add(new Paragraph(getTranslation(
                    "surveys.publish.file.summary",
                    found.size(),
                    count(rows, AudienceVerdict.UNKNOWN),
                    count(rows, AudienceVerdict.DOUBLED))));
            result.add(table(rows));
            if (!found.isEmpty()) {
                result.add(Kit.row(
                        new Button(getTranslation("surveys.publish.file.add", found.size()), click -> take(found))));
            }
        } catch (DomainException refusal) {
            result.add(new Badge(Tone.BAD, "✕", texts.of(refusal, getLocale())));
        }
    }

    private void take(Set<PersonId> found) {
        result.removeAll();
        taken++;
        add(getTranslation("surveys.publish.file.name", taken), found);
        changed.run();
        explained.getElement().callJsFunction("focus");
    }

    private static long count(List<AudienceRow> rows, AudienceVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** What was not found first, where not all can be shown. */
    private Component table(List<AudienceRow> rows) {
        var shown = rows.stream()
                .sorted(Comparator.comparing(row -> row.verdict() == AudienceVerdict.FOUND))
                .limit(MOST_SHOWN)
                .sorted(Comparator.comparingLong(AudienceRow::line))
                .toList();
        return new DataTable<AudienceRow>(getTranslation("surveys.publish.file.table", shown.size(), rows.size()))
                .numbers(getTranslation("surveys.publish.file.line"), row -> String.valueOf(row.line()))
                .column(getTranslation("surveys.publish.file.address"), AudienceRow::address)
                .column(getTranslation("surveys.publish.file.person"), AudienceLists::name)
                .components(getTranslation("surveys.publish.file.verdict"), this::verdict)
                .rows(shown);
    }

    private static String name(AudienceRow row) {
        var customer = row.customer();
        return customer == null ? "" : customer.name() + " (" + customer.organisationName() + ")";
    }

    private Component verdict(AudienceRow row) {
        var said = Labels.of(this, row.verdict());
        return switch (row.verdict()) {
            case FOUND -> new Badge(Tone.OK, "✓", said);
            case UNKNOWN -> new Badge(Tone.BAD, "✕", said);
            case DOUBLED -> new Badge(Tone.NEUTRAL, "=", said);
        };
    }

    private void showLists() {
        lists.removeAll();
        lists.setVisible(!added.isEmpty());
        added.forEach((name, people) -> lists.add(new ListItem(
                Kit.row(new Span(getTranslation("surveys.publish.file.people", name, people.size())), away(name)))));
    }

    private Button away(String name) {
        var away = new Button(getTranslation("upload.remove"), click -> {
            added.remove(name);
            showLists();
            changed.run();
            explained.getElement().callJsFunction("focus");
        });
        away.setAriaLabel(getTranslation("surveys.publish.file.remove", name));
        return away;
    }
}
