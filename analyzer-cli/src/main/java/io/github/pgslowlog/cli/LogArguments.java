package io.github.pgslowlog.cli;

import io.github.pgslowlog.LogAnalyzer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads logs. */
abstract class LogArguments {
  @Option(
      names = {"-p", "--prefix"},
      paramLabel = "FORMAT",
      description = "the server's log_line_prefix; detected if not given")
  private @Nullable String prefix;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description =
          "the server's log_timezone, for example Europe/Berlin; by default the abbreviation in the log tells")
  private @Nullable ZoneId timeZone;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress and no notices on standard error; errors only")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "tell on standard error what is detected")
  private boolean verbose;

  LogArguments() {}

  LogArguments(boolean quiet) {
    this.quiet = quiet;
  }

  /** The logs, as they were given. */
  abstract List<String> logs();

  /** The server's zone; UTC if it is not given. */
  ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : timeZone;
  }

  /** Whether one of them is gone when it has been read: standard input, or a pipe. */
  boolean passByOnce() {
    return logs().stream().anyMatch(log -> log.equals("-") || isPipe(log));
  }

  static boolean isPipe(String log) {
    try {
      Path path = Path.of(log);
      return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    } catch (InvalidPathException none) {
      return false;
    }
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** Names the logs to an analyzer. */
  void addTo(LogAnalyzer.Builder analyzer, InputStream standardInput) {
    analyzer.arguments(logs(), standardInput);
  }

  LogAnalyzer.Builder builder(InputStream standardInput) {
    LogAnalyzer.Builder builder = LogAnalyzer.builder();
    addTo(builder, standardInput);
    if (prefix != null) {
      builder.logLinePrefix(prefix);
    }
    if (timeZone != null) {
      builder.timeZone(timeZone);
    }
    return builder;
  }
}
