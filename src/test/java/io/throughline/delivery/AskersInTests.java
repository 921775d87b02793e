package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.shared.PersonId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets a test say who asked. */
@Component
class AskersInTests implements Askers {

    private final Map<NeedId, PersonId> behind = new ConcurrentHashMap<>();
    private final Set<NeedId> anonymous = ConcurrentHashMap.newKeySet();

    /** Somebody nobody knows asked for it. */
    void askedAnonymously(NeedId need) {
        anonymous.add(need);
    }

    void asked(PersonId person, NeedId need) {
        behind.put(need, person);
    }

    @Override
    public boolean anybodyBut(PersonId person, Set<NeedId> needs) {
        return !peopleBut(person, needs).isEmpty();
    }

    @Override
    public Set<PersonId> peopleBut(PersonId person, Set<NeedId> needs) {
        return needs.stream()
                .map(behind::get)
                .filter(one -> one != null && !one.equals(person))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean anyAnonymous(Set<NeedId> needs) {
        return !Collections.disjoint(anonymous, needs);
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return behind.keySet().stream()
                .filter(need -> person.equals(behind.get(need)))
                .collect(Collectors.toSet());
    }
}
