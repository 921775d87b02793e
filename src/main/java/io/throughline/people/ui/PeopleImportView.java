package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.ImportRow;
import io.throughline.people.IssuedLink;
import io.throughline.people.PeopleImport;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.CsvUpload;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Many people from one file: first what would happen, row by row; then all of them or none. */
@Route(PeopleNavigation.IMPORT)
@RolesAllowed("ADMINISTRATOR")
class PeopleImportView extends Composite<Div> implements HasDynamicTitle {

    private static final int MOST_SHOWN = 200;
    private static final String EXAMPLE = """
            name,email,roles,organisation,language
            Ada Example,ada@example.org,PROJECT_MANAGER|MANAGER,,
            Ben Example,ben@example.org,CUSTOMER,District 1,de""";

    private final transient PeopleImport people;
    private final transient Texts texts;
    private final TextArea csv = new TextArea(getTranslation("people.import.text"));
    private final Kept kept;
    private final LongWork work = new LongWork();
    private final Div result = Kit.div("tl-stack");

    PeopleImportView(PeopleImport people, Texts texts) {
        this.people = people;
        this.texts = texts;
        csv.setWidthFull();
        csv.setMinHeight("9em");
        csv.setMaxHeight("22em");
        csv.setId("csv");
        var form = Kit.stack(upload(), csv);
        kept = Kept.in(form, "people-import").text("csv", csv);
        result.getElement().setAttribute("aria-live", "polite");
        var check = new Button(getTranslation("people.import.check"), click -> check());
        check.addThemeVariants(ButtonVariant.PRIMARY);
        getContent()
                .add(
                        new PageHeader(getTranslation("people.import"))
                                .above(Kit.link(PeopleNavigation.PEOPLE, getTranslation("people.title")))
                                .below(Kit.dim(getTranslation("people.import.explanation"))),
                        Kit.columns(
                                Kit.card(Kit.stack(form, Kit.row(check))),
                                Kit.card(getTranslation("people.import.example"), example())),
                        work,
                        result);
    }

    /** May be wider than its card, and is scrolled by keyboard then. */
    private Component example() {
        var example = new Pre(EXAMPLE);
        example.addClassName("tl-people-example");
        example.getElement().setAttribute("tabindex", "0");
        example.getElement().setAttribute("role", "region");
        example.getElement().setAttribute("aria-label", getTranslation("people.import.example"));
        return example;
    }

    private Component upload() {
        return new CsvUpload(text -> {
            csv.setValue(text);
            check();
        });
    }

    private void check() {
        result.removeAll();
        var checked = csv.getValue();
        var rows = people.dryRun(checked);
        var bad = rows.stream().filter(row -> !row.good()).count();
        result.add(Kit.card(
                getTranslation("people.import.dry-run"),
                new Paragraph(getTranslation("people.import.summary", rows.size() - bad, bad)),
                table(rows)));
        if (bad == 0) {
            var go = new Button(getTranslation("people.import.go", rows.size()), click -> importAll(checked));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            result.add(Kit.row(go));
        }
    }

    private void importAll(String checked) {
        work.start(
                getTranslation("people.import.doing"),
                progress -> people.importAll(checked, progress),
                links -> done(links.get()),
                () -> Notices.done(getTranslation("people.import.stopped")));
    }

    /** Bad rows first where not all can be shown. */
    private Component table(List<ImportRow> rows) {
        var shown = rows.size() <= MOST_SHOWN
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparing(ImportRow::good))
                        .limit(MOST_SHOWN)
                        .toList();
        return new DataTable<ImportRow>(getTranslation("people.import.table", shown.size(), rows.size()))
                .numbers(getTranslation("people.import.line"), row -> String.valueOf(row.line()))
                .column(getTranslation("people.person.name"), ImportRow::name)
                .column(getTranslation("people.email"), ImportRow::email)
                .column(
                        getTranslation("people.roles"),
                        row -> row.roles().stream()
                                .map(role -> Labels.of(this, role))
                                .collect(Collectors.joining(", ")))
                .column(getTranslation("people.person.organisation"), ImportRow::organisation)
                .column(
                        getTranslation("people.import.language"),
                        row -> row.language().getDisplayLanguage(getLocale()))
                .components(getTranslation("people.import.verdict"), this::verdict)
                .rows(shown);
    }

    private Component verdict(ImportRow row) {
        return row.good()
                ? new Badge(Tone.OK, "✓", getTranslation("people.import.good"))
                : Kit.stack(
                        new Badge(Tone.BAD, "✕", getTranslation("people.import.bad")),
                        Kit.dim(row.problems().stream()
                                .map(problem -> texts.of(problem, getLocale()))
                                .collect(Collectors.joining(" "))));
    }

    private void done(List<IssuedLink> links) {
        result.removeAll();
        csv.clear();
        kept.forget();
        var list = new TextArea(getTranslation("people.import.links"));
        list.setWidthFull();
        list.setReadOnly(true);
        list.setMaxHeight("22em");
        list.setValue(links.stream()
                .map(link -> link.name() + "\t" + link.email() + "\t" + link.url())
                .collect(Collectors.joining("\n")));
        result.add(Kit.card(
                getTranslation("people.import.done", links.size()),
                new Paragraph(getTranslation(
                        links.stream().allMatch(IssuedLink::mailed)
                                ? "people.import.done.mailed"
                                : "people.import.done.text")),
                list));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.import") + " · Throughline";
    }
}
