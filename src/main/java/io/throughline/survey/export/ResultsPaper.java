package io.throughline.survey.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.Turnout;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.results.FilterWords;
import java.io.IOException;
import java.io.OutputStream;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Results as a paper: every figure with its interval, method and n, as tables. The file is tagged (PDF/UA), so that a
 * screen reader reads headings and cells; nothing outside of it is loaded to make it.
 */
@Component
class ResultsPaper {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Liberation Sans'; font-size: 8pt; color: #555; } }
            body { font-family: 'Liberation Sans'; font-size: 9.5pt; line-height: 1.35; color: #111; }
            h1 { font-size: 20pt; font-weight: normal; margin: 0 0 4pt; }
            h2 { font-size: 13pt; font-weight: normal; margin: 18pt 0 2pt; page-break-after: avoid; }
            p { margin: 2pt 0 6pt; color: #333; }
            table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; font-weight: normal; padding: 2.5pt 6pt 2.5pt 0; border-bottom: .5pt solid #bbb; }
            th { color: #555; } td.n, th.n { text-align: right; }
            """;

    private final Texts texts;
    private final CurrentViewer viewer;
    private final Clock clock;

    ResultsPaper(Texts texts, CurrentViewer viewer, Clock clock) {
        this.texts = texts;
        this.viewer = viewer;
        this.clock = clock;
    }

    void write(ResultsReport report, SurveyContent content, Locale locale, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(
                () -> Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT)), "Liberation Sans");
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(new Page(report, content, locale).html(), null);
        builder.toStream(out);
        builder.run();
    }

    /** The paper as a document of its own. */
    private final class Page {

        private final ResultsReport report;
        private final SurveyContent content;
        private final Locale locale;
        private final NumberFormat numbers;
        private final StringBuilder html = new StringBuilder();

        Page(ResultsReport report, SurveyContent content, Locale locale) {
            this.report = report;
            this.content = content;
            this.locale = locale;
            numbers = NumberFormat.getNumberInstance(locale);
        }

        String html() {
            var title = report.title().in(locale);
            var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(clock.instant()
                            .atZone(viewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC)));
            html.append("<html lang=\"")
                    .append(locale.getLanguage())
                    .append("\"><head><title>")
                    .append(escaped(title))
                    .append("</title><meta name=\"description\" content=\"")
                    .append(escaped(report.key()))
                    .append("\"/><style>")
                    .append(STYLE)
                    .append("</style></head><body>");
            element("h1", title);
            element("p", content.why().in(locale));
            var begun = report.inProgress();
            element(
                    "p",
                    text(
                            "paper.basis",
                            report.key(),
                            report.answered(),
                            report.invited(),
                            begun == null ? "" : text("paper.begun", begun),
                            report.filter().isNone() ? text("paper.all") : filter(),
                            day));
            var removed = report.removedAt();
            if (removed != null) {
                element("p", text("retention.removed", Date.from(removed)));
            }
            element("p", text("surveys.weights.used", report.weightSet()));
            report.questions().forEach(this::question);
            turnout();
            return html.append("</body></html>").toString();
        }

        private String filter() {
            return String.join(", ", words().of(report.filter(), content, this::organisation));
        }

        private FilterWords words() {
            return new FilterWords(this::text, locale);
        }

        private String organisation(OrganisationId id) {
            return report.turnout().stream()
                    .filter(one -> id.equals(one.organisation()))
                    .map(Turnout::name)
                    .findFirst()
                    .orElse("");
        }

        private void question(QuestionReport one) {
            var size = one.result().size();
            element("h2", Quotes.unanswered(one.question().title()).in(locale));
            if (report.isWithheld(one)) {
                element("p", text("sharing.question.few", report.least()));
                return;
            }
            element(
                    "p",
                    text(
                            one.isTogether(report.least()) ? "paper.question.together" : "paper.question",
                            text("surveys.method." + one.question().method().name()),
                            one.question().method().version(),
                            size.people(),
                            size.organisations()));
            if (size.tooFewToRank()) {
                element("p", text("paper.few"));
            }
            table("paper.item", "paper.figure", "paper.weighted", "paper.organisation", "paper.person");
            new PaperFigures(one, this::text, locale)
                    .rows()
                    .forEach(row -> row(row.item(), row.name(), row.cells().toArray(String[]::new)));
            html.append("</tbody></table>");
        }

        private void turnout() {
            element("h2", text("paper.turnout"));
            boolean known = report.inProgress() != null;
            var headings = Stream.of("paper.invited", "paper.progress", "paper.answered")
                    .filter(key -> known || !key.equals("paper.progress"));
            table("surveys.organisation", "surveys.segment", headings.toArray(String[]::new));
            report.turnout()
                    .forEach(one -> row(
                            one.organisation() == null ? text("surveys.turnout.together") : one.name(),
                            one.segment(),
                            Stream.of(one.invited(), one.inProgress(), one.answered())
                                    .filter(Objects::nonNull)
                                    .map(numbers::format)
                                    .toArray(String[]::new)));
            html.append("</tbody></table>");
        }

        private void table(String first, String second, String... rest) {
            html.append("<table><thead><tr>");
            heading("", first);
            heading("", second);
            for (var key : rest) {
                heading(" class=\"n\"", key);
            }
            html.append("</tr></thead><tbody>");
        }

        private void heading(String attributes, String key) {
            html.append("<th scope=\"col\"")
                    .append(attributes)
                    .append('>')
                    .append(escaped(text(key)))
                    .append("</th>");
        }

        private void row(String item, String name, String... cells) {
            html.append("<tr>");
            element("td", item);
            element("td", name);
            for (var cell : cells) {
                html.append("<td class=\"n\">").append(escaped(cell)).append("</td>");
            }
            html.append("</tr>");
        }

        private void element(String tag, String words) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(escaped(words))
                    .append("</")
                    .append(tag)
                    .append('>');
        }

        private String text(String key, Object... arguments) {
            return texts.getTranslation(key, locale, arguments);
        }
    }

    /** Nothing anybody wrote becomes markup, and nothing XML forbids gets in. */
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(one -> {
            switch (one) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (XmlText.allows(one)) {
                        safe.appendCodePoint(one);
                    }
                }
            }
        });
        return safe.toString();
    }
}
