/**
 * A few statements of each pattern with their values, and what values they have.
 *
 * <p>In: statements. Out: {@link io.github.pgslowlog.sample.PatternSamples}. Samples hold literals
 * of the log: reports show them only when asked to.
 */
@NullMarked
package io.github.pgslowlog.sample;

import org.jspecify.annotations.NullMarked;
