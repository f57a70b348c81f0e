package io.github.pgslowlog.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The standard streams of one run.
 *
 * @param in standard input
 * @param out results; throws what cannot be written
 * @param err everything else
 */
record Streams(InputStream in, Writer out, PrintWriter err) {}
