package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.EventMessage;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of log_lock_waits or log_temp_files.
 *
 * <p>Source: {@code ProcSleep()} in the server's proc.c and {@code ReportTemporaryFileUsage()} in
 * fd.c. Of languages whose wording is not known, the name of the lock and that of the file tell,
 * which no language translates.
 *
 * @param type what it tells
 * @param what the lock and on what, {@code ShareLock on transaction}; empty for a file
 * @param lock names the lock that is waited for, empty for a file
 * @param amount microseconds waited, or bytes
 */
record ServerReport(Type type, String what, String lock, long amount) {
  /** What it may tell. */
  enum Type {
    /** A process waits. */
    WAITING,
    /** It does not wait any more. */
    WAITED,
    /** A temporary file was written. */
    FILE
  }

  private static final byte[] PROCESS = ascii("process ");
  private static final byte[] FILE = ascii("temporary file: ");
  private static final byte[] LOCK = ascii("Lock");
  private static final byte[] FILE_NAME = ascii("pgsql_tmp");

  /** Longer than such a message in any language. */
  private static final int MOST_BYTES = 1000;

  private static final int LONGEST_LOCK = 30;

  /** Digits that surely fit into a long, also when they are thousands. */
  private static final int MOST_DIGITS = 14;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a message may be one. Asked of every message that is no duration. */
  static boolean mayBe(Slice message, Languages languages) {
    return message.startsWith(PROCESS)
        || message.startsWith(FILE)
        || languages.active().size() > 1
            && message.length() <= MOST_BYTES
            && (indexOf(message, LOCK) >= 0 || indexOf(message, FILE_NAME) >= 0);
  }

  /** Null if the message is about something else. */
  static @Nullable ServerReport read(Slice message, Languages languages) {
    if (message.length() > MOST_BYTES) {
      return null;
    }
    EventMessage known = languages.eventMessages().read(message);
    if (known == null) {
      return languages.active().size() > 1 ? unworded(message) : null;
    }
    List<Slice> values = known.values();
    return switch (known.kind()) {
      case STILL_WAITING, AVOIDED, DETECTED -> wait(Type.WAITING, values, languages);
      case ACQUIRED, FAILED -> wait(Type.WAITED, values, languages);
      case TEMPORARY_FILE -> file(values.get(1));
      case DEADLOCK, ERROR -> null;
    };
  }

  private static @Nullable ServerReport wait(Type type, List<Slice> values, Languages languages) {
    String mode = values.get(1).text();
    String description = values.get(2).text();
    long micros = number(values.get(3));
    if (micros < 0 || !isLock(mode)) {
      return null;
    }
    String object = languages.eventMessages().lockedObject(values.get(2));
    String what = object.isEmpty() ? mode : mode + " on " + object;
    return new ServerReport(type, what, mode + " " + description, micros);
  }

  private static @Nullable ServerReport file(Slice size) {
    long bytes = number(size);
    return bytes < 0 ? null : new ServerReport(Type.FILE, "", "", bytes);
  }

  private static boolean isLock(String mode) {
    return mode.length() <= LONGEST_LOCK
        && mode.endsWith("Lock")
        && mode.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
  }

  /** Its digits, milliseconds with three decimals as microseconds; -1 if there are others. */
  private static long number(Slice text) {
    long number = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.array()[text.from() + i];
      if (c >= '0' && c <= '9') {
        number = 10 * number + c - '0';
        digits++;
      } else if (c != '.' && c != ',') {
        return -1;
      }
    }
    return digits == 0 || digits > MOST_DIGITS ? -1 : number;
  }

  // --- without words

  private static @Nullable ServerReport unworded(Slice message) {
    Numbers numbers = Numbers.of(message);
    if (indexOf(message, FILE_NAME) >= 0) {
      return numbers.last < 0 ? null : new ServerReport(Type.FILE, "", "", numbers.last);
    }
    int lock = indexOf(message, LOCK);
    if (lock < 0 || numbers.thousandths < 0) {
      return null;
    }
    int from = lock;
    while (from > 0 && isLetter(message.array()[message.from() + from - 1])) {
      from--;
    }
    String mode = message.between(from, lock + LOCK.length).text();
    return isLock(mode) && from < lock
        ? new ServerReport(Type.WAITING, mode, mode + " " + numbers.sum, numbers.thousandths)
        : null;
  }

  private static boolean isLetter(byte value) {
    return value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z';
  }

  private static int indexOf(Slice message, byte[] word) {
    for (int i = 0; i <= message.length() - word.length; i++) {
      if (message.startsWithAt(i, word)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The numbers of a message.
   *
   * @param last the last one, -1 if there is none
   * @param thousandths the one with three decimals, as a whole number; -1 if there is none
   * @param sum of all others: the same for messages about the same lock, whatever their order
   */
  private record Numbers(long last, long thousandths, long sum) {
    static Numbers of(Slice message) {
      long last = -1;
      long thousandths = -1;
      long sum = 0;
      int length = message.length();
      for (int i = 0; i < length; ) {
        int end = digitsEnd(message, i);
        if (end == i || end - i > MOST_DIGITS) {
          i = Math.max(i + 1, end);
          continue;
        }
        int decimals = end < length && isPoint(message, end) ? digitsEnd(message, end + 1) : end;
        if (decimals == end + 4 && decimals - i <= MOST_DIGITS && thousandths < 0) {
          thousandths = number(message.between(i, decimals));
          end = decimals;
        } else {
          last = number(message.between(i, end));
          sum += last;
        }
        i = end;
      }
      return new Numbers(last, thousandths, sum);
    }

    private static boolean isPoint(Slice message, int at) {
      byte c = message.array()[message.from() + at];
      return c == '.' || c == ',';
    }

    private static int digitsEnd(Slice message, int from) {
      int end = from;
      while (end < message.length()) {
        byte c = message.array()[message.from() + end];
        if (c < '0' || c > '9') {
          break;
        }
        end++;
      }
      return end;
    }
  }
}
