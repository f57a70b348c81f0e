package io.github.pgslowlog.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Members whose array holds the records of an export.
 *
 * <p>{@code records}: Azure Event Hub; {@code events}: CloudWatch filter-log-events and
 * get-log-events; {@code logEvents}: CloudWatch subscriptions; {@code entries}: Cloud Logging;
 * {@code data}, {@code logs}: Datadog's versions 2 and 1.
 */
final class ContainerKey {
  private static final byte[][] NAMES =
      Stream.of("records", "events", "logEvents", "entries", "data", "logs")
          .map(name -> name.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private ContainerKey() {}

  /** Whether one of the names, in quotes and with its colon, stands before a bracket. */
  static boolean before(byte[] bytes, int from, int bracket) {
    int colon = backOverBlanks(bytes, from, bracket);
    if (colon == from || bytes[colon - 1] != ':') {
      return false;
    }
    int quote = backOverBlanks(bytes, from, colon - 1);
    return quote > from && bytes[quote - 1] == '"' && isName(bytes, from, quote - 1);
  }

  private static int backOverBlanks(byte[] bytes, int from, int to) {
    int i = to;
    while (i > from && JsonReader.isBlank(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  private static boolean isName(byte[] bytes, int from, int to) {
    for (byte[] name : NAMES) {
      int start = to - name.length;
      if (start > from
          && bytes[start - 1] == '"'
          && Arrays.equals(bytes, start, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }
}
