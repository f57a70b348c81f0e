/**
 * The fast way through ordinary logs: a block of whole messages in, the records of its statements
 * out, without an object for each.
 *
 * <p>What a reader of this package does not take for ordinary it leaves to the packages {@code
 * frame} and {@code decode}, which read everything; tests hold both to the same results.
 */
@NullMarked
package io.github.pgslowlog.block;

import org.jspecify.annotations.NullMarked;
