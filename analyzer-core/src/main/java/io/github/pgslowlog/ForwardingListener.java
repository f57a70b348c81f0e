package io.github.pgslowlog;

import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import java.util.List;

/** Passes everything on to another listener; for those that look at some of it besides. */
class ForwardingListener implements LogListener {
  private final LogListener target;

  ForwardingListener(LogListener target) {
    this.target = target;
  }

  @Override
  public void entry(LogEntry entry) {
    target.entry(entry);
  }

  @Override
  public void statement(LoggedStatement statement) {
    target.statement(statement);
  }

  @Override
  public void plan(PlannedStatement plan) {
    target.plan(plan);
  }

  @Override
  public void cancelled(CancelledStatement statement) {
    target.cancelled(statement);
  }

  @Override
  public void event(StatementEvent event) {
    target.event(event);
  }

  @Override
  public void skip(Skip skip) {
    target.skip(skip);
  }

  @Override
  public void problem(Problem problem) {
    target.problem(problem);
  }

  @Override
  public void logs(List<LogSource> logs) {
    target.logs(logs);
  }

  @Override
  public void progress(String path, long bytes) {
    target.progress(path, bytes);
  }

  @Override
  public void counted(long entries, int patterns) {
    target.counted(entries, patterns);
  }

  @Override
  public boolean watchesStatements() {
    return target.watchesStatements();
  }
}
