package io.github.pgslowlog;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * A pattern with what its syntax tells.
 *
 * @param pattern calls and times
 * @param type what kind of statement
 * @param tables its tables, sorted
 * @param unparsed why the SQL parser does not understand it, empty if it does
 */
public record Query(
    Pattern pattern, StatementType type, List<TableName> tables, Optional<String> unparsed) {
  /** Copies the list. */
  public Query {
    tables = List.copyOf(tables);
  }
}
