/** The database: embedded by default, external in production; its settings, accounts and grants. */
@NullMarked
package io.throughline.shared.database;

import org.jspecify.annotations.NullMarked;
