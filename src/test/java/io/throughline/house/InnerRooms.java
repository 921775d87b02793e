package io.throughline.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/**
 * The inner rooms of one room, in the order in which they may use each other: each itself and those before it. What stands
 * at the door counts as part of the inner room it speaks for; all else at the door, and in packages not named here, are
 * words that every inner room uses and that use none.
 */
final class InnerRooms extends ArchCondition<JavaClass> {

    private static final int WORDS = -1;

    private final String room;
    private final List<String> order;
    private final Map<String, String> door;

    /** @param door inner rooms by simple names of the types at the door which speak for them */
    InnerRooms(String room, List<String> order, Map<String, String> door) {
        super("use only inner rooms before their own");
        this.room = room;
        this.order = List.copyOf(order);
        this.door = Map.copyOf(door);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isInRoom(dependency.getTargetClass()))
                .filter(dependency -> place(dependency.getTargetClass()) > place(type))
                .forEach(dependency -> events.add(violation(dependency)));
    }

    private static ConditionEvent violation(Dependency dependency) {
        return SimpleConditionEvent.violated(dependency, dependency.getDescription());
    }

    private boolean isInRoom(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(room + ".");
    }

    private int place(JavaClass type) {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        if (outermost.getPackageName().equals(room)) {
            return door.containsKey(outermost.getSimpleName())
                    ? order.indexOf(door.get(outermost.getSimpleName()))
                    : WORDS;
        }
        return order.indexOf(
                outermost.getPackageName().substring(room.length() + 1).split("\\.")[0]);
    }
}
