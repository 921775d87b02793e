/** What an installation is told about itself by whoever runs it. */
@NullMarked
package io.throughline.people.settings;

import org.jspecify.annotations.NullMarked;
