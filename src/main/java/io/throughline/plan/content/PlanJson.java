package io.throughline.plan.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.shared.Hashes;
import io.throughline.shared.Id;
import io.throughline.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A plan's stored form: canonical JSON (RFC 8785), money, effort and time as strings, with the number of its schema.
 * What an older schema wrote is brought up step by step while reading and never rewritten.
 */
public final class PlanJson {

    /** The schema written today. Raising it takes an upcaster from the one before. */
    public static final int SCHEMA = 2;

    private static final String SCHEMA_FIELD = "schema";
    private static final JsonMapper MAPPER = mapper();

    private PlanJson() {}

    /** The canonical bytes: equal plans, equal bytes. */
    public static byte[] bytes(PlanContent plan) {
        ObjectNode tree = MAPPER.valueToTree(plan);
        tree.put(SCHEMA_FIELD, SCHEMA);
        return CanonicalJson.bytes(tree);
    }

    /** The canonical bytes as text. */
    public static String text(PlanContent plan) {
        return new String(bytes(plan), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical bytes, in lower-case hex. */
    public static String hash(PlanContent plan) {
        return Hashes.sha256(bytes(plan));
    }

    /** @throws UnreadablePlanException if this is no plan, or one of a schema newer than this engine */
    public static PlanContent read(String json) {
        return read(json, SCHEMA, OlderPlans.UPCASTERS);
    }

    static PlanContent read(String json, int current, Map<Integer, UnaryOperator<ObjectNode>> upcasters) {
        try {
            if (!(MAPPER.readTree(json) instanceof ObjectNode tree)) {
                throw new UnreadablePlanException("not a plan");
            }
            int schema = tree.path(SCHEMA_FIELD).asInt(-1);
            if (schema < 0 || schema > current) {
                throw new UnreadablePlanException("schema " + schema + " is not known, the newest is " + current);
            }
            for (; schema < current; schema++) {
                var upcaster = upcasters.get(schema);
                if (upcaster == null) {
                    throw new UnreadablePlanException("no way up from schema " + schema);
                }
                tree = upcaster.apply(tree);
            }
            tree.remove(SCHEMA_FIELD);
            return MAPPER.treeToValue(tree, PlanContent.class);
        } catch (JacksonException e) {
            throw new UnreadablePlanException("not a plan", e);
        }
    }

    /** The stored form of one step of editing. */
    public static String text(List<PlanOperation> operations) {
        var array = MAPPER.createArrayNode();
        operations.forEach(operation -> array.add(MAPPER.<ObjectNode>valueToTree(operation)));
        return CanonicalJson.text(array);
    }

    /** @throws UnreadablePlanException if this is no list of operations */
    public static List<PlanOperation> readOperations(String json) {
        try {
            var tree = OlderPlans.operations(MAPPER.readTree(json));
            return List.copyOf(Arrays.asList(MAPPER.treeToValue(tree, PlanOperation[].class)));
        } catch (JacksonException e) {
            throw new UnreadablePlanException("no operations", e);
        }
    }

    /** The stored form of an impact, kept with the submission it judges. */
    public static String text(Impact impact) {
        return CanonicalJson.text(MAPPER.valueToTree(impact));
    }

    /** @throws UnreadablePlanException if this is no impact */
    public static Impact readImpact(String json) {
        try {
            return MAPPER.readValue(json, Impact.class);
        } catch (JacksonException e) {
            throw new UnreadablePlanException("no impact", e);
        }
    }

    /** The stored form of a difference: evidence of what was shown. */
    public static String differences(List<PlanDiff.FieldChange> changes) {
        return CanonicalJson.text(MAPPER.valueToTree(changes));
    }

    private static JsonMapper mapper() {
        var ids = new SimpleModule("ids").addSerializer(new IdWriter());
        id(ids, StageId.class, StageId::new);
        id(ids, TaskId.class, TaskId::new);
        id(ids, MilestoneId.class, MilestoneId::new);
        id(ids, DeliverableId.class, DeliverableId::new);
        id(ids, BudgetLineId.class, BudgetLineId::new);
        id(ids, GradeId.class, GradeId::new);
        id(ids, CalendarId.class, CalendarId::new);
        id(ids, CriterionId.class, CriterionId::new);
        id(ids, RequirementRef.class, RequirementRef::new);
        id(ids, NeedRef.class, NeedRef::new);
        id(ids, PersonId.class, PersonId::new);
        return JsonMapper.builder()
                .addModule(ids)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static <T extends Id> void id(SimpleModule module, Class<T> type, Function<UUID, T> maker) {
        module.addDeserializer(type, new IdReader<>(type, maker));
    }

    private static final class IdWriter extends StdSerializer<Id> {

        IdWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(id.value().toString());
        }
    }

    private static final class IdReader<T extends Id> extends StdDeserializer<T> {

        private final transient Function<UUID, T> maker;

        IdReader(Class<T> type, Function<UUID, T> maker) {
            super(type);
            this.maker = maker;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return maker.apply(UUID.fromString(parser.getString()));
            } catch (IllegalArgumentException e) {
                throw new UnreadablePlanException("not an id: " + parser.getString(), e);
            }
        }
    }
}
