package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.report.PatternReport;
import io.github.pgslowlog.report.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pgslowlog explain}: one pattern in full. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    description = {
      "Shows one pattern in full: its SQL, all numbers, how long calls took and when, where they"
          + " come from, what it uses columns for, what happened to it, and what helps.",
      "JSON, HTML, Markdown and CSV reports tell the fingerprint; it is the same in all reports."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog explain 3 report.json",
      "  pgslowlog explain 3f2a report.json",
      "  pgslowlog explain 3f2a --samples raw report.json",
      "  pgslowlog explain 3f2a9c04 --last 24h postgresql.log",
      "  pgslowlog explain 3f2a --schema schema.sql --stats stats.sql postgresql.log"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int MIN_DIGITS = 4;
  private static final int MAX_DIGITS = 32;
  private static final int MAX_PLACE_DIGITS = 3;
  private static final int MAX_MATCHES = 10;
  private static final int MAX_EXCERPT = 60;

  /** Options that matter for a saved report, too. */
  private static final Set<String> FOR_REPORTS =
      Set.of("--samples", "--color", "--quiet", "--verbose", "--config");

  @Mixin private ExplainedLogs files = new ExplainedLogs();

  @Mixin private AnalysisArguments analysis = new AnalysisArguments();

  @Mixin private DisplayArguments display = new DisplayArguments();

  private String fingerprint = "";

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  /** A pattern, and where it is from. */
  static final class ExplainedLogs extends LogArguments {
    @Parameters(
        index = "0",
        paramLabel = "FINGERPRINT",
        description =
            "the pattern: the first 4 or more digits of its fingerprint; or its number in the report,"
                + " 1 to 999")
    private String fingerprint = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "FILE",
        description = "saved JSON reports, or logs: files, folders, globs, or - for standard input")
    private List<String> logs = new ArrayList<>();

    private @Nullable PeekedFiles peeked;

    @Override
    List<String> logs() {
      return logs;
    }

    @Override
    void addTo(LogAnalyzer.Builder analyzer, InputStream standardInput) {
      Objects.requireNonNull(peeked).addTo(analyzer);
    }
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(files);
    fingerprint = files.fingerprint;
    if (!isPlace(fingerprint) && !isPrefix(fingerprint)) {
      refuse(
          "'"
              + fingerprint
              + "' is no fingerprint; give 4 to 32 of its hexadecimal digits, or the number of the"
              + " pattern in the report");
    }
    Usage.refuse(spec, display.mistake());
    files.peeked = PeekedFiles.of(files.logs(), streams.in());
    List<String> reports = files.peeked.reports();
    if (!reports.isEmpty() && reports.size() < files.logs().size()) {
      refuse(reports.get(0) + " is a saved report, and not all are; give either reports or logs");
    }
    return reports.isEmpty() ? ofLogs() : ofReports(files.peeked);
  }

  /** What is missing where a file stands in the place of the pattern, and nothing behind it. */
  Optional<String> missingPattern() {
    String first = files.fingerprint;
    return first.isEmpty() || isPlace(first) || isPrefix(first)
        ? Optional.empty()
        : Optional.of(
            "the pattern is missing before '"
                + first
                + "'; give its number in the report, or 4 or more digits of its fingerprint:"
                + " pgslowlog explain 1 "
                + first);
  }

  private static boolean isPlace(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_PLACE_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPrefix(String text) {
    return text.length() >= MIN_DIGITS
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  private int ofReports(PeekedFiles peeked) throws IOException {
    Usage.refuse(spec, optionForLogs().map(ExplainCommand::settled));
    Analysis found = peeked.read();
    return show(found, SavedOutcome.exitCode(found));
  }

  /** The first one on the command line that a saved report cannot heed. */
  private Optional<String> optionForLogs() {
    return Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> Arrays.stream(option.names()).noneMatch(FOR_REPORTS::contains))
        .map(OptionSpec::longestName)
        .findFirst();
  }

  private static String settled(String option) {
    return option
        + " is for logs; what a saved report counts and advises is settled: give the logs instead of"
        + " the report, or save another report with it";
  }

  private int ofLogs() throws IOException {
    Usage.refuse(spec, analysis.mistake(files));
    Watcher watcher = new Watcher(streams, files.quiet());
    try (Interruption interruption = Interruption.watch(watcher::interrupted)) {
      Analysis found = analysis.analyze(files, streams, watcher, interruption);
      watcher.finish();
      int code =
          interruption.happened()
              ? ExitCode.INTERRUPTED
              : ExitCode.of(found.inputs(), found.problems(), watcher.anythingLost());
      return show(found, code);
    }
  }

  // --- the pattern

  private int show(Analysis found, int code) throws IOException {
    List<Query> matches = matches(found.queries());
    if (matches.size() != 1) {
      streams.err().println("pgslowlog: " + (matches.isEmpty() ? none(found) : several(matches)));
      return code == ExitCode.DONE ? ExitCode.FAILURE : code;
    }
    PatternReport.write(
        found,
        matches.get(0),
        display.onStandardOutput(OutputArguments.DEFAULT_TOP, streams.surroundings()),
        streams.out());
    streams.out().flush();
    return code;
  }

  private List<Query> matches(List<Query> queries) {
    if (isPlace(fingerprint)) {
      int place = Integer.parseInt(fingerprint);
      return place >= 1 && place <= queries.size() ? List.of(queries.get(place - 1)) : List.of();
    }
    String prefix = fingerprint.toLowerCase(Locale.ROOT);
    return queries.stream()
        .filter(query -> query.pattern().fingerprint().toString().startsWith(prefix))
        .toList();
  }

  private String none(Analysis found) {
    int patterns = found.queries().size();
    if (patterns == 0) {
      return "there is no pattern at all; 'pgslowlog doctor FILE' tells what a log holds";
    }
    return isPlace(fingerprint)
        ? "there is no pattern number " + fingerprint + "; give 1 to " + patterns
        : "no pattern of "
            + patterns
            + " has a fingerprint that begins with "
            + fingerprint
            + "; a report with --format csv lists them";
  }

  private String several(List<Query> matches) {
    int more = matches.size() - MAX_MATCHES;
    return fingerprint
        + " fits "
        + matches.size()
        + " patterns; give more digits:\n"
        + matches.stream()
            .limit(MAX_MATCHES)
            .map(ExplainCommand::line)
            .collect(Collectors.joining("\n"))
        + (more > 0 ? "\n  and " + more + " more" : "");
  }

  private static String line(Query query) {
    String sql = query.pattern().query();
    return "  "
        + query.pattern().fingerprint()
        + "  "
        + PlainText.of(sql.length() > MAX_EXCERPT ? sql.substring(0, MAX_EXCERPT) + "..." : sql);
  }

  private void refuse(String mistake) {
    Usage.refuse(spec, Optional.of(mistake));
  }
}
