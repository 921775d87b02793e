/** What a draft changes about the version before it, and what that means for the answers collected so far: pure functions of contents. */
@NamedInterface("version")
@NullMarked
package io.throughline.survey.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
