package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which digits of a template are process id, line number, transaction id or query id.
 *
 * <p>The process id is what the session id ends in, the line number grows within a process, the
 * transaction id is mostly 0, query ids are long. Numbers that end names ({@code web-0}) and show
 * nothing of this are part of the names.
 */
final class NumberColumns {
  private static final double MOST = 0.5;

  /** Processes and transactions have longer numbers than the copies of an application. */
  private static final int SUFFIX_DIGITS = 3;

  /**
   * Of so many lines that show a longer number, one more shows the same number, if it is a name.
   */
  private static final int LINES_PER_SUFFIX = 4;

  private final PrefixTemplate template;
  private final ColumnValues values;
  private final List<PrefixEscape> open;
  private final List<PrefixEscape> suffixes;
  private final Map<PrefixEscape, PrefixEscape> roles = new EnumMap<>(PrefixEscape.class);

  /** The names are columns; what looks like one and is text of the prefix is not among them. */
  NumberColumns(PrefixTemplate template, ColumnValues values, Collection<PrefixEscape> names) {
    this.template = template;
    this.values = values;
    this.open = template.open(FieldSyntax.DIGITS, FieldSyntax.SIGNED, FieldSyntax.OPTIONAL_DIGITS);
    this.suffixes =
        open.stream()
            .filter(column -> template.nameBeforeDash(column).filter(names::contains).isPresent())
            .filter(this::isFew)
            .toList();
    findQuery();
    findProcess();
    findLine();
    findTransaction();
    findRest();
  }

  Map<PrefixEscape, PrefixEscape> roles() {
    return roles;
  }

  /** The columns that go on with the name before them, behind a dash. */
  List<PrefixEscape> suffixes() {
    return suffixes.stream().filter(column -> !roles.containsKey(column)).toList();
  }

  private boolean isFew(PrefixEscape column) {
    List<String> numbers = values.of(column);
    return !isLong(column)
        || numbers.stream().distinct().count() * LINES_PER_SUFFIX <= numbers.size();
  }

  private boolean isLong(PrefixEscape column) {
    return values.of(column).stream().anyMatch(number -> number.length() > SUFFIX_DIGITS);
  }

  private boolean mayBeProcess(PrefixEscape column) {
    return !isMostlyZero(column) && (!suffixes.contains(column) || isLong(column));
  }

  private void findQuery() {
    for (PrefixEscape column : open) {
      if (values.of(column).stream().anyMatch(v -> v.startsWith("-") || v.length() > 10)) {
        assign(column, PrefixEscape.QUERY);
      }
    }
  }

  private void findProcess() {
    List<String> sessions = values.of(PrefixEscape.SESSION);
    if (!sessions.isEmpty()) {
      for (PrefixEscape column : unassigned()) {
        if (isBehindDot(values.of(column), sessions)) {
          assign(column, PrefixEscape.PROCESS);
          return;
        }
      }
      return;
    }
    List<PrefixEscape> candidates = unassigned().stream().filter(this::mayBeProcess).toList();
    for (PrefixEscape column : candidates) {
      for (PrefixEscape line : candidates) {
        if (column != line && growsWithin(column, line) && !growsWithin(line, column)) {
          assign(column, PrefixEscape.PROCESS);
          return;
        }
      }
    }
    candidates.stream()
        .min(Comparator.comparing(suffixes::contains))
        .ifPresent(column -> assign(column, PrefixEscape.PROCESS));
  }

  private static boolean isBehindDot(List<String> processes, List<String> sessions) {
    for (int row = 0; row < sessions.size(); row++) {
      String session = sessions.get(row);
      String process = processes.get(row);
      String hex = session.substring(session.indexOf('.') + 1);
      if (process.isEmpty() || !hex.equals(Long.toHexString(Long.parseLong(process)))) {
        return false;
      }
    }
    return true;
  }

  private void findLine() {
    PrefixEscape process = columnOf(PrefixEscape.PROCESS);
    for (PrefixEscape column : unassigned()) {
      boolean told = process != PrefixEscape.STOP || !suffixes.contains(column);
      if (told && !isMostlyZero(column) && growsWithin(process, column)) {
        assign(column, PrefixEscape.LINE);
      }
    }
  }

  private void findTransaction() {
    for (PrefixEscape column : plain()) {
      if (isMostlyZero(column)) {
        assign(column, PrefixEscape.TRANSACTION);
      }
    }
  }

  private void findRest() {
    List<PrefixEscape> free =
        new ArrayList<>(
            List.of(
                PrefixEscape.PROCESS,
                PrefixEscape.LINE,
                PrefixEscape.TRANSACTION,
                PrefixEscape.QUERY,
                PrefixEscape.LEADER));
    if (!values.of(PrefixEscape.SESSION).isEmpty()) {
      free.remove(PrefixEscape.PROCESS);
    }
    for (PrefixEscape column : plain()) {
      if (isMostlyZero(column)) {
        assign(column, PrefixEscape.QUERY);
      }
      List<PrefixEscape> possible = new ArrayList<>(free);
      if (isNoLine(column)) {
        possible.remove(PrefixEscape.LINE);
      }
      while (!possible.isEmpty() && !roles.containsKey(column)) {
        assign(column, possible.remove(0));
      }
    }
  }

  private boolean isMostlyZero(PrefixEscape column) {
    return values.share(column, "0"::equals) >= MOST;
  }

  /** Whether lines of the same process show that a column does not grow. */
  private boolean isNoLine(PrefixEscape column) {
    PrefixEscape process = columnOf(PrefixEscape.PROCESS);
    return process != PrefixEscape.STOP && growth(process, column) == Growth.NO;
  }

  private boolean growsWithin(PrefixEscape process, PrefixEscape column) {
    return growth(process, column) == Growth.YES;
  }

  /** Whether a column grows from line to line of the same process. */
  private enum Growth {
    YES,
    NO,
    /** No process has two lines. */
    UNSEEN
  }

  private Growth growth(PrefixEscape process, PrefixEscape column) {
    Map<String, Long> last = new HashMap<>();
    Growth growth = Growth.UNSEEN;
    for (int row = 0; row < values.rows(); row++) {
      String text = values.of(column).get(row);
      if (text.isEmpty() || text.length() > 18) {
        return Growth.NO;
      }
      long value = Long.parseLong(text);
      String key = process == PrefixEscape.STOP ? "" : values.of(process).get(row);
      Long before = last.put(key, value);
      if (before != null) {
        growth = Growth.YES;
        if (value <= before) {
          return Growth.NO;
        }
      }
    }
    return growth;
  }

  /** The column that is a field, {@code STOP} if none is. */
  private PrefixEscape columnOf(PrefixEscape role) {
    if (template.certain().contains(role)) {
      return role;
    }
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(PrefixEscape.STOP);
  }

  private List<PrefixEscape> unassigned() {
    return open.stream().filter(column -> !roles.containsKey(column)).toList();
  }

  private List<PrefixEscape> plain() {
    return unassigned().stream().filter(column -> !suffixes.contains(column)).toList();
  }

  private void assign(PrefixEscape column, PrefixEscape role) {
    if (!roles.containsValue(role) && !template.certain().contains(role)) {
      roles.put(column, role);
    }
  }
}
