package io.github.pgslowlog.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The standard streams of one run.
 *
 * @param in standard input
 * @param out results
 * @param err everything else
 */
record Streams(InputStream in, PrintWriter out, PrintWriter err) {}
