package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.List;

/**
 * What a message of the server tells of statements besides their durations.
 *
 * @param kind what it tells of
 * @param wording of an error the message in English, its values left out: {@code invalid input
 *     syntax for type integer: "..."}; empty for other kinds
 * @param values what stands in it, in the order of the English wording
 */
public record EventMessage(Kind kind, String wording, List<Slice> values) {
  /** Copies the list. */
  public EventMessage {
    values = List.copyOf(values);
  }

  /** What messages tell of. */
  public enum Kind {
    /** A process waits for a lock; values: process, lock, object, milliseconds. */
    STILL_WAITING,
    /** It has got the lock; the same values. */
    ACQUIRED,
    /** It goes on waiting behind others, lest there is a deadlock; the same values. */
    AVOIDED,
    /** It waits in a deadlock, and will fail; the same values. */
    DETECTED,
    /** It has not got the lock; the same values. */
    FAILED,
    /** A temporary file is deleted; values: path, bytes. */
    TEMPORARY_FILE,
    /** A statement failed to break a deadlock. */
    DEADLOCK,
    /** A statement failed for another reason. */
    ERROR
  }
}
