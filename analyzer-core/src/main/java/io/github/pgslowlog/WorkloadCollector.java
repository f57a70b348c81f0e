package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.util.ArrayList;
import java.util.List;

/** Adds up, remembers problems and skips, and passes everything on. */
final class WorkloadCollector extends ForwardingListener {
  private final WorkloadAccumulator workload;
  private final SkipAccumulator skips = new SkipAccumulator();
  private final List<Problem> problems = new ArrayList<>();

  WorkloadCollector(WorkloadAccumulator workload, LogListener listener) {
    super(listener);
    this.workload = workload;
  }

  SkipAccumulator skips() {
    return skips;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public void statement(LoggedStatement statement) {
    workload.add(statement);
    super.statement(statement);
  }

  @Override
  public void plan(PlannedStatement plan) {
    workload.add(plan);
    super.plan(plan);
  }

  @Override
  public void cancelled(CancelledStatement statement) {
    workload.add(statement);
    super.cancelled(statement);
  }

  @Override
  public void event(StatementEvent event) {
    workload.add(event);
    super.event(event);
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
    super.skip(skip);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
    super.problem(problem);
  }

  @Override
  public void progress(String path, long bytes) {
    super.progress(path, bytes);
    counted(workload.statements(), workload.keptPatterns());
  }
}
