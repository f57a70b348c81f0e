/**
 * What platforms and shippers wrap around the lines of a server.
 *
 * <p>In: physical lines (or JSON objects) of a log. Out: the {@link
 * io.github.pgslowlog.bytes.Lines} that the server wrote.
 */
@NullMarked
package io.github.pgslowlog.wrap;

import org.jspecify.annotations.NullMarked;
