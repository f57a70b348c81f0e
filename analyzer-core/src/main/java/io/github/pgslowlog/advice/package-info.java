/**
 * What to do.
 *
 * <p>In: a workload with the shapes of its patterns, and a catalog. Out: {@link
 * io.github.pgslowlog.select.Recommendation}s of all kinds, and the slow patterns that nothing
 * helps.
 */
@NullMarked
package io.github.pgslowlog.advice;

import org.jspecify.annotations.NullMarked;
