/** A plan as a value: content, operations, schedule, cost, difference and impact, all plain functions. */
@NamedInterface("content")
@NullMarked
package io.throughline.plan.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
