package io.github.pgslowlog.wrap;

/** Tags in syslog under which the server was seen. Direct-mapped and bounded. */
final class ServerTags {
  /** Names of servers (syslog_ident) in one log; most logs have one. */
  private static final int PLACES = 256;

  private final long[] tags = new long[PLACES];

  void add(long tag) {
    tags[place(tag)] = tag;
  }

  boolean contains(long tag) {
    return tags[place(tag)] == tag;
  }

  private static int place(long tag) {
    return (int) (tag ^ (tag >>> 32)) & (PLACES - 1);
  }
}
