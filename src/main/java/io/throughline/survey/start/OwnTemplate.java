package io.throughline.survey.start;

import io.throughline.shared.PersonId;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.design.SurveyJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a project manager keeps to start surveys from. */
@Entity
@Table(name = "survey_template")
class OwnTemplate extends AggregateRoot {

    @Column(updatable = false)
    private UUID ownerId = new UUID(0, 0);

    private String name = "";

    private String about = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private String content = "{}";

    private Instant changedAt = Instant.EPOCH;

    protected OwnTemplate() {}

    OwnTemplate(PersonId owner, String name, String about, SurveyContent content, Instant now) {
        this.ownerId = owner.value();
        this.content = SurveyJson.write(content);
        describe(name, about, now);
    }

    final void describe(String name, String about, Instant now) {
        this.name = name;
        this.about = about;
        this.changedAt = now;
    }

    void replace(SurveyContent content, Instant now) {
        this.content = SurveyJson.write(content);
        this.changedAt = now;
    }

    TemplateId id() {
        return new TemplateId(uuid());
    }

    PersonId owner() {
        return new PersonId(ownerId);
    }

    String name() {
        return name;
    }

    String about() {
        return about;
    }

    SurveyContent content() {
        return SurveyJson.content(content);
    }
}
