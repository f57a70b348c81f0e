package io.github.pgslowlog.postgres.schema;

/** Lines of ours in a file of statistics: comments to SQL, facts as JSON to us. */
final class ExportedLine {
  static final String PREFIX = "-- pgslowlog: ";

  private ExportedLine() {}

  static boolean is(String line) {
    return line.startsWith(PREFIX);
  }

  static String json(String line) {
    return line.substring(PREFIX.length());
  }
}
