package io.github.pgslowlog;

/**
 * What became of the patterns' texts.
 *
 * @param parser those that the SQL parser understood
 * @param skeleton those of which only the skeleton of clauses was understood: what it says of
 *     columns is right, but may not be all
 * @param unparsed those that were not understood
 * @param utility those that read and change no tables, such as BEGIN and SET
 */
public record SqlCoverage(Share parser, Share skeleton, Share unparsed, Share utility) {
  /**
   * Some of the patterns.
   *
   * @param patterns number of patterns
   * @param micros their execution time in microseconds
   */
  public record Share(int patterns, long micros) {
    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(patterns + other.patterns, micros + other.micros);
    }
  }

  /**
   * Patterns that read or change tables.
   *
   * @return all but the utility ones
   */
  public Share data() {
    return parsed().plus(unparsed);
  }

  /**
   * Patterns that were understood, at least their skeleton.
   *
   * @return those of the parser and those of the skeleton
   */
  public Share parsed() {
    return parser.plus(skeleton);
  }
}
