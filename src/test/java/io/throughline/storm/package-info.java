/** Proof by killing that nothing acknowledged is lost or doubled. */
package io.throughline.storm;
