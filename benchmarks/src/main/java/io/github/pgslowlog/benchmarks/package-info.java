/** Measurements of the parts that must be fast, each on the same generated log; see JMH. */
@NullMarked
package io.github.pgslowlog.benchmarks;

import org.jspecify.annotations.NullMarked;
