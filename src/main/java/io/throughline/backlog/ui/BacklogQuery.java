package io.throughline.backlog.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.RequirementState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is looked for in the backlog, as it stands in the address. */
final class BacklogQuery {

    private static final String WORDS = "q";
    private static final String STATE = "state";
    private static final String UNRANKED = "unranked";
    private static final String PINNED = "pinned";

    private BacklogQuery() {}

    /** Anything unknown in it is as if it weren't there. */
    static BacklogFilter read(Location location) {
        var parameters = location.getQueryParameters();
        var state = parameters.getSingleParameter(STATE).orElse("");
        return new BacklogFilter(
                parameters.getSingleParameter(WORDS).orElse(""),
                Arrays.stream(RequirementState.values())
                        .filter(s -> s.name().equalsIgnoreCase(state))
                        .findFirst()
                        .orElse(null),
                parameters.getParameters().containsKey(UNRANKED),
                parameters.getParameters().containsKey(PINNED));
    }

    static QueryParameters write(BacklogFilter filter) {
        var parameters = new LinkedHashMap<String, List<String>>();
        put(parameters, WORDS, filter.query().strip());
        var state = filter.state();
        put(parameters, STATE, state == null ? "" : state.name().toLowerCase(java.util.Locale.ROOT));
        put(parameters, UNRANKED, filter.unranked() ? "1" : "");
        put(parameters, PINNED, filter.pinned() ? "1" : "");
        return new QueryParameters(parameters);
    }

    /** As the end of a link, with its question mark; empty where nothing is looked for. */
    static String suffix(BacklogFilter filter) {
        var query = write(filter).getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }
}
