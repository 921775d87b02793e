/** Requirements as they are stored: wordings, links, what happened to them. */
@NullMarked
package io.throughline.backlog.requirement;

import org.jspecify.annotations.NullMarked;
