package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.AnalyzerOptions;
import io.github.pgslowlog.LogAnalyzer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that analyzes logs: what counts, who advises, and how much is kept. */
final class AnalysisArguments {
  /** The thread that puts together what the others read has enough to do with so many. */
  private static final int MOST_DEFAULT_JOBS = 8;

  @Mixin private FilterArguments filter = new FilterArguments();

  @Option(
      names = "--min-calls",
      paramLabel = "N",
      description = "only patterns that were called so often, among what is chosen otherwise")
  private long minCalls;

  @Mixin private AdviceArguments advice = new AdviceArguments();

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
  private int maxPatterns = AnalyzerOptions.DEFAULT_MAX_PATTERNS;

  AnalysisArguments() {}

  AnalysisArguments(@Nullable Integer jobs) {
    this.jobs = jobs;
  }

  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake(LogArguments logs) {
    if (jobs != null && (jobs < 1 || jobs > LogAnalyzer.Builder.MAX_JOBS)) {
      return Optional.of("--jobs is " + jobs + "; give 1 to " + LogAnalyzer.Builder.MAX_JOBS);
    }
    if (maxPatterns < 1) {
      return Optional.of("--max-patterns is " + maxPatterns + "; give 1 or more");
    }
    if (minCalls < 0) {
      return Optional.of("--min-calls is " + minCalls + "; give 1 or more");
    }
    return filter.mistake(logs).or(advice::mistake);
  }

  /** The files they name. */
  ReadFiles files() {
    return advice.files();
  }

  /** Reads the logs; the arguments are known to be right. */
  Analysis analyze(LogArguments logs, Streams streams, Watcher watcher, Interruption interruption) {
    LogAnalyzer.Builder analyzer =
        logs.builder(streams.in())
            .maxPatterns(maxPatterns)
            .listener(watcher)
            .jobs(jobs())
            .stopWhen(interruption::happened);
    filter.apply(analyzer, logs, minCalls);
    return advice.isGiven()
        ? ConfirmedAnalysis.of(analyzer, advice, interruption)
        : analyzer.build().analyze();
  }

  private int jobs() {
    return jobs == null
        ? Math.min(MOST_DEFAULT_JOBS, Runtime.getRuntime().availableProcessors())
        : jobs;
  }
}
