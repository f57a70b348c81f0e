/**
 * Which candidates to recommend.
 *
 * <p>In: candidates with the patterns they serve. Out: {@link
 * io.github.pgslowlog.select.Recommendation}s with proof and caveats.
 */
@NullMarked
package io.github.pgslowlog.select;

import org.jspecify.annotations.NullMarked;
