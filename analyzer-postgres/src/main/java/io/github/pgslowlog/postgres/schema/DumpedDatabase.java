package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import org.jspecify.annotations.Nullable;

/**
 * The database that a dump is of: {@code \\connect shop}. That of {@code pg_dumpall} has several;
 * the tables of two are not to be taken for those of one.
 */
final class DumpedDatabase {
  private static final String CONNECT = "\\connect ";

  private final String file;
  private String current = "";
  private @Nullable String withTables;

  DumpedDatabase(String file) {
    this.file = file;
  }

  /** Whether a line of psql says which database is next. */
  static boolean isConnect(String line) {
    return line.startsWith(CONNECT);
  }

  void connect(String line) {
    String name = line.substring(CONNECT.length()).strip();
    current = name.startsWith("-reuse") ? name.substring(name.indexOf(' ') + 1) : name;
  }

  /**
   * Takes note of a table.
   *
   * @throws AnalyzerException if there was one of another database
   */
  void table(long line) {
    if (withTables == null) {
      withTables = current;
    } else if (!withTables.equals(current)) {
      throw new AnalyzerException(
          "%s:%d: tables of a second database, %s behind %s; give a dump of one: pg_dump --schema-only"
              .formatted(file, line, OneLine.of(current), OneLine.of(withTables)));
    }
  }
}
