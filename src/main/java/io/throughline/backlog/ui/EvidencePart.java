package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.throughline.backlog.EvidenceEntry;
import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.priority.Estimate;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The figures a requirement rests on, as frozen, with one step to the answers behind them and to those of today. */
class EvidencePart extends Composite<Div> {

    private record Line(String name, String figure, String interval) {}

    private final transient BacklogServices services;

    EvidencePart(
            BacklogServices services,
            RequirementDetail requirement,
            List<EvidenceEntry> entries,
            boolean edits,
            Consumer<String> changed) {
        this.services = services;
        getContent().add(new H3(getTranslation("backlog.evidence")));
        if (entries.isEmpty()) {
            getContent().add(Kit.dim(getTranslation("backlog.noEvidence.text")));
        }
        for (var entry : entries) {
            getContent().add(table(entry.figures()), footer(entry, requirement, edits, changed));
            if (entry.figures().credibility() < 1) {
                getContent()
                        .add(Kit.dim(getTranslation(
                                "backlog.evidence.counts",
                                Figures.rounded(entry.figures().credibility(), getLocale()))));
            }
        }
    }

    private Div footer(EvidenceEntry entry, RequirementDetail requirement, boolean edits, Consumer<String> changed) {
        var answers = new Button(
                getTranslation("backlog.evidence.answers"),
                click -> new AnswersDialog(services.results(), entry.source()).open());
        answers.addThemeVariants(ButtonVariant.TERTIARY);
        var row = Kit.row(
                Kit.dim(getTranslation("backlog.evidence.frozen")),
                new Moment(entry.attachedAt(), services.viewer().get().zone()),
                answers);
        var today = new Button(getTranslation("backlog.evidence.today"));
        today.addThemeVariants(ButtonVariant.TERTIARY);
        today.addClickListener(click -> {
            var live = services.evidence().live(entry.source());
            today.setEnabled(false);
            getContent().add(new H3(getTranslation("backlog.evidence.live")), table(live));
            if (edits) {
                getContent().add(new Button(getTranslation("backlog.evidence.take"), take -> {
                    services.evidence().attach(requirement.id(), entry.source());
                    changed.accept(getTranslation("backlog.evidence.taken", requirement.key()));
                }));
            }
        });
        row.add(today);
        return row;
    }

    private DataTable<Line> table(EvidenceFigures figures) {
        return new DataTable<Line>(getTranslation(
                        figures.tooFewToRank() ? "backlog.evidence.caption.few" : "backlog.evidence.caption",
                        getTranslation("backlog.evidence.method." + figures.method()),
                        figures.people(),
                        figures.organisations()))
                .column(getTranslation("backlog.evidence.figure"), Line::name)
                .numbers(getTranslation("backlog.evidence.share"), Line::figure)
                .numbers(getTranslation("backlog.evidence.interval"), Line::interval)
                .rows(lines(figures));
    }

    private List<Line> lines(EvidenceFigures figures) {
        var lines = new ArrayList<Line>();
        int decimals = figures.tooFewToRank() ? 0 : 1;
        add(lines, "backlog.evidence.named", figures.named(), decimals);
        add(lines, "backlog.evidence.perOrganisation", figures.namedPerOrganisation(), decimals);
        add(lines, "backlog.evidence.satisfied", figures.satisfaction(), decimals);
        add(lines, "backlog.evidence.rating", figures.rating(), decimals);
        add(lines, "backlog.evidence.points", figures.points(), decimals);
        return lines;
    }

    private void add(List<Line> lines, String key, @Nullable Estimate figure, int decimals) {
        if (figure != null) {
            lines.add(new Line(
                    getTranslation(key),
                    Figures.percent(figure, decimals, getLocale()),
                    Figures.interval(figure, decimals, getLocale())));
        }
    }
}
