package io.throughline.plan.content;

import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How what was written by an older schema is brought up to the next one. */
final class OlderPlans {

    /** From the schema of the key to the one after it. */
    static final Map<Integer, UnaryOperator<ObjectNode>> UPCASTERS = Map.of(1, OlderPlans::namedInLanguages);

    private static final String PUBLIC_NAME = "publicName";

    private OlderPlans() {}

    /** Steps of editing carry no number of a schema: what is older in one is known by its form. */
    static JsonNode operations(JsonNode operations) {
        for (var operation : operations) {
            namedInLanguages(operation.path("item"));
            namedInLanguages(operation.path("before"));
            namedInLanguages(operation.path("after"));
        }
        return operations;
    }

    /** Schema 1 knew one name of a deliverable for customers, in whichever language. */
    private static ObjectNode namedInLanguages(ObjectNode plan) {
        plan.path("deliverables").forEach(OlderPlans::namedInLanguages);
        return plan;
    }

    private static void namedInLanguages(JsonNode item) {
        if (item instanceof ObjectNode named && named.path(PUBLIC_NAME).isString()) {
            var name = named.path(PUBLIC_NAME).stringValue();
            named.putObject(PUBLIC_NAME).put("en", name);
        }
    }
}
