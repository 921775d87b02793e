package io.throughline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Arrow;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineWalkTest {

    private final Stop words = stop(Stage.ANSWER, 1);
    private final Stop need = stop(Stage.NEED, 2);
    private final Stop photo = stop(Stage.REQUIREMENT, 3);
    private final Stop notice = stop(Stage.REQUIREMENT, 4);
    private final Stop project = stop(Stage.SCOPE, 5);
    private final List<Arrow> stored = new ArrayList<>(List.of(
            new Arrow(words, need), new Arrow(need, photo), new Arrow(need, notice), new Arrow(photo, project)));

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
    void aLineThroughAPlanLeadsToWhatIsForTheRequirementItStartsFrom() {
        var map = stop(Stage.DELIVERABLE, 6);
        var workshop = stop(Stage.DELIVERABLE, 7);
        var change = stop(Stage.CHANGE, 8);
        stored.addAll(List.of(
                new Arrow(notice, project),
                new Arrow(project, map),
                new Arrow(project, workshop),
                new Arrow(project, change),
                new Arrow(change, workshop),
                new Arrow(notice, map)));
        assertThat(walk(notice).stops().get(Stage.DELIVERABLE)).containsExactly(map);
        assertThat(walk(notice).stops().get(Stage.CHANGE)).containsExactly(change);
        assertThat(walk(photo).stops().get(Stage.DELIVERABLE)).isEmpty();
        assertThat(walk(map).stops().get(Stage.REQUIREMENT)).containsExactly(notice);
        assertThat(walk(workshop).stops().get(Stage.REQUIREMENT)).isEmpty();
        assertThat(walk(workshop).stops().get(Stage.SCOPE)).containsExactly(project);
        assertThat(walk(project).stops().get(Stage.DELIVERABLE)).containsExactlyInAnyOrder(map, workshop);
        assertThat(walk(change).stops().get(Stage.REQUIREMENT)).containsExactlyInAnyOrder(photo, notice);
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
