package io.throughline.demo;

import io.throughline.people.DemoAccounts;
import io.throughline.shared.StartException;
import io.throughline.shared.StartStep;
import io.throughline.shared.database.FirstStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Plays the demo into a portal in which nobody has an account, before anybody can come in: whole or, cut off, not at all. */
@Component
@ConditionalOnProperty("throughline.demo")
class DemoLoader extends StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoAccounts accounts;
    private final ObjectProvider<FirstStart> firstStart;
    private final Cast cast;
    private final Asking asking;
    private final Prioritising prioritising;
    private final Planning planning;

    DemoLoader(
            DemoAccounts accounts,
            ObjectProvider<FirstStart> firstStart,
            Cast cast,
            Asking asking,
            Prioritising prioritising,
            Planning planning) {
        super(FirstStart.OVER - 1);
        this.accounts = accounts;
        this.firstStart = firstStart;
        this.cast = cast;
        this.asking = asking;
        this.prioritising = prioritising;
        this.planning = planning;
    }

    /** @throws StartException on a database that is not the portal's own */
    @Override
    protected void take() {
        var first = firstStart.getIfAvailable();
        if (first == null) {
            throw new StartException("the demo, whose passwords everybody knows, has no place in an external database:"
                    + " set THROUGHLINE_DEMO to false");
        }
        if (accounts.isNobodyThere()) {
            first.begins();
            play();
        }
    }

    private void play() {
        LOG.info("First start: loading the demo");
        var players = cast.enter();
        var city = asking.city(players);
        var streets = asking.streets(players);
        var ranked = prioritising.rank(players, city, streets);
        planning.plan(players, ranked);
        prioritising.tell(players);
        LOG.info("The demo is loaded");
    }
}
