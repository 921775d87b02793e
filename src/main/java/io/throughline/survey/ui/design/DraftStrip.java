package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.version.Edits;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says, where a survey was published before, that this is the draft of its next version, and how far it differs. */
class DraftStrip extends Composite<Div> {

    private final transient SurveyContent asked;
    private final Set<String> languages;
    private final Span changed = new Span();
    private final Button back = new Button();

    /** @param takeBack discards the draft */
    DraftStrip(SurveyDetail detail, Runnable takeBack) {
        asked = detail.asked();
        var last = detail.published();
        languages = last == null ? Set.of() : codes(last);
        setVisible(last != null);
        if (last == null) {
            return;
        }
        getContent().addClassNames("tl-row", "version-strip");
        back.setText(getTranslation("version.take-back"));
        back.addClickListener(click -> takeBack.run());
        getContent()
                .add(
                        new Badge(Tone.INFO, "✎", getTranslation("version.strip", last.versionNumber() + 1)),
                        new Span(getTranslation("version.strip.published", last.versionNumber())),
                        changed,
                        Kit.link(SurveyNavigation.changesHref(detail.id()), getTranslation("version.show")),
                        Kit.link(SurveyNavigation.versionsHref(detail.id()), getTranslation("version.all")),
                        back);
    }

    private static Set<String> codes(CampaignInfo last) {
        return last.languages().stream().map(Locale::getLanguage).collect(Collectors.toSet());
    }

    /** How far the draft differs by now. */
    void show(SurveyContent draft) {
        int edits = isVisible() ? Edits.between(asked, languages, draft).size() : 0;
        changed.setText(getTranslation("version.strip.changes", edits));
        back.setEnabled(edits > 0);
    }
}
