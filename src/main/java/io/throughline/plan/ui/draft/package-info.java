/** The editor of a plan in work: one page, its parts, and a form for every kind of item. */
@NullMarked
package io.throughline.plan.ui.draft;

import org.jspecify.annotations.NullMarked;
