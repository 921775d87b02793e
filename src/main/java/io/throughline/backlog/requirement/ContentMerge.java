package io.throughline.backlog.requirement;

import io.throughline.backlog.BacklogError;
import io.throughline.backlog.RequirementContent;
import io.throughline.shared.DomainException;
import java.util.Objects;
import java.util.function.Function;

/** Two people changed the wording of one requirement: different fields go together, the same field is refused. */
public final class ContentMerge {

    private final RequirementContent base;
    private final RequirementContent theirs;
    private final RequirementContent mine;

    private ContentMerge(RequirementContent base, RequirementContent theirs, RequirementContent mine) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
    }

    /**
     * @param base what both started from
     * @param theirs what is stored now
     * @throws DomainException CHANGED_MEANWHILE with the field and both values
     */
    public static RequirementContent merge(
            RequirementContent base, RequirementContent theirs, RequirementContent mine) {
        var merge = new ContentMerge(base, theirs, mine);
        return new RequirementContent(
                merge.field("backlog.requirement.title", RequirementContent::title),
                merge.field("backlog.requirement.statement", RequirementContent::statement),
                merge.field("backlog.requirement.fit", RequirementContent::fitCriterion),
                merge.optional(
                        "backlog.requirement.noNeedReason", c -> Objects.requireNonNullElse(c.noNeedReason(), "")),
                merge.field("backlog.requirement.effort", RequirementContent::effort),
                merge.field("backlog.requirement.cost", RequirementContent::cost),
                merge.field("backlog.requirement.must", RequirementContent::must),
                merge.field("backlog.requirement.inputs", RequirementContent::inputs));
    }

    private <T> T field(String label, Function<RequirementContent, T> read) {
        var before = read.apply(base);
        var stored = read.apply(theirs);
        var wanted = read.apply(mine);
        if (wanted.equals(before) || wanted.equals(stored)) {
            return stored;
        }
        if (stored.equals(before)) {
            return wanted;
        }
        throw new DomainException(BacklogError.CHANGED_MEANWHILE, label, shown(stored), shown(wanted));
    }

    private @org.jspecify.annotations.Nullable String optional(
            String label, Function<RequirementContent, String> read) {
        var merged = field(label, read);
        return merged.isEmpty() ? null : merged;
    }

    private static String shown(Object value) {
        return value instanceof io.throughline.shared.LocalizedText text
                ? String.join(" / ", text.texts().values())
                : value.toString();
    }
}
