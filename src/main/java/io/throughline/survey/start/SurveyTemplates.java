package io.throughline.survey.start;

import io.throughline.people.People;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.Surveys;
import io.throughline.survey.design.ContentRules;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.logic.Copy;
import io.throughline.survey.template.BuiltIn;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What surveys can start from: templates that come with the portal, and those project managers keep for each other. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class SurveyTemplates {

    /** Of templates in the audit trail. */
    public static final String KIND = OwnTemplate.KIND;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 120;

    /** The longest explanation. */
    public static final int LONGEST_ABOUT = 1_000;

    private final OwnTemplateRepository templates;
    private final SurveyAccess access;
    private final Surveys surveys;
    private final ContentRules rules;
    private final People people;
    private final Texts texts;
    private final CurrentViewer viewer;
    private final Clock clock;

    SurveyTemplates(
            OwnTemplateRepository templates,
            SurveyAccess access,
            Surveys surveys,
            ContentRules rules,
            People people,
            Texts texts,
            CurrentViewer viewer,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.surveys = surveys;
        this.rules = rules;
        this.people = people;
        this.texts = texts;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * A template somebody made.
     *
     * @param version passed back with a command
     * @param about when to take it; may be blank
     * @param owner name of who made it
     * @param mine whether the viewer may change it
     */
    public record Kept(TemplateId id, long version, String name, String about, String owner, boolean mine) {}

    /**
     * A template its owner edits.
     *
     * @param version passed back with a command
     * @param inForce what surveys start from until the draft is put in force
     */
    public record Editing(TemplateId id, long version, String name, SurveyContent inForce, SurveyContent draft) {}

    /** By name. */
    public List<Kept> kept() {
        var all = templates.findAllByOrderByName();
        var names = people.names(all.stream().map(OwnTemplate::owner).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new Kept(
                        one.id(),
                        one.version(),
                        one.name(),
                        one.about(),
                        names.getOrDefault(one.owner(), ""),
                        isMine(one)))
                .toList();
    }

    /** What a template asks. @throws DomainException NOT_FOUND */
    public SurveyContent content(TemplateId id) {
        return find(id).content();
    }

    /** What a built-in template asks, in the portal's languages. */
    public SurveyContent content(BuiltIn template) {
        return template.content(this::text);
    }

    private LocalizedText text(String key) {
        return new LocalizedText(Texts.LANGUAGES.stream()
                .collect(Collectors.toMap(Locale::getLanguage, language -> texts.getTranslation(key, language))));
    }

    /** A new draft that asks what a template asks. @param title blank for the template's @throws DomainException NOT_FOUND */
    @Command
    public SurveyId start(TemplateId id, LocalizedText title) {
        return start(content(id), title);
    }

    /** As above, from a built-in one. */
    @Command
    public SurveyId start(BuiltIn template, LocalizedText title) {
        return start(content(template), title);
    }

    private SurveyId start(SurveyContent content, LocalizedText title) {
        var copy = Copy.of(content);
        return surveys.create(title.isBlank() ? copy : copy.with(title, copy.why()));
    }

    /**
     * Keeps what a survey asks, to start others from.
     *
     * @throws DomainException NOT_FOUND, REQUIRED, TOO_LONG
     */
    @Command
    public TemplateId save(SurveyId survey, String name, String about) {
        var content = access.content(survey);
        return templates
                .save(new OwnTemplate(viewer.get().id(), named(name), told(about), Copy.of(content), Utc.now(clock)))
                .id();
    }

    /** Lets a template of the viewer's ask what this survey asks. @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE */
    @Command
    public void replace(TemplateId id, long version, SurveyId survey) {
        var template = mine(id, version);
        template.replace(Copy.of(access.content(survey)), Utc.now(clock));
        templates.save(template);
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, REQUIRED, TOO_LONG */
    @Command
    public void describe(TemplateId id, long version, String name, String about) {
        var template = mine(id, version);
        template.describe(named(name), told(about), Utc.now(clock));
        templates.save(template);
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED */
    public Editing editing(TemplateId id) {
        var template = mine(id);
        return new Editing(id, template.version(), template.name(), template.content(), template.draft());
    }

    /** The draft's first page as a customer would see it. @throws DomainException NOT_FOUND, NOT_ALLOWED */
    public SurveyIntro preview(TemplateId id) {
        return SurveyIntro.preview(mine(id).draft(), viewer.get().name());
    }

    /**
     * Edits the draft; surveys start from what is in force until {@link #putInForce}.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, TOO_LONG, OUT_OF_RANGE, UNKNOWN_REQUIREMENT
     */
    @Command
    public void edit(TemplateId id, long version, SurveyContent content) {
        var template = mine(id, version);
        rules.require(content, template.draft());
        template.edit(content);
        templates.save(template);
    }

    /** From now on surveys start from the draft. @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE */
    @Command
    public void putInForce(TemplateId id, long version) {
        var template = mine(id, version);
        template.putInForce(Utc.now(clock));
        templates.save(template);
    }

    /** Takes back what was edited since. @return the new version @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE */
    @Command
    public long discardDraft(TemplateId id, long version) {
        var template = mine(id, version);
        template.discardDraft();
        return templates.saveAndFlush(template).version();
    }

    /** Surveys made from it stay as they are. @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE */
    @Command
    public void delete(TemplateId id, long version) {
        var template = mine(id, version);
        template.removed();
        templates.delete(template);
    }

    private OwnTemplate mine(TemplateId id, long version) {
        var template = mine(id);
        template.requireVersion(version);
        return template;
    }

    private OwnTemplate mine(TemplateId id) {
        var template = find(id);
        if (!isMine(template)) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        return template;
    }

    private OwnTemplate find(TemplateId id) {
        return templates.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private boolean isMine(OwnTemplate template) {
        return template.owner().equals(viewer.get().id());
    }

    private static String named(String name) {
        return TypedText.required(name, "surveys.template.name", LONGEST_NAME);
    }

    private static String told(String about) {
        return TypedText.optional(about, "surveys.template.about", LONGEST_ABOUT);
    }
}
