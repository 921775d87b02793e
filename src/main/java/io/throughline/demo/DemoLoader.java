package io.throughline.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plays the demo into an empty portal, at the first start only. */
@Component
@Order(100)
@ConditionalOnProperty("throughline.demo")
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final Cast cast;
    private final Asking asking;
    private final Ranking ranking;
    private final Planning planning;

    DemoLoader(Cast cast, Asking asking, Ranking ranking, Planning planning) {
        this.cast = cast;
        this.asking = asking;
        this.ranking = ranking;
        this.planning = planning;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (cast.isOnStage()) {
            return;
        }
        LOG.info("First start: loading the demo");
        var players = cast.enter();
        var city = asking.city(players);
        var streets = asking.streets(players);
        var ranked = ranking.rank(players, city, streets);
        planning.plan(players, ranked);
        ranking.tell(players);
        LOG.info("The demo is loaded");
    }
}
