package io.github.pgslowlog.benchmarks.generator;

import java.io.IOException;

/** What all kinds of messages are made with: the time, the sessions, the log. */
final class Server {
  final Randomness random;
  final Clock clock = new Clock();
  final Sessions sessions;
  final Patterns patterns;
  private final Event event;
  private final Log log;

  Server(long seed, int patternCount, Log log) {
    random = new Randomness(seed);
    sessions = new Sessions(random, clock.micros());
    patterns = new Patterns(seed, patternCount);
    event = new Event(sessions.checkpointer);
    this.log = log;
  }

  /** A message of now, a moment after the last; {@link #log} ends it. */
  Event message(Session session, String tag) {
    return event.start(clock.pass(random.below(6000)), session, tag);
  }

  void log() throws IOException {
    log.add(event);
  }
}
