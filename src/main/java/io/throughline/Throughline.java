package io.throughline;

import io.throughline.audit.VerifyAudit;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one unbroken line from what a customer said to what was delivered. */
@SpringBootApplication
public class Throughline {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify-audit")) {
            System.exit(VerifyAudit.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        SpringApplication.run(Throughline.class, args);
    }
}
