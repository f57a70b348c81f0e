package io.github.pgslowlog.report.html;

/**
 * A way to a pattern.
 *
 * @param fingerprint names it in every report
 * @param rank its place in this one; 0 if it is not there
 * @param excerpt how it begins
 */
record PatternLink(String fingerprint, int rank, String excerpt) {
  /** Whether the report has the pattern. */
  boolean isShown() {
    return rank > 0;
  }

  String href() {
    return "#q-" + fingerprint;
  }
}
