package io.throughline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.support.As;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final Viewer reader =
            new Viewer(PersonId.next(), "Ann", Set.of(Role.MANAGER), null, Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void each_room_is_asked_once_about_all_of_its_objects() {
        var needs = new Room("need");
        var plans = new Room("project");
        var lines = new Lines(List.of(), List.of(needs, plans), new CurrentViewer());
        var objects = Stream.generate(() -> new ObjectRef("need", Ids.next()))
                .limit(50)
                .toList();
        var hidden = new ObjectRef("need", Room.HIDDEN);
        var read = As.viewer(
                reader,
                () -> lines.readable(
                        Stream.concat(objects.stream(), Stream.of(hidden)).toList()));
        assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(needs.asked).containsExactly(51);
        assertThat(plans.asked).isEmpty();
    }

    private static final class Room implements ObjectDirectory {

        private static final UUID HIDDEN = Ids.next();

        private final String kind;
        private final List<Integer> asked = new ArrayList<>();

        Room(String kind) {
            this.kind = kind;
        }

        @Override
        public List<String> kinds() {
            return List.of(kind);
        }

        @Override
        public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
            asked.add(objects.size());
            var found = new HashMap<UUID, Entry>();
            objects.stream()
                    .map(ObjectRef::id)
                    .filter(id -> !id.equals(HIDDEN))
                    .forEach(id -> found.put(id, new Entry("Title", kind + "/" + id)));
            return found;
        }
    }
}
