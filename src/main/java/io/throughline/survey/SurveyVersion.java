package io.throughline.survey;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.question.Question;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was asked, unchangeable, and for how long. */
@Entity
@Table(name = "survey_version")
class SurveyVersion extends AggregateRoot {

    static final String KIND = "survey-version";

    /** @param languages at least one */
    record Terms(Instant opensAt, Instant closesAt, List<Locale> languages) {}

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
    private Instant opensAt = Instant.EPOCH;

    @Column(updatable = false)
    private Instant closesAt = Instant.EPOCH;

    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private Instant publishedAt = Instant.EPOCH;

    @Column(updatable = false)
    private UUID publishedBy = new UUID(0, 0);

    protected SurveyVersion() {}

    SurveyVersion(Survey survey, int number, PersonId publisher, Terms terms, Instant now) {
        requireSensible(survey.content(), terms, now);
        this.surveyId = survey.uuid();
        this.number = number;
        this.content = SurveyJson.write(survey.content());
        this.languages = terms.languages().stream().map(Locale::getLanguage).collect(Collectors.joining(","));
        this.opensAt = terms.opensAt();
        this.closesAt = terms.closesAt();
        this.publishedAt = now;
        this.publishedBy = publisher.value();
        record(Act.of(ActKind.SURVEY_PUBLISHED, survey.ref()).withHash(Hashes.sha256(content)));
    }

    private static void requireSensible(SurveyContent content, Terms terms, Instant now) {
        if (terms.languages().isEmpty()) {
            throw new DomainException(SurveyError.NO_LANGUAGE);
        }
        if (!terms.opensAt().isBefore(terms.closesAt())) {
            throw new DomainException(SurveyError.CLOSES_BEFORE_OPENING);
        }
        if (!terms.closesAt().isAfter(now)) {
            throw new DomainException(SurveyError.CLOSES_IN_THE_PAST);
        }
        for (var language : terms.languages()) {
            var texts = Stream.concat(
                    Stream.of(content.title(), content.why()),
                    content.questions().stream().flatMap(Question::texts));
            if (texts.anyMatch(text ->
                    text.texts().getOrDefault(language.getLanguage(), "").isBlank())) {
                throw new DomainException(SurveyError.LANGUAGE_INCOMPLETE, language.getLanguage());
            }
        }
    }

    void close(Instant now) {
        if (state(now) == SurveyState.CLOSED) {
            throw new DomainException(SurveyError.ALREADY_CLOSED);
        }
        closedAt = now;
        record(Act.of(ActKind.SURVEY_CLOSED, new ObjectRef(Survey.KIND, surveyId)));
    }

    SurveyState state(Instant now) {
        return state(now, opensAt, closesAt, closedAt);
    }

    static SurveyState state(Instant now, Instant opensAt, Instant closesAt, @Nullable Instant closedAt) {
        if (closedAt != null && !now.isBefore(closedAt) || !now.isBefore(closesAt)) {
            return SurveyState.CLOSED;
        }
        return now.isBefore(opensAt) ? SurveyState.SCHEDULED : SurveyState.OPEN;
    }

    SurveyVersionId id() {
        return new SurveyVersionId(uuid());
    }

    SurveyId survey() {
        return new SurveyId(surveyId);
    }

    int number() {
        return number;
    }

    SurveyContent content() {
        return SurveyJson.content(content);
    }

    List<Locale> languages() {
        return Stream.of(languages.split(",", -1)).map(Locale::of).toList();
    }

    Instant opensAt() {
        return opensAt;
    }

    /** When answers stop being taken: the announced time, or earlier where it was closed by hand. */
    Instant closesAt() {
        var early = closedAt;
        return early != null && early.isBefore(closesAt) ? early : closesAt;
    }
}
