package io.github.pgslowlog;

import io.github.pgslowlog.Examination.Finding;
import io.github.pgslowlog.Examination.Gap;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Watches the entries of one log for what they show and what they do not.
 *
 * <p>The settings are those of <a
 * href="https://www.postgresql.org/docs/current/runtime-config-logging.html">the manual</a>.
 */
final class LogExaminer {
  private static final int MAX_GAPS = 5;
  private static final Duration LEAST_GAP = Duration.ofMinutes(10);

  /** A shorter silence is nothing special in a log of this length. */
  private static final int GAP_PER_HUNDRED = 5;

  /** Fewer entries say nothing about what is missing. */
  private static final int TELLING_STATEMENTS = 20;

  /** A threshold below a millisecond is none. */
  private static final long LEAST_THRESHOLD_MICROS = 1000;

  private static final byte[] PARAMETER = ascii("$1");
  private static final byte[] CLIPPED = ascii("...'");

  private final Map<StatementKind, Long> kinds = new EnumMap<>(StatementKind.class);
  private final PriorityQueue<Gap> gaps =
      new PriorityQueue<>(Comparator.comparing(LogExaminer::length));
  private @Nullable Instant before;
  private boolean users;
  private boolean databases;
  private boolean applications;
  private boolean hosts;
  private boolean processes;
  private boolean times;
  private boolean fractions;
  private final LoggedEvents events = new LoggedEvents();
  private boolean parameters;
  private boolean clipped;
  private long withoutParameters;
  private long joined;
  private long fastest = Long.MAX_VALUE;
  private boolean otherLanguages;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void entry(LogEntry entry) {
    Origin origin = entry.origin();
    users |= origin.user() != null;
    databases |= origin.database() != null;
    applications |= origin.application() != null;
    hosts |= origin.host() != null;
    processes |= origin.pid() != null || origin.session() != null;
    events.read(entry.message());
    Instant time = entry.time();
    if (time != null) {
      times = true;
      fractions |= time.toEpochMilli() % 1000 != 0;
      if (before != null && Duration.between(before, time).compareTo(LEAST_GAP) >= 0) {
        gaps.add(new Gap(before, time));
        if (gaps.size() > MAX_GAPS) {
          gaps.remove();
        }
      }
      before = before == null || time.isAfter(before) ? time : before;
    }
  }

  void statement(LoggedStatement statement) {
    StatementKind kind = statement.kind();
    kinds.merge(kind, 1L, Long::sum);
    joined += kind == StatementKind.BARE && statement.resolution() != null ? 1 : 0;
    if (kind != StatementKind.PLAN) {
      fastest = Math.min(fastest, statement.durationMicros());
    }
    Slice sql = statement.sql();
    if (kind == StatementKind.EXECUTE && sql != null && LoggedEvents.contains(sql, PARAMETER)) {
      Slice detail = statement.detail();
      parameters |= detail != null;
      withoutParameters += detail == null ? 1 : 0;
      clipped |= detail != null && LoggedEvents.contains(detail, CLIPPED);
    }
  }

  Examination examination(Input input) {
    otherLanguages = input.languages().size() > 1;
    return new Examination(input, tellingGaps(input), findings(input));
  }

  // --- gaps

  private List<Gap> tellingGaps(Input input) {
    if (input.first().isEmpty() || input.last().isEmpty()) {
      return List.of();
    }
    Duration span = Duration.between(input.first().get(), input.last().get());
    return gaps.stream()
        .filter(
            gap -> length(gap).multipliedBy(100).compareTo(span.multipliedBy(GAP_PER_HUNDRED)) >= 0)
        .sorted(Comparator.comparing(Gap::from))
        .toList();
  }

  private static Duration length(Gap gap) {
    return Duration.between(gap.from(), gap.to());
  }

  // --- what is missing

  private List<Finding> findings(Input input) {
    List<Finding> findings = new ArrayList<>();
    if (input.entries() == 0) {
      return findings;
    }
    statements(findings);
    values(findings);
    if (input.format().equals(LogFormat.Records.STDERR.word())) {
      origins(findings);
    }
    if (count(StatementKind.PLAN) == 0 && count() > 0) {
      findings.add(
          new Finding(
              "which plan a slow statement had",
              "load auto_explain (session_preload_libraries = 'auto_explain') with"
                  + " auto_explain.log_min_duration = '1s'"));
    }
    events(findings);
    return findings;
  }

  private void statements(List<Finding> findings) {
    long bare = count(StatementKind.BARE) - joined;
    if (count() == 0) {
      findings.add(
          new Finding(
              "which statements are slow: no entry has a duration",
              "log_min_duration_statement = '100ms' (ALTER SYSTEM SET, then SELECT"
                  + " pg_reload_conf())"));
    } else if (bare > 0 && bare >= count() / 2) {
      findings.add(
          new Finding(
              "what " + bare + " durations were spent on: they have no text",
              "log_min_duration_statement in place of log_duration"));
    } else if (joined > 0) {
      findings.add(
          new Finding(
              "nothing is lost, but text and duration stand in different lines",
              "log_min_duration_statement = 0 and log_statement = 'none' write both in one"));
    }
    if (count() >= TELLING_STATEMENTS && fastest >= LEAST_THRESHOLD_MICROS) {
      findings.add(
          new Finding(
              "how often fast statements run: none under "
                  + fastest / 1000
                  + " ms is logged, so calls and totals are those of slow executions",
              "log_min_duration_statement = 0 for a while, or log_min_duration_sample = 0 with"
                  + " log_statement_sample_rate = 0.01"));
    }
  }

  private void values(List<Finding> findings) {
    if (!parameters && withoutParameters > 0) {
      findings.add(
          new Finding(
              "with which values prepared statements ran",
              "log_error_verbosity = 'default' and log_parameter_max_length = -1 (since 13)"));
    } else if (clipped) {
      findings.add(
          new Finding(
              "some values to their end: they are clipped", "log_parameter_max_length = -1"));
    }
  }

  /** What log_line_prefix leaves out; csvlog and jsonlog have it all. */
  private void origins(List<Finding> findings) {
    if (!times) {
      findings.add(prefix(List.of("when something happened"), List.of("%m")));
    } else if (!fractions) {
      findings.add(
          new Finding(
              "when something happened within a second", "%m in place of %t in log_line_prefix"));
    }
    List<String> questions = new ArrayList<>();
    List<String> escapes = new ArrayList<>();
    missing(processes, "which entries are of one session", "%p", questions, escapes);
    missing(users, "who ran a statement", "%u", questions, escapes);
    missing(databases, "in which database", "%d", questions, escapes);
    missing(applications, "from which application", "%a", questions, escapes);
    missing(hosts, "from which host", "%h", questions, escapes);
    if (!questions.isEmpty()) {
      findings.add(prefix(questions, escapes));
    }
  }

  private static void missing(
      boolean there, String question, String escape, List<String> questions, List<String> escapes) {
    if (!there) {
      questions.add(question);
      escapes.add(escape);
    }
  }

  private static Finding prefix(List<String> questions, List<String> escapes) {
    return new Finding(
        String.join(", ", questions),
        String.join(" ", escapes)
            + " in log_line_prefix, for example '%m [%p] %q%u@%d app=%a,client=%h '");
  }

  /** That nothing was logged may be because nothing happened. */
  private void events(List<Finding> findings) {
    if (!events.lockWaits() && !otherLanguages) {
      findings.add(
          new Finding(
              "who waits for locks: no wait was logged", "log_lock_waits = on, if it is not"));
    }
    if (!events.temporaryFiles() && !otherLanguages) {
      findings.add(
          new Finding(
              "which statements spill to disk: no temporary file was logged",
              "log_temp_files = '10MB' (or 0), if it is -1"));
    }
  }

  private long count() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  private long count(StatementKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }
}
