package io.github.pgslowlog.wrap;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Names of programs and units that say that a line is the server's. */
final class ServerNames {
  private static final byte[][] SERVERS = bytes("postgres", "pgsql", "patroni");

  /** They have the name of the server in theirs. */
  private static final byte[][] OTHERS = bytes("exporter", "postgrest", "heroku-postgres");

  private ServerNames() {}

  private static byte[][] bytes(String... names) {
    return Stream.of(names)
        .map(name -> name.getBytes(StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }

  /** Whether a name is one of the server. */
  static boolean isServer(byte[] name, int from, int to) {
    return contains(SERVERS, name, from, to) && !isOther(name, from, to);
  }

  /** Whether a name is one of a program that belongs to the server and is not it. */
  static boolean isOther(byte[] name, int from, int to) {
    return contains(OTHERS, name, from, to);
  }

  private static boolean contains(byte[][] words, byte[] name, int from, int to) {
    for (byte[] word : words) {
      if (Chars.containsIgnoreCase(name, from, to, word)) {
        return true;
      }
    }
    return false;
  }
}
