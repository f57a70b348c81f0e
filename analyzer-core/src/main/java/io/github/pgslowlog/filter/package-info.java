/**
 * Which entries of a log count.
 *
 * <p>In: a {@link io.github.pgslowlog.filter.LogFilter} and duration messages. Out: whether each
 * passes, and in the end a {@link io.github.pgslowlog.filter.FilterCoverage}.
 */
@NullMarked
package io.github.pgslowlog.filter;

import org.jspecify.annotations.NullMarked;
