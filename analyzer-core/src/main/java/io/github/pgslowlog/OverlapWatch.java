package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that two logs tell of the same statements: a server that writes stderr and csvlog side by
 * side, a log and what a platform made of it. Then all numbers are twice what they should be.
 *
 * <p>Of each log the entries with the smallest hashes are kept (time to the second, duration, kind,
 * length of the text): a sample that two logs with the same entries share, wherever their files
 * were cut.
 */
final class OverlapWatch {
  /** Logs beyond these are not compared: a year of hourly files is one server's. */
  private static final int MAX_LOGS = 1000;

  private final Map<String, SmallestHashes> samples = new LinkedHashMap<>();
  private String currentLog = "";
  private SmallestHashes current = new SmallestHashes();

  void statement(LoggedStatement statement) {
    Slice sql = statement.sql();
    statement(
        statement.location().file(),
        EpochMicros.of(statement.time()),
        statement.durationMicros(),
        statement.kind(),
        sql == null ? 0 : sql.length());
  }

  /**
   * The same without an object. Hot path.
   *
   * @param log its name; best the same object as long as it is the same log
   * @param timeMicros as {@link EpochMicros}
   * @param micros the duration in microseconds
   * @param kind what was measured
   * @param sqlLength bytes of its text, 0 if there is none
   */
  void statement(String log, long timeMicros, long micros, StatementKind kind, int sqlLength) {
    if (timeMicros == EpochMicros.NONE) {
      return;
    }
    if (!log.equals(currentLog)) {
      if (samples.size() >= MAX_LOGS) {
        return;
      }
      currentLog = log;
      current = samples.computeIfAbsent(log, name -> new SmallestHashes());
    }
    current.add(
        SmallestHashes.hash(Math.floorDiv(timeMicros, 1_000_000L), micros, kind, sqlLength));
  }

  /** One notice for each pair of logs that share entries. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<Map.Entry<String, SmallestHashes>> logs = new ArrayList<>(samples.entrySet());
    for (int i = 0; i < logs.size(); i++) {
      for (int j = i + 1; j < logs.size(); j++) {
        if (logs.get(i).getValue().overlaps(logs.get(j).getValue())) {
          problems.add(
              Problem.notice(
                  logs.get(i).getKey()
                      + " and "
                      + logs.get(j).getKey()
                      + " tell of the same statements, which are counted twice: give one of them"));
        }
      }
    }
    return problems;
  }
}
