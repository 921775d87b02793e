/** What somebody signs in with, beside the address: passwords as they are refused, devices as they are known. */
@NullMarked
package io.throughline.people.signin;

import org.jspecify.annotations.NullMarked;
