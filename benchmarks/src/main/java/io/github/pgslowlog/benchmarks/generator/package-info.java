/**
 * Writes logs for measuring: options in, the bytes of a log of a busy server out. Equal options
 * give equal bytes, and every format tells the same events.
 */
@NullMarked
package io.github.pgslowlog.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
