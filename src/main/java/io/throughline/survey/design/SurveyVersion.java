package io.throughline.survey.design;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was asked, unchangeable. */
@Entity
@Table(name = "survey_version")
public class SurveyVersion extends AggregateRoot {

    @Column(updatable = false)
    private UUID surveyId = new UUID(0, 0);

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private String content = "{}";

    @Column(updatable = false)
    private String languages = "";

    @Column(updatable = false)
    private Instant publishedAt = Instant.EPOCH;

    @Column(updatable = false)
    private UUID publishedBy = new UUID(0, 0);

    protected SurveyVersion() {}

    /** @throws DomainException NO_LANGUAGE, LANGUAGE_INCOMPLETE */
    SurveyVersion(Survey survey, int number, PersonId publisher, List<Locale> languages, Instant now) {
        requireComplete(survey.content(), languages);
        this.surveyId = survey.uuid();
        this.number = number;
        this.content = SurveyJson.write(survey.content());
        this.languages = languages.stream().map(Locale::getLanguage).collect(Collectors.joining(","));
        this.publishedAt = now;
        this.publishedBy = publisher.value();
        record(Act.of(ActKind.SURVEY_PUBLISHED, survey.ref()).withHash(Hashes.sha256(content)));
    }

    private static void requireComplete(SurveyContent content, List<Locale> languages) {
        if (languages.isEmpty()) {
            throw new DomainException(SurveyError.NO_LANGUAGE);
        }
        for (var language : languages) {
            if (content.texts()
                    .anyMatch(text -> TypedText.showsNothing(text.texts().getOrDefault(language.getLanguage(), "")))) {
                throw new DomainException(SurveyError.LANGUAGE_INCOMPLETE, language);
            }
        }
    }

    public SurveyVersionId id() {
        return new SurveyVersionId(uuid());
    }

    public SurveyId survey() {
        return new SurveyId(surveyId);
    }

    public int number() {
        return number;
    }

    public SurveyContent content() {
        return SurveyJson.content(content);
    }

    /** ISO 639 codes of the languages people are asked in. */
    public Set<String> asked() {
        return languages().stream().map(Locale::getLanguage).collect(Collectors.toSet());
    }

    public List<Locale> languages() {
        return languages(languages);
    }

    /** As the column keeps them. */
    public static List<Locale> languages(String column) {
        return Stream.of(column.split(",", -1)).map(Locale::of).toList();
    }
}
