package io.throughline;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.throughline.audit.VerifyAudit;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one unbroken line from what a customer said to what was delivered. */
@SpringBootApplication
// Views and the pages of errors stand nowhere else, and each class that is looked at takes its time at the start.
@EnableVaadin({"io.throughline.shell", "io.throughline.*.ui"})
public class Throughline {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    /** More than there are connections. */
    private static final int LEAST_CARRIERS = 16;

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify-audit")) {
            System.exit(VerifyAudit.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        letManyWaitForTheDatabase();
        SpringApplication.run(Throughline.class, args);
    }

    /**
     * The database of one's own is reached by native calls, in which a virtual thread keeps its carrier: with as many carriers
     * as processors, two answers being waited for would keep everybody else from being served.
     */
    private static void letManyWaitForTheDatabase() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(
                    CARRIERS,
                    String.valueOf(Math.max(LEAST_CARRIERS, Runtime.getRuntime().availableProcessors())));
        }
    }
}
