package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what could not be loaded: one note for all that failed for the same reason. */
final class LoadNotes {
  private static final int MAX_KINDS = 50;

  private record Reason(Problem.Severity severity, String what, String why, String meaning) {}

  private static final class Count {
    final long line;
    long count;

    Count(long line) {
      this.line = line;
    }
  }

  private final String file;
  private final Map<Reason, Count> counts = new LinkedHashMap<>();
  private final Set<Problem> others = new LinkedHashSet<>();
  private long overflow;
  private long passedOver;
  private long firstPassedOver;

  LoadNotes(String file) {
    this.file = file;
  }

  /** A statement that is not loaded. */
  void failed(DumpStatement statement, String why) {
    FailureMeaning meaning = FailureMeaning.of(statement);
    add(meaning.severity(), statement.source().line(), statement.title(), why, meaning.text());
  }

  /** A statement that has nothing to do with the schema. */
  void passedOver(DumpStatement statement) {
    passedOver++;
    firstPassedOver = passedOver == 1 ? statement.source().line() : firstPassedOver;
  }

  void add(Problem.Severity severity, long line, String what, String why, String meaning) {
    Reason reason = new Reason(severity, what, why, meaning);
    if (!counts.containsKey(reason) && counts.size() == MAX_KINDS) {
      overflow++;
      return;
    }
    counts.computeIfAbsent(reason, r -> new Count(line)).count++;
  }

  void notice(String message) {
    if (others.size() == MAX_KINDS) {
      overflow++;
      return;
    }
    others.add(Problem.notice(file + ": " + OneLine.of(message)));
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>();
    counts.forEach((reason, count) -> all.add(new Problem(reason.severity, text(reason, count))));
    if (overflow > 0) {
      all.add(Problem.damage(file + ": " + overflow + " more notes of this kind"));
    }
    if (passedOver > 0) {
      all.add(
          Problem.notice(
              "%s:%d: %d %s none of a schema dump"
                  .formatted(
                      file,
                      firstPassedOver,
                      passedOver,
                      passedOver == 1
                          ? "statement is not run: it holds rows, or is"
                          : "statements are not run: they hold rows, or are")));
    }
    all.addAll(others);
    return all;
  }

  private String text(Reason reason, Count count) {
    String more = count.count == 1 ? "" : " (and " + (count.count - 1) + " more like it)";
    return file
        + ":"
        + count.line
        + ": "
        + OneLine.of(reason.what)
        + " is not loaded"
        + more
        + ": "
        + OneLine.of(reason.why)
        + "; "
        + reason.meaning;
  }
}
