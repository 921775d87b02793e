package io.throughline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Arrow;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineWalkTest {

    private final Stop words = stop(Stage.ANSWER, 1);
    private final Stop need = stop(Stage.NEED, 2);
    private final Stop photo = stop(Stage.REQUIREMENT, 3);
    private final Stop notice = stop(Stage.REQUIREMENT, 4);
    private final Stop project = stop(Stage.SCOPE, 5);
    private final List<Arrow> stored =
            List.of(new Arrow(words, need), new Arrow(need, photo), new Arrow(need, notice), new Arrow(photo, project));

    @Test
    void aRequirementsLineRunsBothWaysWithoutItsSiblings() {
        var line = walk(photo);
        assertThat(line.stops().get(Stage.ANSWER)).containsExactly(words);
        assertThat(line.stops().get(Stage.NEED)).containsExactly(need);
        assertThat(line.stops().get(Stage.REQUIREMENT)).containsExactly(photo);
        assertThat(line.stops().get(Stage.SCOPE)).containsExactly(project);
        assertThat(line.stops().get(Stage.ACCEPTANCE)).isEmpty();
    }

    @Test
    void aNeedsLineHoldsEverythingThatCameOfIt() {
        assertThat(walk(need).stops().get(Stage.REQUIREMENT)).containsExactlyInAnyOrder(photo, notice);
    }

    @Test
    void anObjectWithoutArrowsHasAnEmptyLine() {
        assertThat(walk(stop(Stage.NEED, 9)).isEmpty()).isTrue();
    }

    private Line walk(Stop from) {
        return LineWalk.through(
                from.object(),
                objects -> stored.stream()
                        .filter(a -> objects.contains(a.from().object()) || objects.contains(a.to().object()))
                        .toList());
    }

    private static Stop stop(Stage stage, int id) {
        return new Stop(stage, new ObjectRef(stage.name(), new UUID(0, id)), stage + " " + id, null, 1);
    }
}
