package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether text starts like a command of PostgreSQL.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL Commands</a>.
 */
final class SqlStart {
  private static final int LONGEST = 12;

  /** No command is looked for behind longer comments, so that no text takes long to judge. */
  private static final int MAX_BLANK_BYTES = 4096;

  private static final byte[] SELECT = "select".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INSERT = "insert".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPDATE = "update".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DELETE = "delete".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WITH = "with".getBytes(StandardCharsets.US_ASCII);

  private static final Set<String> COMMANDS =
      Set.of(
          ("select with insert update delete merge values table begin start commit end rollback abort"
                  + " savepoint release set reset show explain analyze vacuum create alter drop"
                  + " truncate copy call do declare fetch move close prepare execute deallocate"
                  + " discard lock listen unlisten notify grant revoke comment refresh reindex"
                  + " cluster checkpoint import security load reassign")
              .split(" "));

  private SqlStart() {}

  /** Whether the text from an offset on is a command, or nothing at all, or a long comment. */
  static boolean at(Slice text, int offset) {
    byte[] b = text.array();
    int from = text.from() + offset;
    int limit = Math.min(text.to(), from + MAX_BLANK_BYTES);
    int i = skipBlank(b, from, limit);
    if (i == limit) {
      return true;
    }
    int start = i;
    while (i < text.to() && i - start < LONGEST && isLetter(b[i])) {
      i++;
    }
    String word = Slice.of(b, start, i).text().toLowerCase(Locale.ROOT);
    return COMMANDS.contains(word);
  }

  /** Whether one of the most usual commands stands right here. Hot path. */
  static boolean isWord(byte[] b, int from, int to) {
    if (to - from < 7) {
      return false;
    }
    return switch (b[from] | 0x20) {
      case 's' -> isWord(SELECT, b, from);
      case 'i' -> isWord(INSERT, b, from);
      case 'u' -> isWord(UPDATE, b, from);
      case 'd' -> isWord(DELETE, b, from);
      case 'w' -> isWord(WITH, b, from);
      default -> false;
    };
  }

  private static boolean isWord(byte[] word, byte[] b, int from) {
    for (int i = 0; i < word.length; i++) {
      if ((b[from + i] | 0x20) != word[i]) {
        return false;
      }
    }
    return !isLetter(b[from + word.length]);
  }

  private static int skipBlank(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      if (b[i] == '-' && i + 1 < to && b[i + 1] == '-') {
        i = behindLine(b, i, to);
      } else if (b[i] == '/' && i + 1 < to && b[i + 1] == '*') {
        i = behindComment(b, i + 2, to);
      } else if (b[i] == '(' || b[i] == ';' || b[i] <= ' ' && b[i] >= 0) {
        i++;
      } else {
        return i;
      }
    }
    return to;
  }

  private static int behindLine(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != '\n') {
      i++;
    }
    return i;
  }

  private static int behindComment(byte[] b, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (b[i] == '*' && b[i + 1] == '/') {
        return i + 2;
      }
    }
    return to;
  }

  private static boolean isLetter(byte value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
