package io.throughline.bench;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.throughline.Throughline;
import io.throughline.support.As;
import io.throughline.survey.Answering;
import io.throughline.survey.Paging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The portal as a process to be measured: with generated data, and with {@link BareView}, which no other portal has. When
 * all is there it writes the pages worth opening into a file.
 */
public final class BenchPortal {

    private static final int REQUIREMENTS = 1_000;
    private static final int RESPONSES = 100;
    private static final int TASKS = 200;

    /** Where the plan is shown, with the project's key. */
    private static final String PLAN = "projects/%s";

    private BenchPortal() {}

    /** A page and who opens it. */
    record Stop(String name, String email, String route) {}

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(Throughline.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(VaadinServiceInitListener.class, () -> added -> {
                    var routes = ApplicationRouteRegistry.getInstance(
                            added.getSource().getContext());
                    RouteConfiguration.forRegistry(routes).setRoute(BareView.ROUTE, BareView.class);
                }));
        var context = application.run(arguments);
        var home = Path.of(context.getEnvironment().getRequiredProperty("throughline.database.folder"));
        var lines = furnish(context).stream()
                .map(stop -> String.join(" ", stop.name(), stop.email(), stop.route()))
                .toList();
        Files.write(home.resolve("world.new"), lines);
        Files.move(home.resolve("world.new"), world(home));
    }

    private static List<Stop> furnish(ApplicationContext context) throws Exception {
        try (var generator = new Generator(context)) {
            var survey = new GeneratedSurvey(generator);
            var backlog = new GeneratedBacklog(generator, survey);
            backlog.growTo(REQUIREMENTS);
            survey.answeredBy(RESPONSES, backlog.needsFrom(0));
            generator.analyse();
            var customer = generator.customer(Generator.CUSTOMER);
            var _ = As.viewer(customer, () -> context.getBean(Answering.class).start(survey.campaign()));
            var everything = GeneratedSurvey.published(
                    generator, EveryType.content(generator).with(Paging.SECTION));
            var _ = As.viewer(customer, () -> context.getBean(Answering.class).start(everything));
            var plan = new GeneratedPlan(generator, backlog, TASKS);
            return List.of(
                    new Stop(
                            "answer",
                            Generator.CUSTOMER,
                            "answer/" + survey.campaign().value() + "/1"),
                    new Stop("answering", Generator.CUSTOMER, "answer/" + everything.value() + "/1"),
                    new Stop(
                            "backlog",
                            Generator.PROJECT_MANAGER,
                            "backlog/" + backlog.area().value()),
                    new Stop("plan", Generator.PROJECT_MANAGER, PLAN.formatted(plan.key())));
        }
    }

    static Path world(Path home) {
        return home.resolve("world");
    }

    /** Starts one and waits until its data is there. */
    static Portal start(String name, Path home, List<String> options) throws Exception {
        Files.deleteIfExists(world(home));
        var portal = Portal.start(
                name,
                home,
                options,
                List.of("-cp", System.getProperty("java.class.path"), BenchPortal.class.getName()));
        portal.await(() -> Files.exists(world(home)));
        return portal;
    }

    static List<Stop> stops(Path home) throws Exception {
        return Files.readAllLines(world(home)).stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Stop(parts[0], parts[1], parts[2]))
                .toList();
    }
}
