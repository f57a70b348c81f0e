/**
 * Bytes of a log: slices, lines and text.
 *
 * <p>In: an input stream. Out: lines in a reused buffer, immutable slices, decoded text.
 */
@NullMarked
package io.github.pgslowlog.bytes;

import org.jspecify.annotations.NullMarked;
