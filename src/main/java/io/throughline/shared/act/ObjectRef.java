package io.throughline.shared.act;

import io.throughline.shared.Id;
import java.util.UUID;

/**
 * An object by kind and id. Each room names its kinds in its own constants; the audit trail asks the room whether the
 * reader may see the object, through {@link io.throughline.shared.port.ObjectDirectory}.
 *
 * @param kind lower case, from the glossary: "survey", "requirement", "baseline"
 */
public record ObjectRef(String kind, UUID id) {

    public static ObjectRef of(String kind, Id id) {
        return new ObjectRef(kind, id.value());
    }
}
