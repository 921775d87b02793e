package io.throughline.survey.start;

import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
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
import org.jspecify.annotations.Nullable;

/** What a project manager keeps to start surveys from; what its owner edits is a draft of its own until it is put in force. */
@Entity
@Table(name = "survey_template")
class OwnTemplate extends AggregateRoot {

    static final String KIND = "survey_template";

    @Column(updatable = false)
    private UUID ownerId = new UUID(0, 0);

    private String name = "";

    private String about = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private String content = "{}";

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String draft;

    private Instant changedAt = Instant.EPOCH;

    protected OwnTemplate() {}

    OwnTemplate(PersonId owner, String name, String about, SurveyContent content, Instant now) {
        this.ownerId = owner.value();
        this.name = name;
        this.about = about;
        this.content = SurveyJson.write(content);
        this.changedAt = now;
        act(ActKind.TEMPLATE_KEPT);
    }

    void describe(String newName, String newAbout, Instant now) {
        name = newName;
        about = newAbout;
        changedAt = now;
        act(ActKind.TEMPLATE_CHANGED);
    }

    void replace(SurveyContent wanted, Instant now) {
        content = SurveyJson.write(wanted);
        draft = null;
        changedAt = now;
        act(ActKind.TEMPLATE_CHANGED);
    }

    /** Nobody else sees it yet. */
    void edit(SurveyContent wanted) {
        draft = SurveyJson.write(wanted);
    }

    /** Surveys start from what was edited. */
    void putInForce(Instant now) {
        replace(draft(), now);
    }

    void discardDraft() {
        draft = null;
    }

    void removed() {
        act(ActKind.TEMPLATE_REMOVED);
    }

    private void act(ActKind kind) {
        record(Act.of(kind, new ObjectRef(KIND, uuid())).withHash(Hashes.sha256(name + about + content)));
    }

    /** What its owner edits: what is in force where nothing was edited. */
    SurveyContent draft() {
        return draft == null ? content() : SurveyJson.content(draft);
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
