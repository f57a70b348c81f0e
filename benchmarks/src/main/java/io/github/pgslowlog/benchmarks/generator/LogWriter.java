package io.github.pgslowlog.benchmarks.generator;

/** Writes messages in one of the server's formats. */
interface LogWriter {
  /** Appends one message as the server writes it. */
  void write(Event event, Text out);
}
