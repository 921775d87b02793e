/** Read only: the line from an answer to its acceptance, walked both ways. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "people :: navigation",
            "survey",
            "survey :: question",
            "survey :: navigation",
            "backlog",
            "backlog :: navigation",
            "plan",
            "plan :: content",
            "plan :: navigation",
            "change",
            "change :: navigation",
            "delivery",
            "delivery :: navigation"
        })
@NullMarked
package io.throughline.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
