package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/** Names of JSqlParser's tree, folded as PostgreSQL folds them. */
final class Names {
  /** Functions without parentheses, which the parser takes for columns. */
  private static final Set<String> NO_COLUMNS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "current_role",
          "session_user",
          "user",
          "current_catalog",
          "current_schema",
          "default");

  private Names() {}

  static TableName table(Table table) {
    String schema = table.getSchemaName();
    return new TableName(
        schema == null ? "" : Identifier.name(schema), Identifier.name(table.getName()));
  }

  static String alias(Table table) {
    return alias(table.getAlias()).orElseGet(() -> Identifier.name(table.getName()));
  }

  static Optional<String> alias(@Nullable Alias alias) {
    return alias == null || alias.getName() == null
        ? Optional.empty()
        : Optional.of(Identifier.name(alias.getName()));
  }

  /** Whether a column is none, but a function such as {@code current_date}. */
  static boolean isFunction(Column column) {
    return qualifier(column).isEmpty()
        && NO_COLUMNS.contains(column.getColumnName().toLowerCase(Locale.ROOT));
  }

  static Optional<ColumnRef> column(Column column, Scope scope) {
    return isFunction(column)
        ? Optional.empty()
        : scope.resolve(qualifier(column).orElse(null), Identifier.name(column.getColumnName()));
  }

  private static Optional<String> qualifier(Column column) {
    Table table = column.getTable();
    return table == null || table.getName() == null
        ? Optional.empty()
        : Optional.of(Identifier.name(table.getName()));
  }
}
