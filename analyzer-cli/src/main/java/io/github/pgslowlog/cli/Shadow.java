package io.github.pgslowlog.cli;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.CostModel;
import java.util.List;

/**
 * What plans as a database does: a copy of it without its rows, or the database itself with indexes
 * that are only supposed.
 */
interface Shadow extends AutoCloseable {
  /**
   * Makes it, which takes seconds. Ends soon when its thread is interrupted and it is closed.
   *
   * @throws io.github.pgslowlog.diagnostics.AnalyzerException if it cannot be made
   */
  Catalog open();

  /** What of the database is not in it; to be asked once it is open. */
  List<Problem> problems();

  /** Whose copy it is, for people; to be asked once it is open. */
  String origin();

  /** Its planner; to be asked for once, when it is open, and closed before it. */
  CostModel planner();

  /** May be called at any time, by another thread, and more than once. */
  @Override
  void close();
}
