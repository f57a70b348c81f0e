package io.github.pgslowlog.prefix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled log_line_prefix: tells whether bytes are an expanded prefix, and where its fields are.
 *
 * <p>Hot path: the prefix is a list of operations over bytes. Values of fixed syntax match in one
 * way; names that clients choose match lazily and step back. Nothing is allocated.
 *
 * <p>Names may hold the characters that the prefix puts between fields ({@code %u@%d} with user
 * {@code a@b}); a reading without blanks in them is preferred, then the shortest from the left.
 */
public final class PrefixMatcher {
  /** A real line takes some hundreds; one that takes more is no line of a server. */
  static final int MAX_ATTEMPTS = 200_000;

  private final LogLinePrefix prefix;
  private final Operation[] operations;
  private final int stop;
  private final boolean hasNames;

  /** A literal ({@code escape} is null) or a field. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Operation(byte[] literal, @Nullable PrefixEscape escape, int padding) {}

  PrefixMatcher(LogLinePrefix prefix) {
    this.prefix = prefix;
    List<Operation> compiled = new ArrayList<>();
    int stopAt = -1;
    for (PrefixElement element : prefix.elements()) {
      if (element instanceof PrefixElement.Literal literal) {
        byte[] bytes = literal.text().getBytes(StandardCharsets.UTF_8);
        compiled.add(new Operation(bytes, null, 0));
      } else if (element instanceof PrefixElement.Field field) {
        if (field.escape() == PrefixEscape.STOP) {
          stopAt = stopAt < 0 ? compiled.size() : stopAt;
        } else {
          compiled.add(new Operation(new byte[0], field.escape(), field.padding()));
        }
      }
    }
    this.operations = compiled.toArray(Operation[]::new);
    this.stop = stopAt;
    this.hasNames = compiled.stream().anyMatch(operation -> isName(operation.escape));
  }

  /**
   * The prefix that is matched.
   *
   * @return the prefix
   */
  public LogLinePrefix prefix() {
    return prefix;
  }

  /**
   * Tells whether a prefix starts with a time of its own length, so that its start can be found.
   *
   * @return whether the first element is {@code %m} or {@code %t}
   */
  public boolean startsWithTime() {
    PrefixEscape first = operations.length == 0 ? null : operations[0].escape;
    return first == PrefixEscape.TIME_MILLISECONDS || first == PrefixEscape.TIME;
  }

  /**
   * Tells whether a whole range is the expanded prefix.
   *
   * @param line the bytes
   * @param from first byte
   * @param to behind the last byte
   * @param fields receives the places of the fields
   * @return whether it matches; if not, {@code fields} holds nothing of use
   */
  public boolean matches(byte[] line, int from, int to, PrefixFields fields) {
    return matchesSession(line, from, to, fields) || matchesStopped(line, from, to, fields);
  }

  /** The same for a line that no session wrote: it ends at {@code %q}, if there is one. */
  boolean matchesStopped(byte[] line, int from, int to, PrefixFields fields) {
    return stop >= 0 && matchEither(stop, line, from, to, fields);
  }

  /** The same for a line that a session wrote: {@code %q} does not stop there. */
  boolean matchesSession(byte[] line, int from, int to, PrefixFields fields) {
    return matchEither(operations.length, line, from, to, fields);
  }

  /** Users and databases with blanks in their names are rare: tried last. */
  private boolean matchEither(int last, byte[] line, int from, int to, PrefixFields fields) {
    fields.clear();
    fields.plainNames(true);
    if (match(0, last, line, from, to, fields)) {
      return true;
    }
    if (!hasNames || !fields.sawOpen()) {
      return false;
    }
    fields.clear();
    fields.plainNames(false);
    return match(0, last, line, from, to, fields);
  }

  private boolean match(int first, int last, byte[] line, int from, int to, PrefixFields fields) {
    int position = from;
    for (int i = first; i < last; i++) {
      Operation operation = operations[i];
      PrefixEscape escape = operation.escape;
      if (escape == null) {
        byte[] literal = operation.literal;
        int end = position + literal.length;
        if (end > to || !Arrays.equals(line, position, end, literal, 0, literal.length)) {
          return false;
        }
        position = end;
        continue;
      }
      FieldSyntax syntax = escape.syntax();
      if (syntax.isOpen()) {
        return matchText(i, last, line, position, to, fields);
      }
      int end = matchFixed(operation, escape, line, position, to, fields);
      if (end == FieldScanner.NO_MATCH) {
        return false;
      }
      position = end;
    }
    return position == to;
  }

  private static int matchFixed(
      Operation operation,
      PrefixEscape escape,
      byte[] line,
      int from,
      int to,
      PrefixFields fields) {
    int width = Math.abs(operation.padding);
    int start = width == 0 ? from : skipSpaces(line, from, Math.min(to, from + width));
    if (width > 0 && start == from + width) {
      fields.set(escape, start, start);
      return start;
    }
    int end = FieldScanner.scan(escape.syntax(), line, start, to);
    if (end == FieldScanner.NO_MATCH) {
      return FieldScanner.NO_MATCH;
    }
    fields.set(escape, start, end);
    return width == 0 ? end : skipSpaces(line, end, Math.min(to, Math.max(end, from + width)));
  }

  /** Tries the shortest text first, then one byte more, and so on. */
  private boolean matchText(
      int index, int last, byte[] line, int from, int to, PrefixFields fields) {
    Operation operation = operations[index];
    PrefixEscape escape = operation.escape;
    fields.seeOpen();
    if (escape == null) {
      return false;
    }
    boolean plain = isName(escape) && fields.plainNames();
    FieldSyntax syntax = plain ? FieldSyntax.WORD : escape.syntax();
    int width = Math.abs(operation.padding);
    boolean free = width > 0;
    if (index + 1 == last) {
      return to - from >= width
          && (free || syntax == FieldSyntax.TEXT || !hasSpace(line, from, to))
          && (free || FieldScanner.mayBe(syntax, line, from, to))
          && setTrimmed(escape, width, line, from, to, fields);
    }
    if (!free && escape.syntax() == FieldSyntax.WORD && startsWithColon(operations[index + 1])) {
      return matchHost(index, last, line, from, to, fields);
    }
    // An IPv6 address begins with a colon, which prefixes put behind the host: no host comes last.
    boolean emptyLast = syntax == FieldSyntax.REMOTE && !free;
    for (int end = from + (emptyLast ? 1 : width); end <= to; end++) {
      if (!free && syntax != FieldSyntax.TEXT && end > from && line[end - 1] == ' ') {
        break;
      }
      if (!fields.tryOnceMore()) {
        return false;
      }
      if ((free || FieldScanner.mayBe(syntax, line, from, end))
          && match(index + 1, last, line, end, to, fields)) {
        return setTrimmed(escape, width, line, from, end, fields);
      }
    }
    return emptyLast
        && match(index + 1, last, line, from, to, fields)
        && setTrimmed(escape, width, line, from, from, fields);
  }

  /** {@code %h:} may stand for {@code fe80::1:}, so the longest host is tried first. */
  private boolean matchHost(
      int index, int last, byte[] line, int from, int to, PrefixFields fields) {
    int end = from;
    while (end < to && line[end] != ' ') {
      end++;
    }
    PrefixEscape escape = operations[index].escape;
    for (; end >= from; end--) {
      boolean delimited = end < to && line[end] == ':' && FieldScanner.mayBeHost(line, from, end);
      if (delimited && !fields.tryOnceMore()) {
        return false;
      }
      if (delimited && escape != null && match(index + 1, last, line, end, to, fields)) {
        fields.set(escape, from, end);
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithColon(Operation operation) {
    return operation.literal.length > 0 && operation.literal[0] == ':';
  }

  private static boolean isName(@Nullable PrefixEscape escape) {
    return escape == PrefixEscape.USER || escape == PrefixEscape.DATABASE;
  }

  private static boolean setTrimmed(
      PrefixEscape escape, int width, byte[] line, int from, int to, PrefixFields fields) {
    int start = from;
    int end = to;
    if (width > 0) {
      start = skipSpaces(line, from, to);
      while (end > start && line[end - 1] == ' ') {
        end--;
      }
    }
    fields.set(escape, start, end);
    return true;
  }

  private static boolean hasSpace(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  private static int skipSpaces(byte[] line, int from, int to) {
    int i = from;
    while (i < to && line[i] == ' ') {
      i++;
    }
    return i;
  }
}
