/**
 * Candidate indexes by rules, one rule a file.
 *
 * <p>In: {@link io.github.pgslowlog.resolve.QueryShape}s. Out: {@link
 * io.github.pgslowlog.candidate.CandidateIndex}es, not yet weighed against each other.
 */
@NullMarked
package io.github.pgslowlog.candidate;

import org.jspecify.annotations.NullMarked;
