package io.github.pgslowlog.cli;

import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which statements count. */
final class FilterArguments {
  private static final String NAMES = "; repeatable, * and ? stand for any characters";

  @Option(
      names = {"-b", "--begin"},
      paramLabel = "TIME",
      description =
          "only what was logged at this time or later: 2026-11-21, '2026-11-21 14:30',"
              + " 2026-11-21T14:30:05Z; without a zone that of --timezone, or else UTC")
  private @Nullable String begin;

  @Option(
      names = {"-e", "--end"},
      paramLabel = "TIME",
      description = "only what was logged before this time")
  private @Nullable String end;

  @Option(
      names = "--last",
      paramLabel = "SPAN",
      converter = TimeSpan.Ago.class,
      description =
          "only the last 90m, 24h, 7d or 2w before the newest entry of the logs; compressed logs"
              + " are read twice for it")
  private @Nullable Duration last;

  @Option(
      names = {"-d", "--dbname"},
      paramLabel = "NAME",
      description = "only statements in this database" + NAMES)
  private List<String> databases = new ArrayList<>();

  @Option(
      names = {"-u", "--dbuser"},
      paramLabel = "NAME",
      description = "only statements of this user; repeatable")
  private List<String> users = new ArrayList<>();

  @Option(
      names = {"-N", "--appname"},
      paramLabel = "NAME",
      description = "only statements from this application; repeatable")
  private List<String> applications = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "only statements from this host: a name or address, or a range such as 10.1.0.0/16;"
              + " repeatable")
  private List<String> hosts = new ArrayList<>();

  @Option(names = "--exclude-dbname", paramLabel = "NAME", description = "not in this database")
  private List<String> otherDatabases = new ArrayList<>();

  @Option(names = "--exclude-dbuser", paramLabel = "NAME", description = "not of this user")
  private List<String> otherUsers = new ArrayList<>();

  @Option(
      names = "--exclude-appname",
      paramLabel = "NAME",
      description = "not from this application")
  private List<String> otherApplications = new ArrayList<>();

  @Option(names = "--exclude-host", paramLabel = "HOST", description = "not from this host")
  private List<String> otherHosts = new ArrayList<>();

  @Option(
      names = "--fingerprint",
      paramLabel = "HEX",
      description =
          "only the pattern whose fingerprint begins with these "
              + LogFilter.MIN_FINGERPRINT_DIGITS
              + " or more digits; repeatable")
  private List<String> fingerprints = new ArrayList<>();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "only patterns with this in their text, values aside, in upper or lower case; repeatable")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--min-duration",
      paramLabel = "TIME",
      converter = TimeSpan.Taken.class,
      description = "only what took so long: 100 (milliseconds), 100ms, 1.5s, 2min")
  private @Nullable Duration minDuration;

  private boolean isGiven() {
    return begin != null
        || end != null
        || last != null
        || minDuration != null
        || hasNames()
        || !fingerprints.isEmpty()
        || !texts.isEmpty();
  }

  private boolean hasNames() {
    return !databases.isEmpty()
        || !users.isEmpty()
        || !applications.isEmpty()
        || !hosts.isEmpty()
        || !otherDatabases.isEmpty()
        || !otherUsers.isEmpty()
        || !otherApplications.isEmpty()
        || !otherHosts.isEmpty();
  }

  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake(LogArguments input) {
    if (!isGiven()) {
      return Optional.empty();
    }
    if (last != null && (begin != null || end != null)) {
      return Optional.of("--last excludes --begin and --end; give one or the other");
    }
    if (last != null && input.passByOnce()) {
      return Optional.of(
          "--last needs logs that can be read twice, and standard input and pipes pass by once; give"
              + " --begin");
    }
    try {
      Optional<Instant> from = time("--begin", begin, input.zone());
      Optional<Instant> to = time("--end", end, input.zone());
      if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
        return Optional.of("--begin " + begin + " is not before --end " + end);
      }
      checkEach();
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** One by one, so that it can be told which is wrong. */
  private void checkEach() {
    for (String digits : fingerprints) {
      named("--fingerprint", () -> LogFilter.builder().fingerprint(digits).build());
    }
    for (String text : texts) {
      named("--text", () -> LogFilter.builder().text(text).build());
    }
    named("--host", () -> LogFilter.builder().hosts(new NameFilter(hosts, List.of())).build());
    named(
        "--exclude-host",
        () -> LogFilter.builder().hosts(new NameFilter(List.of(), otherHosts)).build());
  }

  /** Describes an analyzer that heeds them; they are known to be right. */
  LogAnalyzer.Builder apply(LogAnalyzer.Builder builder, LogArguments input, long minCalls) {
    if (!isGiven() && minCalls == 0) {
      return builder;
    }
    Optional<Instant> from =
        last == null
            ? time("--begin", begin, input.zone())
            : Optional.of(beforeNewest(builder, last));
    return builder.filter(filter(from, time("--end", end, input.zone()), minCalls));
  }

  /** Where the logs show no times, nothing is of the last time. */
  private static Instant beforeNewest(LogAnalyzer.Builder builder, Duration span) {
    return builder.build().newestEntry().map(newest -> newest.minus(span)).orElse(Instant.EPOCH);
  }

  private static Optional<Instant> time(String option, @Nullable String text, ZoneId zone) {
    return named(option, () -> Optional.ofNullable(text).map(time -> PointInTime.of(time, zone)));
  }

  /** Says which option it was that is wrong. */
  private static <T> T named(String option, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(option + ": " + wrong.getMessage(), wrong);
    }
  }

  private LogFilter filter(Optional<Instant> from, Optional<Instant> to, long minCalls) {
    LogFilter.Builder filter =
        LogFilter.builder()
            .databases(new NameFilter(databases, otherDatabases))
            .users(new NameFilter(users, otherUsers))
            .applications(new NameFilter(applications, otherApplications))
            .hosts(new NameFilter(hosts, otherHosts))
            .minCalls(minCalls);
    from.ifPresent(filter::begin);
    to.ifPresent(filter::end);
    fingerprints.forEach(filter::fingerprint);
    texts.forEach(filter::text);
    Optional.ofNullable(minDuration).ifPresent(filter::minDuration);
    return filter.build();
  }
}
