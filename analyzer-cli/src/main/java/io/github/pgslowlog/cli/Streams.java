package io.github.pgslowlog.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The standard streams of one run, and what is around it.
 *
 * @param in standard input
 * @param out results; throws what cannot be written
 * @param err everything else
 * @param surroundings environment and terminal
 */
record Streams(InputStream in, Writer out, PrintWriter err, Surroundings surroundings) {
  /** Without environment and terminal. */
  Streams(InputStream in, Writer out, PrintWriter err) {
    this(in, out, err, Surroundings.NONE);
  }
}
