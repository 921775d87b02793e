/** The demo: real answers carried along the whole line, through the rooms' own services and nothing else. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "survey",
            "survey :: *",
            "backlog",
            "backlog :: *",
            "plan",
            "plan :: *",
            "change",
            "delivery"
        })
@NullMarked
package io.throughline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
