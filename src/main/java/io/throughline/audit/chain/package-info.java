/** The pure core of the trail: entries, links, signed anchors, and the verdict on them. No Spring, no database, no clock. */
@NullMarked
package io.throughline.audit.chain;

import org.jspecify.annotations.NullMarked;
