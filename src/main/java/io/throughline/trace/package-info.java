/** Read only: the line from an answer to its acceptance, walked both ways. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "people :: *",
            "survey",
            "survey :: *",
            "backlog",
            "backlog :: *",
            "plan",
            "plan :: *",
            "change",
            "change :: *",
            "delivery",
            "delivery :: *"
        })
@NullMarked
package io.throughline.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
