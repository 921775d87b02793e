/** How requirements are scored: named, versioned formulas, pure functions of their inputs. */
@NamedInterface("priority")
@NullMarked
package io.throughline.backlog.priority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
