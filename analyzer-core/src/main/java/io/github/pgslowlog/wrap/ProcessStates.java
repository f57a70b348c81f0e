package io.github.pgslowlog.wrap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each process whose pieces of messages are put together.
 *
 * <p>Bounded: the process not heard of for longest is forgotten first. What is forgotten costs a
 * tie-break, no text.
 */
final class ProcessStates {
  /** More than max_connections of nearly every server, and as many as have a message under way. */
  static final int MAX_PROCESSES = 4096;

  private final Map<Long, State> states =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, State> eldest) {
          return size() > MAX_PROCESSES;
        }
      };

  private static final class State {
    private long message;
    private long piece;
    private int length;
    private byte ending;
  }

  private long lastStream;
  private @Nullable State last;

  void remember(long stream, long message, long piece, int length, byte ending) {
    State state = find(stream);
    if (state == null) {
      state = new State();
      states.put(stream, state);
      lastStream = stream;
      last = state;
    }
    state.message = message;
    state.piece = piece;
    state.length = length;
    state.ending = ending;
  }

  boolean knows(long stream) {
    return find(stream) != null;
  }

  /** Number of the message that the last piece was of, of a process that is known. */
  long message(long stream) {
    return known(stream).message;
  }

  /** Number of the last piece. */
  long piece(long stream) {
    return known(stream).piece;
  }

  /** Length of the last piece in bytes. */
  int length(long stream) {
    return known(stream).length;
  }

  /** How the last piece ended, as it was told to {@link #remember}. */
  byte ending(long stream) {
    return known(stream).ending;
  }

  private State known(long stream) {
    State state = find(stream);
    if (state == null) {
      throw new IllegalStateException("the process is not known");
    }
    return state;
  }

  private @Nullable State find(long stream) {
    if (last == null || lastStream != stream) {
      last = states.get(stream);
      lastStream = stream;
    }
    return last;
  }
}
