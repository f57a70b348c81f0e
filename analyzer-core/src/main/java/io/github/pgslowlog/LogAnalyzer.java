package io.github.pgslowlog;

import io.github.pgslowlog.advice.Advisor;
import io.github.pgslowlog.advice.HeuristicAdvisor;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.source.Archives;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.SourceResolver;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL slow-query logs and tells which columns the costly statements use and which
 * indexes may help.
 *
 * <pre>{@code
 * Analysis analysis = LogAnalyzer.builder().path(Path.of("postgresql.log")).build().analyze();
 * analysis.recommendations().forEach(r -> System.out.println(r.statement()));
 * }</pre>
 *
 * <p>One analyzer runs on the thread that calls it, unless more {@link Builder#jobs} are asked for,
 * and is good for one run where a source is a stream. Nothing is printed; a {@link LogListener} may
 * watch.
 */
public final class LogAnalyzer {
  private static final LogListener NOBODY =
      new LogListener() {
        @Override
        public boolean watchesStatements() {
          return false;
        }
      };

  private final List<LogSource> sources;
  private final List<Problem> sourceProblems;
  private final AnalyzerOptions options;
  private final LogListener listener;
  private final Supplier<Catalog> catalog;
  private final Advisor advisor;
  private final int jobs;
  private final int blockBytes;
  private final LogFilter filter;
  private final @Nullable BooleanSupplier stopWanted;

  private LogAnalyzer(Builder builder) {
    sources = List.copyOf(builder.sources);
    sourceProblems = List.copyOf(builder.problems);
    options =
        new AnalyzerOptions(
            builder.logLinePrefix, builder.timeZone, builder.maxEntryBytes, builder.maxPatterns);
    listener = builder.listener;
    catalog = builder.catalog;
    advisor = builder.advisor;
    jobs = builder.jobs;
    blockBytes = builder.blockBytes;
    filter = builder.filter;
    stopWanted = builder.stopWanted;
  }

  /**
   * Starts to describe an analyzer.
   *
   * @return a builder with default options and no log
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The whole pipeline: reads all logs, adds their statements up, resolves the columns they use,
   * and proposes indexes.
   *
   * @return what was found; a log that could not be read is told in {@link Analysis#problems()}
   */
  public Analysis analyze() {
    try (ParseAhead ahead = new ParseAhead()) {
      if (jobs > 1) {
        ahead.start();
      }
      Collected collected =
          collect(jobs == 1 ? text -> {} : text -> ahead.offer(text.fingerprint(), text.text()));
      Analysis analysis =
          new AnalysisBuilder(
                  collected.inputs,
                  collected.problems,
                  collected.skips,
                  collected.workload,
                  catalog.get(),
                  advisor)
              .parsing(jobs, ahead)
              .filtered(collected.filtered)
              .complete(collected.complete)
              .build();
      analysis.advice().problems().forEach(listener::problem);
      return analysis;
    }
  }

  /** What the logs hold, before anything is understood; patterns are shown when they are met. */
  Collected collect(Consumer<CanonicalSql> newPatterns) {
    WorkloadAccumulator workload = new WorkloadAccumulator(options.maxPatterns());
    workload.onNewPattern(newPatterns);
    WorkloadCollector collector = new WorkloadCollector(workload, listener);
    LogRun run = run(filter);
    List<Input> inputs =
        listener.watchesStatements()
            ? run.read(collector)
            : run.readBlocks(collector, workload, jobs, blockBytes);
    FewCalls kept = FewCalls.leaveOut(workload.toWorkload(), filter.minCalls());
    kept.notice(filter.minCalls()).ifPresent(collector::problem);
    return new Collected(
        inputs,
        collector.problems(),
        collector.skips(),
        kept.workload(),
        run.coverage(kept.patterns(), kept.executions()),
        !run.isStopped());
  }

  /**
   * What was read.
   *
   * @param inputs what was found in each log
   * @param problems what a person should know
   * @param skips what was passed over
   * @param workload the statements
   * @param filtered what a filter let pass, empty without one
   * @param complete whether nobody stopped it before the end
   */
  record Collected(
      List<Input> inputs,
      List<Problem> problems,
      SkipAccumulator skips,
      Workload workload,
      Optional<FilterCoverage> filtered,
      boolean complete) {}

  /**
   * Only reads: every statement that passes the filter goes to the listener, nothing is kept. The
   * least number of calls is not heeded.
   *
   * @return what was read of each log
   */
  public List<Input> read() {
    return run(filter).read(listener);
  }

  /**
   * Finds the newest message, whether it passes the filter or not: in plain files near the end, in
   * compressed ones and archives by reading them.
   *
   * @return its time, empty if no message shows one; streams that pass by once are left alone
   */
  public Optional<Instant> newestEntry() {
    List<LogSource> logs = new ArrayList<>();
    sources.forEach(source -> logs.addAll(Archives.expand(source, problem -> {})));
    return new NewestEntry(options, jobs, blockBytes, new StopSwitch(stopWanted)).of(logs);
  }

  /**
   * Looks at each log for what it shows and what it does not, and which setting of the server would
   * change that; all of it, whatever the filter.
   *
   * @return one examination for each log
   */
  public List<Examination> examine() {
    List<Examination> examinations = new ArrayList<>();
    LogExaminer[] current = {new LogExaminer()};
    LogListener watcher =
        new ForwardingListener(listener) {
          @Override
          public void statement(LoggedStatement statement) {
            current[0].statement(statement);
            super.statement(statement);
          }
        };
    run(LogFilter.NONE)
        .read(
            watcher,
            (entry, languages) -> current[0].entry(entry),
            input -> {
              examinations.add(current[0].examination(input));
              current[0] = new LogExaminer();
            });
    return examinations;
  }

  private LogRun run(LogFilter which) {
    return new LogRun(sources, sourceProblems, options, which, stopWanted);
  }

  /** Describes an analyzer. */
  public static final class Builder {
    /** 64: one thread puts together what the others read, and keeps fewer of them busy. */
    public static final int MAX_JOBS = 64;

    private final List<LogSource> sources = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<String> logLinePrefix = Optional.empty();
    private Optional<ZoneId> timeZone = Optional.empty();
    private int maxEntryBytes = AnalyzerOptions.DEFAULT_MAX_ENTRY_BYTES;
    private int maxPatterns = AnalyzerOptions.DEFAULT_MAX_PATTERNS;
    private LogListener listener = NOBODY;
    private Supplier<Catalog> catalog = Catalog::empty;
    private Advisor advisor = new HeuristicAdvisor();
    private int jobs = 1;
    private int blockBytes = BlockCutter.DEFAULT_BYTES;
    private LogFilter filter = LogFilter.NONE;
    private @Nullable BooleanSupplier stopWanted;

    private Builder() {}

    /**
     * Adds a log file.
     *
     * @param file plain, compressed, or an archive of logs
     * @return this
     */
    public Builder path(Path file) {
      return source(new PathSource(file));
    }

    /**
     * Adds logs the way the command does.
     *
     * @param arguments files, folders, globs, or {@code -}
     * @param standardInput what {@code -} reads
     * @return this
     */
    public Builder arguments(List<String> arguments, InputStream standardInput) {
      SourceResolver.Resolved resolved = SourceResolver.resolve(arguments, standardInput);
      sources.addAll(resolved.sources());
      problems.addAll(resolved.problems());
      return this;
    }

    /**
     * Adds a log.
     *
     * @param source the log
     * @return this
     */
    public Builder source(LogSource source) {
      sources.add(source);
      return this;
    }

    /**
     * Gives the server's log_line_prefix, instead of detecting it.
     *
     * @param format as {@code SHOW log_line_prefix} prints it
     * @return this
     */
    public Builder logLinePrefix(String format) {
      logLinePrefix = Optional.of(format);
      return this;
    }

    /**
     * Gives the zone the server logs in, instead of trusting the abbreviations it prints.
     *
     * @param zone the zone
     * @return this
     */
    public Builder timeZone(ZoneId zone) {
      timeZone = Optional.of(zone);
      return this;
    }

    /**
     * Bounds the text of one log entry.
     *
     * @param bytes at least 1024
     * @return this
     */
    public Builder maxEntryBytes(int bytes) {
      maxEntryBytes = bytes;
      return this;
    }

    /**
     * Bounds the number of patterns: those whose statements come first are kept.
     *
     * @param patterns at least 1
     * @return this
     */
    public Builder maxPatterns(int patterns) {
      maxPatterns = patterns;
      return this;
    }

    /**
     * Lets somebody watch.
     *
     * @param watcher called on the thread that runs the analysis
     * @return this
     */
    public Builder listener(LogListener watcher) {
      listener = watcher;
      return this;
    }

    /**
     * Gives the tables of the database, by which columns are resolved.
     *
     * @param known without it, what the statements say must do
     * @return this
     */
    public Builder catalog(Catalog known) {
      return catalog(() -> known);
    }

    /**
     * Gives the tables of the database when the logs have been read, so that they can be found out
     * meanwhile.
     *
     * @param known asked once
     * @return this
     */
    public Builder catalog(Supplier<Catalog> known) {
      catalog = known;
      return this;
    }

    /**
     * Lets somebody else than the statements alone give advice.
     *
     * @param asked asked once, when the logs have been read
     * @return this
     */
    public Builder advisor(Advisor asked) {
      advisor = asked;
      return this;
    }

    /**
     * Lets several threads read. The results are the same for any number.
     *
     * @param threads how many, the one that runs the analysis included; 1, the default, for no
     *     other
     * @return this
     * @throws IllegalArgumentException when it is less than 1 or more than {@link #MAX_JOBS}
     */
    public Builder jobs(int threads) {
      if (threads < 1 || threads > MAX_JOBS) {
        throw new IllegalArgumentException("jobs is " + threads + "; give 1 to " + MAX_JOBS);
      }
      jobs = threads;
      return this;
    }

    /**
     * Takes some statements only. What sessions and names mean is still learnt from all of them,
     * and {@link Input}s tell of the whole logs.
     *
     * @param which those to take; {@link Coverage#filter()} tells how many these were
     * @return this
     */
    public Builder filter(LogFilter which) {
      filter = which;
      return this;
    }

    /**
     * Lets somebody end the reading before all is read. What was read is analysed then: {@link
     * Analysis#complete()} is false, and a problem tells how far the reading came. A message that
     * may have been cut is left out.
     *
     * <p>A stream that passes by once, such as standard input, is read on a daemon thread of its
     * own then, so that the end need not wait for it: left behind, the thread closes the stream
     * when its last read returns.
     *
     * @param wanted asked again and again while there is more to read, on the thread that runs the
     *     analysis; once true, it need not stay so
     * @return this
     */
    public Builder stopWhen(BooleanSupplier wanted) {
      stopWanted = wanted;
      return this;
    }

    /** Least length of the blocks that logs are cut into. */
    Builder blockBytes(int bytes) {
      blockBytes = bytes;
      return this;
    }

    /**
     * Makes the analyzer.
     *
     * @return the analyzer
     * @throws IllegalArgumentException when a bound is out of range
     */
    public LogAnalyzer build() {
      return new LogAnalyzer(this);
    }
  }
}
