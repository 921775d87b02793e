/** The backlog on screen: ranked list, triage, results into requirements. */
@NullMarked
package io.throughline.backlog.ui;

import org.jspecify.annotations.NullMarked;
