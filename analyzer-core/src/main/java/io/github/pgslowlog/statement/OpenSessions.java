package io.github.pgslowlog.statement;

import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions that are remembered, within bounds; the one not seen longest goes first. */
final class OpenSessions {
  private final int maxSessions;
  private final long maxBytes;
  private final StatementListener out;
  private final Map<String, Session> sessions = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** What sessions that go still hold is given to the output. */
  OpenSessions(int maxSessions, long maxBytes, StatementListener out) {
    this.maxSessions = Math.max(1, maxSessions);
    this.maxBytes = maxBytes;
    this.out = out;
  }

  /** The session id, else the process id; a log that shows neither is one session. */
  private static String key(Origin origin) {
    String key = origin.session() != null ? origin.session() : origin.pid();
    return key == null ? "" : key;
  }

  /** The session of a message; a new one if another has its process id now. */
  Session get(Origin origin) {
    String key = key(origin);
    Session session = sessions.get(key);
    if (session != null && origin.session() == null && session.isOther(origin)) {
      remove(origin, session);
      session = null;
    }
    if (session == null) {
      session = new Session();
      sessions.put(key, session);
    }
    session.seen(origin);
    return session;
  }

  /** A session has read a message: it may be over, or hold more than before. */
  void update(Origin origin, Session session) {
    bytes += session.grown();
    if (session.ended) {
      remove(origin, session);
    } else if (sessions.size() > maxSessions || bytes > maxBytes) {
      keepBounds(session);
    }
  }

  private void remove(Origin origin, Session session) {
    sessions.remove(key(origin));
    forget(session);
  }

  private void forget(Session session) {
    session.forget(out);
    bytes += session.grown();
  }

  private void keepBounds(Session current) {
    Iterator<Session> eldest = sessions.values().iterator();
    while (sessions.size() > maxSessions || bytes > maxBytes && sessions.size() > 1) {
      forget(eldest.next());
      eldest.remove();
    }
    if (bytes > maxBytes) {
      forget(current);
    }
  }

  /**
   * The server started here: sessions from before are over. Where messages of several processes are
   * read at once, this one may be told late, among those of new sessions.
   */
  void forgetBefore(Location start) {
    Iterator<Session> all = sessions.values().iterator();
    while (all.hasNext()) {
      Session session = all.next();
      if (!session.isBehind(start)) {
        forget(session);
        all.remove();
      }
    }
  }

  /** Forgets all. */
  void clear() {
    sessions.values().forEach(this::forget);
    sessions.clear();
  }

  int size() {
    return sessions.size();
  }

  /** Length of the texts held for all. */
  long bytes() {
    return bytes;
  }
}
