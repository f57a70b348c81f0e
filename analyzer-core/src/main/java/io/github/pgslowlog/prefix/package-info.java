/**
 * log_line_prefix: its syntax, its matcher, its detection.
 *
 * <p>In: a format string such as {@code %m [%p] %q%u@%d } or the first lines of a log. Out: a
 * {@link io.github.pgslowlog.prefix.PrefixMatcher} that splits the head of a line into fields.
 */
@NullMarked
package io.github.pgslowlog.prefix;

import org.jspecify.annotations.NullMarked;
