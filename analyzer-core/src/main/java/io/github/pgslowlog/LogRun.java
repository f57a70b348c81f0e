package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.filter.EntryFilter;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.source.Archives;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.UnitOfWork;
import io.github.pgslowlog.statement.SessionTracker;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of all logs, through a filter, that may be ended before all is read. */
final class LogRun {
  private final List<LogSource> sources;
  private final List<Problem> sourceProblems;
  private final AnalyzerOptions options;
  private final @Nullable EntryFilter filter;
  private final StopSwitch stop;

  LogRun(
      List<LogSource> sources,
      List<Problem> sourceProblems,
      AnalyzerOptions options,
      LogFilter filter,
      @Nullable BooleanSupplier stopWanted) {
    this.sources = sources;
    this.sourceProblems = sourceProblems;
    this.options = options;
    this.filter = filter.isNone() ? null : new EntryFilter(filter);
    stop = new StopSwitch(stopWanted);
  }

  /** Whether somebody ended it. */
  boolean isStopped() {
    return stop.isUsed();
  }

  /** What the filter let pass, less what few calls left out later; empty without a filter. */
  Optional<FilterCoverage> coverage(long leftOutPatterns, long leftOutExecutions) {
    return filter == null
        ? Optional.empty()
        : Optional.of(filter.toCoverage(leftOutPatterns, leftOutExecutions));
  }

  List<Input> read(LogListener watcher) {
    return read(watcher, (entry, languages) -> {}, input -> {});
  }

  /** Reads message by message; another may look at the messages too, and know when a log ends. */
  List<Input> read(LogListener watcher, EntryListener also, Consumer<Input> done) {
    List<Input> inputs = new ArrayList<>();
    OverlapWatch overlaps = new OverlapWatch();
    SessionTracker sessions = new SessionTracker(new FilteredStatements(watcher, overlaps, filter));
    EntryListener entries =
        (entry, languages) -> {
          watcher.entry(entry);
          also.entry(entry, languages);
          sessions.accept(entry, languages);
        };
    List<LogSource> logs =
        visitAll(
            watcher,
            watcher::problem,
            log -> {
              Input input = new LogReader(log, options, watcher, entries, stop).read();
              inputs.add(input);
              done.accept(input);
            });
    sessions.finish();
    overlaps.problems().forEach(watcher::problem);
    outcome(logs, inputs).forEach(watcher::problem);
    return inputs;
  }

  /** The same as {@link #read}, with an object only for the statements that need one. */
  List<Input> readBlocks(
      LogListener collector, WorkloadAccumulator workload, int jobs, int blockBytes) {
    List<Input> inputs = new ArrayList<>();
    List<LogSource> logs;
    OverlapWatch overlaps = new OverlapWatch();
    SessionTracker sessions =
        new SessionTracker(new FilteredStatements(collector, overlaps, filter));
    try (BlockPipeline pipeline = new BlockPipeline(jobs)) {
      LogReader.BlockWay way =
          new LogReader.BlockWay(
              pipeline,
              new RecordCollector(sessions, overlaps, workload, filter),
              blockBytes,
              stop);
      logs =
          visitAll(
              collector,
              problem -> pipeline.then(() -> collector.problem(problem)),
              log -> new LogReader(log, options, collector, way).read(inputs::add));
      pipeline.finish();
    }
    sessions.finish();
    overlaps.problems().forEach(collector::problem);
    outcome(logs, inputs).forEach(collector::problem);
    return inputs;
  }

  /** Visits the logs in order, until that is stopped; returns those there are. */
  private List<LogSource> visitAll(
      LogListener watcher, Consumer<Problem> problems, Consumer<UnitOfWork> visitor) {
    sourceProblems.forEach(watcher::problem);
    InputOrder order = new InputOrder(InputOrder.headReader(options), watcher::problem);
    List<LogSource> logs = order.of(sources);
    watcher.logs(logs);
    for (LogSource source : logs) {
      if (stop.ends()) {
        break;
      }
      visit(source, problems, visitor);
    }
    return logs;
  }

  /** With somebody who may want an end, no stream that gives nothing is waited for. */
  private void visit(LogSource source, Consumer<Problem> problems, Consumer<UnitOfWork> visitor) {
    Consumer<LogSource> visitUnlessStopped =
        log -> {
          if (!stop.ends()) {
            visitor.accept(UnitOfWork.whole(log));
          }
        };
    if (source.reopenable() || !stop.isPossible()) {
      Archives.visit(source, visitUnlessStopped, problems);
      return;
    }
    try (DetachedSource detached = new DetachedSource(source, stop)) {
      Archives.visit(
          detached,
          visitUnlessStopped,
          problem -> {
            if (!stop.isUsed()) {
              problems.accept(problem);
            }
          });
    }
  }

  /** What became of the filter and the end. */
  private List<Problem> outcome(List<LogSource> logs, List<Input> inputs) {
    List<Problem> problems = new ArrayList<>();
    if (stop.endsAtLast()) {
      problems.add(PartialReading.of(logs, inputs));
    }
    if (filter != null) {
      FilterNotice.of(filter, filter.toCoverage(0, 0), inputs).ifPresent(problems::add);
    }
    return problems;
  }
}
