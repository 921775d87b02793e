package io.throughline.survey.lineage;

import io.throughline.survey.version.Edit;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An edit with the answers it touches.
 *
 * @param fingerprint of what it changes from what to what; passed back with a decision
 * @param decided null where nothing was decided, or about another state of the edit
 */
@NamedInterface("lineage")
public record TouchingEdit(
        Edit edit,
        String fingerprint,
        Touched touched,
        @Nullable Decided decided) {}
