package io.throughline.people.start;

import io.throughline.people.DemoAccounts;
import io.throughline.people.settings.PeopleSettings;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started the portal where it is, and in the demo who may come in. */
@Component
public class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final int FIRST = 0;

    private final DemoAccounts demo;
    private final PeopleSettings settings;

    public Welcome(DemoAccounts demo, PeopleSettings settings) {
        this.demo = demo;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(FIRST)
    void say() {
        LOG.info("Throughline is ready at {}{}", settings.baseUrl(), accounts());
    }

    private String accounts() {
        var listed = demo.listed();
        return listed.isEmpty()
                ? ""
                : listed.stream()
                        .map(account -> "\n  %-24s %-32s %s"
                                .formatted(
                                        account.email(),
                                        account.name(),
                                        account.roles().stream()
                                                .map(role -> role.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' '))
                                                .sorted()
                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(
                                "",
                                "\nDemo accounts, all with the password \""
                                        + listed.getFirst().password() + "\":",
                                ""));
    }
}
