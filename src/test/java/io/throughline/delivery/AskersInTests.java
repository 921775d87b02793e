package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.shared.PersonId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets a test say who asked. */
@Component
class AskersInTests implements Askers {

    private final Map<NeedId, PersonId> behind = new ConcurrentHashMap<>();

    void asked(PersonId person, NeedId need) {
        behind.put(need, person);
    }

    @Override
    public boolean anybodyBut(PersonId person, Set<NeedId> needs) {
        return needs.stream().map(behind::get).anyMatch(one -> one != null && !one.equals(person));
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return behind.keySet().stream()
                .filter(need -> person.equals(behind.get(need)))
                .collect(Collectors.toSet());
    }
}
