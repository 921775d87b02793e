/** Mails as the rooms know them: a room orders and writes them, {@code notice} keeps and sends them. */
@NullMarked
package io.throughline.shared.mail;

import org.jspecify.annotations.NullMarked;
