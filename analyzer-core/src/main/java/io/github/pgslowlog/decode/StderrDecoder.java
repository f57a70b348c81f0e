package io.github.pgslowlog.decode;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a stderr message. Not safe for several threads: it reuses names. */
public final class StderrDecoder {
  private static final int SQLSTATE_LENGTH = 5;
  private static final int LONGEST_PROCESS = 8;

  private final TimeDecoder times;
  private final StringInterner names = new StringInterner();

  /**
   * Reads messages.
   *
   * @param times reads their times
   */
  public StderrDecoder(TimeDecoder times) {
    this.times = times;
  }

  /**
   * Reads a message.
   *
   * @param frame the message
   * @return its fields
   */
  public LogEntry decode(StderrFrame frame) {
    PrefixFields fields = frame.fields();
    byte[] head = frame.head().array();
    Slice message = withoutSqlState(frame.message());
    return new LogEntry(
        frame.location(),
        time(frame, head, fields),
        origin(frame, head, fields),
        frame.severity(),
        sqlState(frame, message),
        message,
        frame.section(Label.DETAIL),
        frame.section(Label.CONTEXT),
        frame.section(Label.STATEMENT));
  }

  private @Nullable Instant time(StderrFrame frame, byte[] head, PrefixFields fields) {
    if (fields.has(PrefixEscape.TIME_MILLISECONDS)) {
      return dateTime(head, fields, PrefixEscape.TIME_MILLISECONDS);
    }
    if (fields.has(PrefixEscape.TIME_EPOCH)) {
      PrefixEscape epoch = PrefixEscape.TIME_EPOCH;
      return times.epoch(head, fields.from(epoch), fields.to(epoch));
    }
    if (fields.has(PrefixEscape.TIME)) {
      return dateTime(head, fields, PrefixEscape.TIME);
    }
    return frame.headerMicros() == Lines.NO_TIME
        ? null
        : Instant.EPOCH.plus(frame.headerMicros(), ChronoUnit.MICROS);
  }

  private @Nullable Instant dateTime(byte[] head, PrefixFields fields, PrefixEscape escape) {
    return times.dateTime(head, fields.from(escape), fields.to(escape));
  }

  private Origin origin(StderrFrame frame, byte[] head, PrefixFields fields) {
    String host = name(head, fields, PrefixEscape.REMOTE);
    String queryId = name(head, fields, PrefixEscape.QUERY);
    String session = name(head, fields, PrefixEscape.SESSION);
    String process = name(head, fields, PrefixEscape.PROCESS);
    return new Origin(
        session,
        process == null ? processOf(session, frame.headerProcess()) : process,
        name(head, fields, PrefixEscape.USER),
        name(head, fields, PrefixEscape.DATABASE),
        application(name(head, fields, PrefixEscape.APPLICATION)),
        host == null ? name(head, fields, PrefixEscape.HOST) : host,
        "0".equals(queryId) ? null : queryId);
  }

  private @Nullable String name(byte[] head, PrefixFields fields, PrefixEscape escape) {
    return fields.has(escape) ? names.intern(head, fields.from(escape), fields.to(escape)) : null;
  }

  /**
   * The server writes {@code [unknown]} where csvlog and jsonlog show that there is no name.
   *
   * @param name as the log shows it
   * @return the application, null if there is no name
   */
  public static @Nullable String application(@Nullable String name) {
    return name != null && name.startsWith("[") && isUnknown(name) ? null : name;
  }

  /** English first: to ask the other languages loads them. */
  private static boolean isUnknown(String name) {
    return Languages.english().isUnknown(name) || Languages.all().isUnknown(name);
  }

  /**
   * A session id is the start of the session and the process id, both in hexadecimal.
   *
   * @param session the session id, null if the log shows none
   * @param headerProcess process id that a wrapper shows, negative if none
   * @return the process id
   */
  public static @Nullable String processOf(@Nullable String session, long headerProcess) {
    if (session == null) {
      return headerProcess < 0 ? null : Long.toString(headerProcess);
    }
    int from = session.indexOf('.') + 1;
    if (from == session.length() || session.length() - from > LONGEST_PROCESS) {
      return null;
    }
    long process = 0;
    for (int i = from; i < session.length(); i++) {
      int digit = Character.digit(session.charAt(i), 16);
      if (digit < 0) {
        return null;
      }
      process = 16 * process + digit;
    }
    return Long.toString(process);
  }

  private @Nullable String sqlState(StderrFrame frame, Slice rest) {
    Slice message = frame.message();
    return rest.length() < message.length()
        ? names.intern(message.array(), message.from(), message.from() + SQLSTATE_LENGTH)
        : name(frame.head().array(), frame.fields(), PrefixEscape.SQLSTATE);
  }

  private static Slice withoutSqlState(Slice message) {
    return message.from(sqlStateLength(message.array(), message.from(), message.to()));
  }

  /**
   * With log_error_verbosity = verbose the text starts with {@code 00000: }.
   *
   * @param b holds the text of a message
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return number of bytes of SQLSTATE, colon and blank, 0 if they are not there
   */
  public static int sqlStateLength(byte[] b, int from, int to) {
    if (to - from < SQLSTATE_LENGTH + 2 || b[from + 5] != ':' || b[from + 6] != ' ') {
      return 0;
    }
    boolean digit = false;
    for (int i = from; i < from + SQLSTATE_LENGTH; i++) {
      boolean isDigit = b[i] >= '0' && b[i] <= '9';
      if (!isDigit && (b[i] < 'A' || b[i] > 'Z')) {
        return 0;
      }
      digit |= isDigit;
    }
    return digit ? SQLSTATE_LENGTH + 2 : 0;
  }
}
