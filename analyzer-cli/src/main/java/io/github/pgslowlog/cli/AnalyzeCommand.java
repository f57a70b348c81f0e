package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.AnalyzerOptions;
import io.github.pgslowlog.LogAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pgslowlog analyze}: the main job. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tells what costs time, which columns the costly statements use, and which indexes may help.",
      "Prints a text report unless -o names another place."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog analyze /var/log/postgresql/postgresql-15-main.log",
      "  pgslowlog analyze '/var/log/postgresql/*.gz' -o report.json",
      "  pgslowlog analyze --schema schema.sql --stats stats.sql \\",
      "      --storage-budget 5GB -o - -o advice.sql postgresql.log",
      "  kubectl logs db-0 | pgslowlog analyze -"
    })
final class AnalyzeCommand implements Callable<Integer> {
  /** The thread that puts together what the others read has enough to do with so many. */
  private static final int MOST_DEFAULT_JOBS = 8;

  static final int DEFAULT_TOP = 20;

  @Mixin private InputArguments arguments = new InputArguments();

  @Mixin private AdviceArguments advice = new AdviceArguments();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "write the report to FILE: .html, .json, .txt, or .sql for the statements alone; - is"
              + " text on standard output; repeatable")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = {"-t", "--top"},
      paramLabel = "N",
      defaultValue = "" + DEFAULT_TOP,
      description = "how many patterns and columns the text shows (default: ${DEFAULT-VALUE})")
  private int top;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description =
          "how many threads read (default: one for each processor, at most "
              + MOST_DEFAULT_JOBS
              + "); the report is the same for any number")
  private @Nullable Integer jobs;

  @Option(
      names = "--max-patterns",
      paramLabel = "N",
      defaultValue = "" + AnalyzerOptions.DEFAULT_MAX_PATTERNS,
      description =
          "how many different statements to keep apart; the further ones are added up together"
              + " (default: ${DEFAULT-VALUE})")
  private int maxPatterns;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  AnalyzeCommand(Streams streams) {
    this.streams = streams;
  }

  /** With arguments that are known to be right. */
  AnalyzeCommand(
      Streams streams,
      InputArguments arguments,
      List<String> outputs,
      int top,
      @Nullable Integer jobs,
      int maxPatterns) {
    this.streams = streams;
    this.arguments = arguments;
    this.outputs = outputs;
    this.top = top;
    this.jobs = jobs;
    this.maxPatterns = maxPatterns;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(arguments);
    List<ReportTarget> targets = targets();
    Watcher watcher = new Watcher(streams.err(), arguments.quiet());
    LogAnalyzer.Builder analyzer =
        arguments.builder(streams.in()).maxPatterns(maxPatterns).listener(watcher).jobs(jobs());
    Analysis analysis =
        advice.isGiven() ? ConfirmedAnalysis.of(analyzer, advice) : analyzer.build().analyze();
    watcher.finish();
    for (ReportTarget target : targets) {
      target.write(analysis, top, streams.out());
    }
    return ExitCode.of(analysis.inputs(), analysis.problems(), watcher.anythingLost());
  }

  private int jobs() {
    if (jobs == null) {
      return Math.min(MOST_DEFAULT_JOBS, Runtime.getRuntime().availableProcessors());
    }
    if (jobs < 1 || jobs > LogAnalyzer.Builder.MAX_JOBS) {
      throw usage("--jobs is " + jobs + "; give 1 to " + LogAnalyzer.Builder.MAX_JOBS);
    }
    return jobs;
  }

  private List<ReportTarget> targets() {
    if (top < 1) {
      throw usage("--top is " + top + "; give 1 or more");
    }
    if (maxPatterns < 1) {
      throw usage("--max-patterns is " + maxPatterns + "; give 1 or more");
    }
    refuse(advice.mistake());
    List<ReportTarget> targets = new ArrayList<>();
    for (String output : outputs.isEmpty() ? List.of("-") : outputs) {
      targets.add(ReportTarget.of(output).orElseThrow(() -> usage(unknown(output))));
      refuse(advice.mistake(output));
    }
    return targets;
  }

  private void refuse(Optional<String> mistake) {
    if (mistake.isPresent()) {
      throw usage(mistake.get());
    }
  }

  private static String unknown(String output) {
    return "--output " + output + ": the name must end in .html, .json, .txt or .sql, or be -";
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
