package io.throughline.shell;

import io.throughline.shared.PersonId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When somebody signed in and last did something, kept in their session; while it is there the session is listed. */
class SecuritySignedIn implements HttpSessionBindingListener {

    private static final String ATTRIBUTE = SecuritySignedIn.class.getName();
    private static final Map<PersonId, Set<HttpSession>> OPEN = new ConcurrentHashMap<>();

    private final PersonId person;
    private final Instant since;
    private volatile Instant active;

    private SecuritySignedIn(PersonId person, Instant now) {
        this.person = person;
        this.since = now;
        this.active = now;
    }

    static void start(HttpSession session, PersonId person, Instant now) {
        // One that is replaced is told of it after the new one, and would take the session off the list.
        session.removeAttribute(ATTRIBUTE);
        session.setAttribute(ATTRIBUTE, new SecuritySignedIn(person, now));
    }

    static @Nullable SecuritySignedIn of(@Nullable HttpSession session) {
        return session == null ? null : (SecuritySignedIn) session.getAttribute(ATTRIBUTE);
    }

    /** Sessions this person has open on this server. */
    static Set<HttpSession> sessionsOf(PersonId person) {
        return Set.copyOf(OPEN.getOrDefault(person, Set.of()));
    }

    boolean over(Instant now, Duration idle, Duration absolute) {
        return !now.isBefore(active.plus(idle)) || !now.isBefore(since.plus(absolute));
    }

    void didSomething(Instant now) {
        active = now;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        OPEN.compute(person, (id, sessions) -> {
            var open = sessions == null ? ConcurrentHashMap.<HttpSession>newKeySet() : sessions;
            open.add(event.getSession());
            return open;
        });
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        OPEN.computeIfPresent(person, (id, sessions) -> {
            sessions.remove(event.getSession());
            return sessions.isEmpty() ? null : sessions;
        });
    }
}
