package io.github.pgslowlog;

import io.github.pgslowlog.filter.EntryFilter;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.statement.StatementListener;
import org.jspecify.annotations.Nullable;

/** Shows all statements to who looks for logs given twice, and passes on what a filter lets. */
record FilteredStatements(LogListener watcher, OverlapWatch overlaps, @Nullable EntryFilter filter)
    implements StatementListener {
  @Override
  public void statement(LoggedStatement statement) {
    overlaps.statement(statement);
    if (filter == null || filter.passes(statement)) {
      watcher.statement(statement);
    }
  }

  @Override
  public void plan(PlannedStatement plan) {
    if (filter == null || filter.passes(plan)) {
      watcher.plan(plan);
    }
  }

  @Override
  public void cancelled(CancelledStatement statement) {
    if (filter == null || filter.passes(statement)) {
      watcher.cancelled(statement);
    }
  }

  @Override
  public void event(StatementEvent event) {
    if (filter == null || filter.passes(event.time(), event.origin(), event.sql())) {
      watcher.event(event);
    }
  }
}
