/**
 * Statements added up.
 *
 * <p>In: patterns with their executions. Out: an immutable {@link
 * io.github.pgslowlog.workload.Workload}; accumulators merge in any order.
 */
@NullMarked
package io.github.pgslowlog.workload;

import org.jspecify.annotations.NullMarked;
