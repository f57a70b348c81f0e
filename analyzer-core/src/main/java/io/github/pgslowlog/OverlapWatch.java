package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices that two logs tell of the same statements: a server that writes stderr and csvlog side by
 * side, a log and what a platform made of it. Then all numbers are twice what they should be.
 *
 * <p>Of each log the entries with the smallest hashes are kept (time to the second, duration, kind,
 * length of the text): a sample that two logs with the same entries share, wherever their files
 * were cut.
 */
final class OverlapWatch {
  private static final int SAMPLE = 64;

  /** Fewer in common may be chance. */
  private static final int LEAST_COMMON = 5;

  /** Logs beyond these are not compared: a year of hourly files is one server's. */
  private static final int MAX_LOGS = 1000;

  private final Map<String, NavigableSet<Long>> samples = new LinkedHashMap<>();
  private String currentLog = "";
  private NavigableSet<Long> current = new TreeSet<>();

  void statement(LoggedStatement statement) {
    Instant time = statement.time();
    if (time != null) {
      Slice sql = statement.sql();
      statement(
          statement.location().file(),
          ChronoUnit.MICROS.between(Instant.EPOCH, time),
          statement.durationMicros(),
          statement.kind(),
          sql == null ? 0 : sql.length());
    }
  }

  void statement(String log, long timeMicros, long micros, StatementKind kind, int sqlLength) {
    if (!log.equals(currentLog) && samples.size() < MAX_LOGS) {
      currentLog = log;
      current = samples.computeIfAbsent(log, name -> new TreeSet<>());
    } else if (!log.equals(currentLog)) {
      return;
    }
    long hash = mix(Math.floorDiv(timeMicros, 1_000_000L));
    hash = mix(hash ^ micros);
    hash = mix(hash ^ kind.ordinal());
    hash = mix(hash ^ sqlLength);
    if (current.size() < SAMPLE) {
      current.add(hash);
    } else if (hash < current.last() && current.add(hash)) {
      current.pollLast();
    }
  }

  /** Steele, Lea and Flood's mixing function (SplitMix64). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** One notice for each pair of logs that share entries. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<Map.Entry<String, NavigableSet<Long>>> logs = new ArrayList<>(samples.entrySet());
    for (int i = 0; i < logs.size(); i++) {
      for (int j = i + 1; j < logs.size(); j++) {
        if (overlap(logs.get(i).getValue(), logs.get(j).getValue())) {
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

  /** Compares what both samples could hold: up to the largest hash of the one that ends first. */
  private static boolean overlap(NavigableSet<Long> one, NavigableSet<Long> other) {
    long limit = Math.min(limit(one), limit(other));
    Set<Long> mine = one.headSet(limit, true);
    Set<Long> theirs = other.headSet(limit, true);
    long common = mine.stream().filter(theirs::contains).count();
    return common >= LEAST_COMMON && 2 * common >= Math.min(mine.size(), theirs.size());
  }

  private static long limit(NavigableSet<Long> sample) {
    return sample.size() < SAMPLE ? Long.MAX_VALUE : sample.last();
  }
}
