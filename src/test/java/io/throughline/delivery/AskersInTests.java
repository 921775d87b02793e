package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.shared.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets a test say who asked. */
@Component
class AskersInTests implements Askers {

    private final Map<NeedId, PersonId> behind = new ConcurrentHashMap<>();

    void asked(PersonId person, NeedId need) {
        behind.put(need, person);
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return needsOf(person, behind.keySet());
    }

    @Override
    public Set<NeedId> needsOf(PersonId person, Collection<NeedId> needs) {
        var own = new HashSet<NeedId>();
        needs.stream().filter(need -> person.equals(behind.get(need))).forEach(own::add);
        return own;
    }
}
