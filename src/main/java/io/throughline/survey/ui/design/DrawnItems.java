package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import io.throughline.survey.ItemSource;
import io.throughline.survey.ItemSource.Offered;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds requirements of the backlog to the items of a question. */
class DrawnItems extends Composite<Button> {

    DrawnItems(QuestionId question, DesignActs acts) {
        getContent().setText(getTranslation("surveys.drawn"));
        getContent().addClassName("design-drawn");
        getContent()
                .addClickListener(click -> new BacklogPicker(
                                acts.source(),
                                drawn(acts.content().question(question)),
                                taken -> acts.extend(
                                        question,
                                        one -> Rewording.of(one, joined(one.items(), acts.spoken(question), taken))))
                        .open());
    }

    /** Where whoever drew some goes on. */
    void begin() {
        getElement()
                .executeJs("requestAnimationFrame(() => { this.scrollIntoView({ block: 'nearest' }); this.focus(); })");
    }

    /** Of the requirements its items were drawn from, as far as the viewer may read them. */
    static Map<UUID, String> keys(Question question, ItemSource source) {
        return source.named(drawn(question)).values().stream().collect(Collectors.toMap(Offered::id, Offered::key));
    }

    private static Set<UUID> drawn(Question question) {
        return question.items().stream()
                .map(Item::requirement)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Rows in which nothing is written yet make room. @param spoken keys no new item gets */
    private static List<Item> joined(List<Item> items, List<String> spoken, List<Offered> taken) {
        var joined = new ArrayList<>(
                items.stream().filter(item -> !item.text().isBlank()).toList());
        for (var one : taken) {
            joined.add(new Item(freshKey(joined, spoken), one.title(), one.id()));
        }
        return joined;
    }

    private static String freshKey(List<Item> items, List<String> spoken) {
        var used = Stream.concat(spoken.stream(), items.stream().map(Item::key)).collect(Collectors.toSet());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "i" + number)
                .filter(key -> !used.contains(key))
                .findFirst()
                .orElseThrow();
    }
}
