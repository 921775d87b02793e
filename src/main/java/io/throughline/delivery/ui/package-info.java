/** Screens of the delivery room: handing over on the project's page, and the page on which a customer accepts. */
@NullMarked
package io.throughline.delivery.ui;

import org.jspecify.annotations.NullMarked;
