package io.throughline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one unbroken line from what a customer said to what was delivered. */
@SpringBootApplication
public class Throughline {

    public static void main(String[] args) {
        SpringApplication.run(Throughline.class, args);
    }
}
