package io.throughline.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a tab without a browser shows, put together from all that Flow said to it. */
public final class FlowPage {

    /** Of what a message says an element has. */
    private static final int CHILDREN = 2;

    private final Map<Integer, Map<String, String>> said = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> children = new LinkedHashMap<>();

    void hear(JsonNode reply) {
        for (var change : reply.path("changes")) {
            int node = change.path("node").asInt();
            switch (change.path("type").asString("")) {
                case "put" ->
                    said.computeIfAbsent(node, _ -> new LinkedHashMap<>())
                            .put(change.path("key").asString(""), address(change.path("value")));
                case "splice" -> splice(node, change);
                case "clear" -> clear(node, change);
                case "detach" -> {
                    said.remove(node);
                    children.remove(node);
                }
                default -> {}
            }
        }
    }

    /** What a browser fetches, or sends something to, is said to it as an object of an address. */
    private static String address(JsonNode value) {
        return value.path("uri").asString(value.asString(""));
    }

    private void splice(int node, JsonNode change) {
        if (change.path("feat").asInt() != CHILDREN) {
            return;
        }
        var own = children.computeIfAbsent(node, _ -> new ArrayList<>());
        int at = change.path("index").asInt();
        for (int gone = change.path("remove").asInt(0); gone > 0; gone--) {
            own.remove(at);
        }
        for (var added : change.path("addNodes")) {
            own.add(at++, added.asInt());
        }
    }

    private void clear(int node, JsonNode change) {
        if (change.path("feat").asInt() == CHILDREN) {
            children.remove(node);
        }
    }

    /** The elements of a tag, in the order they came. */
    public List<Integer> all(String tag) {
        return said.entrySet().stream()
                .filter(one -> tag.equals(one.getValue().get("tag")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The last one of a tag that came. @throws java.util.NoSuchElementException if there is none */
    public int last(String tag) {
        return all(tag).getLast();
    }

    /** The last element of a tag in which this text stands. @throws java.util.NoSuchElementException if there is none */
    public int last(String tag, String text) {
        return all(tag).stream()
                .filter(node -> texts(node).anyMatch(text::equals))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** What an element was given under a name. */
    public Optional<String> given(int node, String name) {
        return Optional.ofNullable(said.getOrDefault(node, Map.of()).get(name));
    }

    /** What stands in all elements, one after the other. */
    public Stream<String> texts() {
        return said.values().stream().flatMap(one -> Optional.ofNullable(one.get("text")).stream());
    }

    private Stream<String> texts(int node) {
        return Stream.concat(
                Optional.ofNullable(said.getOrDefault(node, Map.of()).get("text")).stream(),
                children.getOrDefault(node, List.of()).stream().flatMap(this::texts));
    }
}
