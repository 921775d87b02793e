package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.EvidenceEntry;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.StatusId;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import java.util.List;
import java.util.function.Consumer;

/** One requirement: its place on the line, what it rests on, what it says, what happened to it. */
class RequirementPanel extends Composite<Div> {

    private static final int QUOTES = 3;

    private final transient BacklogServices services;
    private final transient RequirementDetail shown;
    private final transient Consumer<String> changed;
    private final H2 title = new H2();

    /** @param changed told in words what was done */
    RequirementPanel(BacklogServices services, RequirementId id, boolean edits, Consumer<String> changed) {
        this.services = services;
        this.changed = changed;
        this.shown = services.requirements().detail(id);
        var evidence = services.evidence().of(id);
        getContent().addClassNames("tl-card", "bl-panel");
        getContent().add(head(), new RequirementStrip(shown, evidence), state());
        if (edits) {
            getContent().add(new RequirementActions(services, shown, changed));
        }
        getContent()
                .add(
                        new EvidencePart(services, shown, evidence, edits, changed),
                        quotes(evidence),
                        new NeedsPart(services, shown, edits, changed),
                        text("backlog.requirement.statement", shown.content().statement()),
                        text("backlog.requirement.fit", shown.content().fitCriterion()),
                        estimates(),
                        new HistoryPart(shown, edits, services.viewer().get().zone(), this::tell));
    }

    /** Where the keyboard goes on after something changed. */
    void focus() {
        title.getElement().callJsFunction("focus");
    }

    private Component head() {
        title.setText(shown.content().title().in(getLocale()));
        title.getElement().setAttribute("tabindex", "-1");
        return new Div(Kit.dim(getTranslation("backlog.requirement.head", shown.key(), shown.contentVersion())), title);
    }

    private Component state() {
        var place = shown.place();
        var row = Kit.row(Figures.badge(this, shown.state()));
        if (place.ranked()) {
            row.add(new Span(getTranslation("backlog.panel.rank", place.rank(), place.computedRank())));
        }
        if (place.tooFew()) {
            row.add(Kit.dim(getTranslation("backlog.panel.few")));
        } else if (place.rank() > 0) {
            row.add(Kit.dim(getTranslation("backlog.panel.score", Figures.score(place.score(), getLocale()))));
        }
        if (shown.content().must()) {
            row.add(Kit.dim(getTranslation("backlog.requirement.must")));
        }
        var all = Kit.stack(row);
        if (place.pinReason() != null) {
            all.add(Kit.dim(getTranslation("backlog.panel.pinned", place.pinReason())));
        }
        if (shown.declineReason() != null) {
            all.add(Kit.dim(getTranslation("backlog.panel.declined", shown.declineReason())));
        }
        return all;
    }

    private Component quotes(List<EvidenceEntry> evidence) {
        var quotes = new Div();
        var said = services.triage().behind(shown.id(), QUOTES);
        said.forEach(row -> quotes.add(Kit.quote(row.words(), Speaker.of(this, row))));
        long all = shown.needs().stream().mapToLong(n -> n.answersBehind()).sum();
        if (all > said.size()) {
            quotes.add(Kit.dim(getTranslation("backlog.quote.more", all - said.size())));
        }
        quotes.setVisible(!said.isEmpty() || !evidence.isEmpty());
        return quotes;
    }

    private Component estimates() {
        var content = shown.content();
        return Kit.row(
                new Span(getTranslation("backlog.panel.effort", Figures.days(content.effort(), getLocale()))),
                new Span(getTranslation(
                        "backlog.panel.cost", Figures.amount(content.cost().amount(), getLocale()))));
    }

    private Component text(String key, String words) {
        return new Div(
                new H3(getTranslation(key)),
                TypedText.showsNothing(words)
                        ? Kit.dim(getTranslation("backlog.panel.unwritten"))
                        : new Paragraph(words));
    }

    private void tell(StatusId step, String words) {
        services.statusTexts().save(step, LocalizedText.of(getLocale(), words));
        changed.accept(getTranslation("backlog.status.saved"));
    }
}
