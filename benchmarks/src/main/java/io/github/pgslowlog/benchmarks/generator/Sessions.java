package io.github.pgslowlog.benchmarks.generator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The connections of now, and the background processes. */
final class Sessions {
  private static final int FIRST_PROCESS = 4242;
  private static final int LAST_PROCESS = 4_194_303;
  private static final long MINUTE = 60_000_000L;

  final Session checkpointer;
  final Session logicalLauncher;
  private final Map<Client, List<Session>> byClient = new EnumMap<>(Client.class);
  private int process = FIRST_PROCESS;

  Sessions(Randomness random, long nowMicros) {
    checkpointer = Session.background(1011, nowMicros - 600 * MINUTE, "checkpointer");
    logicalLauncher =
        Session.background(1016, nowMicros - 600 * MINUTE, "logical replication launcher");
    for (Client client : Client.values()) {
      List<Session> sessions = new ArrayList<>();
      for (int i = 0; i < client.sessions; i++) {
        long start = nowMicros - random.between(1, 30) * MINUTE - random.below(1_000_000);
        sessions.add(connect(client, start, random));
      }
      byClient.put(client, sessions);
    }
  }

  /** Writes what {@code %c} shows: start and process in hexadecimal. */
  static Text identifier(Text out, Session session) {
    out.append(Long.toHexString(session.startMicros / 1_000_000)).append('.');
    return out.append(Integer.toHexString(session.process));
  }

  private Session connect(Client client, long startMicros, Randomness random) {
    return Session.of(client, nextProcess(random), startMicros, random);
  }

  private int nextProcess(Randomness random) {
    process += random.between(1, 9);
    if (process > LAST_PROCESS) {
      process = FIRST_PROCESS;
    }
    return process;
  }

  Session draw(Client client, Randomness random) {
    return random.of(byClient.getOrDefault(client, List.of()));
  }

  /** Puts a new connection in the place of one that ends. */
  Session replace(Client client, Session ended, long nowMicros, Randomness random) {
    List<Session> sessions = byClient.getOrDefault(client, List.of());
    Session connected = connect(client, nowMicros, random);
    sessions.set(sessions.indexOf(ended), connected);
    return connected;
  }

  /** A worker that lives for one table. */
  Session vacuumWorker(long nowMicros, Randomness random) {
    return Session.background(nextProcess(random), nowMicros, "autovacuum worker");
  }
}
