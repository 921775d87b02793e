package io.throughline.survey.design;

import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Finding;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A survey while it is designed; what it asked once published stands in its {@link SurveyVersion}s. */
@Entity
@Table(name = "survey")
public class Survey extends AggregateRoot {

    public static final String KIND = "survey";

    enum Stage {
        DRAFT,
        PUBLISHED
    }

    @Column(name = "survey_key", updatable = false)
    private String key = "";

    @Column(updatable = false)
    private UUID ownerId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private Stage state = Stage.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content = "{}";

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private Instant changedAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "survey_co_editor", joinColumns = @JoinColumn(name = "survey_id"))
    @Column(name = "person_id")
    private Set<UUID> coEditors = new HashSet<>();

    protected Survey() {}

    public Survey(String key, PersonId owner, SurveyContent content, Instant now) {
        this.key = key;
        this.ownerId = owner.value();
        this.content = SurveyJson.write(content);
        this.createdAt = now;
        this.changedAt = now;
        record(Act.of(ActKind.SURVEY_CREATED, ref()));
    }

    /** What was published stays in its version: this is the draft of the next. */
    public void edit(SurveyContent edited, Instant now) {
        content = SurveyJson.write(edited);
        changedAt = now;
    }

    public void addCoEditor(PersonId person, Instant now) {
        if (!person.value().equals(ownerId) && coEditors.add(person.value())) {
            changedAt = now;
            record(Act.of(ActKind.CO_EDITOR_ADDED, ref(), ObjectRef.of("person", person)));
        }
    }

    public void removeCoEditor(PersonId person, Instant now) {
        if (coEditors.remove(person.value())) {
            changedAt = now;
            record(Act.of(ActKind.CO_EDITOR_REMOVED, ref(), ObjectRef.of("person", person)));
        }
    }

    /** @throws DomainException NOT_A_DRAFT, or the first error {@link ContentCheck} finds */
    public SurveyVersion publish(PersonId publisher, List<Locale> languages, Instant now) {
        if (state != Stage.DRAFT) {
            throw new DomainException(SurveyError.NOT_A_DRAFT);
        }
        state = Stage.PUBLISHED;
        return version(1, publisher, languages, now);
    }

    /** @throws DomainException NOTHING_CHANGED, or the first error {@link ContentCheck} finds */
    public SurveyVersion publishAfter(SurveyVersion last, PersonId publisher, List<Locale> languages, Instant now) {
        if (content().equals(last.content())) {
            throw new DomainException(SurveyError.NOTHING_CHANGED);
        }
        return version(last.number() + 1, publisher, languages, now);
    }

    private SurveyVersion version(int number, PersonId publisher, List<Locale> languages, Instant now) {
        var content = content();
        ContentCheck.of(content, content.locales()).stream()
                .filter(Finding::error)
                .findFirst()
                .ifPresent(found -> {
                    throw new DomainException(found.code(), found.arguments().toArray());
                });
        changedAt = now;
        return new SurveyVersion(this, number, publisher, languages, now);
    }

    public boolean isDraft() {
        return state == Stage.DRAFT;
    }

    public boolean isEditedBy(PersonId person) {
        return ownerId.equals(person.value()) || coEditors.contains(person.value());
    }

    public SurveyId id() {
        return new SurveyId(uuid());
    }

    public String key() {
        return key;
    }

    public PersonId owner() {
        return new PersonId(ownerId);
    }

    public Set<UUID> coEditors() {
        return Set.copyOf(coEditors);
    }

    public SurveyContent content() {
        return SurveyJson.content(content);
    }

    public ObjectRef ref() {
        return new ObjectRef(KIND, uuid());
    }
}
