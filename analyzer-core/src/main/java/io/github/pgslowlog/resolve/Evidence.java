package io.github.pgslowlog.resolve;

/** How the table of a column is known; the strongest first. */
public enum Evidence {
  /** The statement says so: a qualified name, or the only table in scope. */
  STATEMENT,
  /** The catalog says which table in scope has the column: as certain as the statement. */
  CATALOG,
  /**
   * Other statements of the log prove it. A name without qualifier is an error if two tables of a
   * query have it, so whoever is known to have it is the only one.
   */
  WORKLOAD,
  /** The columns of each table begin with a prefix of its own, as in TPC-H. */
  NAMING
}
