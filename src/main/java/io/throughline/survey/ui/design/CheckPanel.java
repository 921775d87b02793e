package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a look over a draft found, each linked to where it is, and how long answering takes. */
public class CheckPanel extends Composite<Div> {

    /** Parameter of the page a draft is designed on: what a finding is about. */
    static final String AT = "at";

    /** Where in the designer it stands. */
    static final String ANCHOR = "looked-over";

    private final String design;
    private final transient Texts texts;

    /** @param design where it is designed */
    public CheckPanel(String design, Texts texts) {
        this.design = design;
        this.texts = texts;
        getContent().addClassName("survey-check");
        getContent().setId(ANCHOR);
    }

    /** What is found in several places is said once, with a link to each. */
    public void show(SurveyContent content, List<Finding> findings) {
        getContent().removeAll();
        var list = new UnorderedList();
        list.addClassName("survey-findings");
        var said = findings.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.error(), one.code(), one.arguments()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (var same : said.values()) {
            var first = same.getFirst();
            var places = Kit.row();
            same.stream()
                    .flatMap(one -> where(one, content).stream())
                    .distinct()
                    .map(this::link)
                    .forEach(places::add);
            list.add(new ListItem(badge(first), new Span(words(first)), places));
        }
        long errors =
                said.values().stream().filter(same -> same.getFirst().error()).count();
        var sum = Kit.dim(getTranslation("surveys.check.sum", errors, said.size() - errors, content.minutes()));
        getContent().add(Kit.card(getTranslation("surveys.check"), sum, list));
    }

    private Component badge(Finding finding) {
        return finding.error()
                ? new Badge(Tone.BAD, "✕", getTranslation("surveys.check.error"))
                : new Badge(Tone.WARN, "!", getTranslation("surveys.check.advice"));
    }

    private String words(Finding finding) {
        return texts.of(new DomainException(finding.code(), finding.arguments().toArray()), getLocale());
    }

    private Optional<Place> where(Finding finding, SurveyContent content) {
        var question = finding.question();
        var section = finding.section();
        if (question != null) {
            var entries = content.entries();
            return entries.stream()
                    .filter(entry -> entry.id().equals(question))
                    .findFirst()
                    .map(entry -> new Place(
                            anchor(question),
                            getTranslation("surveys.check.go", entries.indexOf(entry) + 1, entry.code())));
        }
        var ids = content.sections().stream().map(Section::id).toList();
        return section == null || !ids.contains(section)
                ? Optional.empty()
                : Optional.of(
                        new Place(anchor(section), getTranslation("surveys.check.section", ids.indexOf(section) + 1)));
    }

    private Component link(Place place) {
        return Kit.link(href(design, place.anchor()), place.name());
    }

    /**
     * Where a draft is designed, for whoever asked what is wrong in it.
     *
     * @param anchor what to bring into sight; empty for nothing
     */
    public static String href(String design, String anchor) {
        return design + "?" + AT + "=" + anchor;
    }

    /** Where something was found, in the designer. */
    private record Place(String anchor, String name) {}

    /** Of a section's card in the designer. */
    static String anchor(SectionId section) {
        return "s-" + section.value();
    }

    /** Of a question's card in the designer. */
    static String anchor(QuestionId question) {
        return "q-" + question.value();
    }
}
