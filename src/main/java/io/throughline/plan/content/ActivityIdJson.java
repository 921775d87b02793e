package io.throughline.plan.content;

import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Where a link may point at either kind, the stored text says which: "task:…" or "milestone:…". */
final class ActivityIdJson {

    private static final String TASK = "task:";
    private static final String MILESTONE = "milestone:";

    private ActivityIdJson() {}

    static final class Writer extends StdSerializer<ActivityId> {

        Writer() {
            super(ActivityId.class);
        }

        @Override
        public void serialize(ActivityId id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(
                    switch (id) {
                        case TaskId task -> TASK + task.value();
                        case MilestoneId milestone -> MILESTONE + milestone.value();
                    });
        }
    }

    static final class Reader extends StdDeserializer<ActivityId> {

        Reader() {
            super(ActivityId.class);
        }

        @Override
        public ActivityId deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getString();
            if (text.startsWith(TASK)) {
                return new TaskId(UUID.fromString(text.substring(TASK.length())));
            }
            if (text.startsWith(MILESTONE)) {
                return new MilestoneId(UUID.fromString(text.substring(MILESTONE.length())));
            }
            throw new UnreadablePlanException("neither a task nor a milestone: " + text);
        }
    }
}
