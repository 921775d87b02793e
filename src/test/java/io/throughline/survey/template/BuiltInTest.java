package io.throughline.survey.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInTest {

    private static final Texts TEXTS = new Texts();

    private static LocalizedText text(String key) {
        assertThat(TEXTS.has(key)).as(key).isTrue();
        return new LocalizedText(Texts.LANGUAGES.stream()
                .collect(Collectors.toMap(Locale::getLanguage, language -> TEXTS.getTranslation(key, language))));
    }

    private static SurveyContent content(BuiltIn template) {
        return template.content(BuiltInTest::text);
    }

    @ParameterizedTest
    @EnumSource
    void could_be_published_as_it_is_in_both_languages(BuiltIn template) {
        assertThat(ContentCheck.of(content(template), Texts.LANGUAGES)).isEmpty();
        assertThat(text(template.key() + ".name").isBlank()).isFalse();
        assertThat(text(template.key() + ".when").isBlank()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void gives_room_for_what_no_list_foresaw(BuiltIn template) {
        assertThat(content(template).questions()).hasAtLeastOneElementOfType(OwnWords.class);
    }

    @Test
    void each_takes_the_method_made_for_its_purpose() {
        assertThat(content(BuiltIn.NEEDS).questions()).hasAtLeastOneElementOfType(BestWorst.class);
        assertThat(content(BuiltIn.SATISFACTION).questions())
                .hasAtLeastOneElementOfType(ImportanceSatisfaction.class)
                .hasAtLeastOneElementOfType(Nps.class);
        assertThat(content(BuiltIn.KANO).questions()).hasAtLeastOneElementOfType(Kano.class);
        assertThat(content(BuiltIn.BUDGET).questions()).hasAtLeastOneElementOfType(Points.class);
        assertThat(content(BuiltIn.YEARLY).questions())
                .hasAtLeastOneElementOfType(Nps.class)
                .hasAtLeastOneElementOfType(BestWorst.class);
    }

    @Test
    void who_would_not_recommend_is_asked_what_to_do_better_and_who_would_what_to_keep() {
        var content = content(BuiltIn.SATISFACTION);
        var nps = content.questions().stream()
                .filter(Nps.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(Course.of(content, Map.of(nps.id(), new Nps.Answer(3))).entries())
                .extracting(Entry::code)
                .contains("q3")
                .doesNotContain("q4");
        assertThat(Course.of(content, Map.of(nps.id(), new Nps.Answer(9))).entries())
                .extracting(Entry::code)
                .contains("q4")
                .doesNotContain("q3");
    }
}
