package io.github.pgslowlog.benchmarks.generator;

/** What the log consists of: the share of its bytes and of its patterns, in percent. */
enum Kind {
  PREPARED(45, 50),
  LITERAL(20, 22),
  LIST(8, 8),
  REPORT(8, 8),
  WRITE(7, 12),
  ERROR(4, 0),
  NOISE(8, 0);

  final int bytes;
  final int patterns;

  Kind(int bytes, int patterns) {
    this.bytes = bytes;
    this.patterns = patterns;
  }
}
