package io.github.pgslowlog.frame;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes csvlog records as the server does. */
final class CsvRecord {
  private CsvRecord() {}

  /** A record of session 41 without its line feed, in the 26 columns of 14 to 18. */
  static String of(String message) {
    return of(message, null, null);
  }

  static String of(String message, @Nullable String detail, @Nullable String statement) {
    return "2026-11-20 09:00:03.941 UTC,\"app\",\"shop\",41,\"[local]\",6b00e090.29,1,\"SELECT\","
        + "2026-11-20 09:00:00 UTC,3/7,0,LOG,00000,"
        + quoted(message)
        + ','
        + quoted(detail)
        + ",,,,,"
        + quoted(statement)
        + ",,,\"psql\",\"client backend\",,0";
  }

  /** A record of a process without a session: no quote stands before its message. */
  static String ofServer(String message) {
    return "2026-11-20 09:00:04.000 UTC,,,7,,6b00e090.7,1,,2026-11-20 09:00:00 UTC,,0,LOG,00000,"
        + quoted(message)
        + ",,,,,,,,,\"\",\"checkpointer\",,0";
  }

  static String duration(int milliseconds, String sql) {
    return of("duration: " + milliseconds + ".000 ms  statement: " + sql);
  }

  static String quoted(@Nullable String value) {
    return value == null ? "" : '"' + value.replace("\"", "\"\"") + '"';
  }

  static String log(String... records) {
    return String.join("\n", Arrays.asList(records)) + "\n";
  }
}
