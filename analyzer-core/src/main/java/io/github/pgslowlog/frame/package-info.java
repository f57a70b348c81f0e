/**
 * Log bytes cut into messages.
 *
 * <p>In: lines. Out: {@link io.github.pgslowlog.frame.Frame}s, each one message of the server with
 * its DETAIL, CONTEXT and STATEMENT sections, or a counted skip.
 */
@NullMarked
package io.github.pgslowlog.frame;

import org.jspecify.annotations.NullMarked;
