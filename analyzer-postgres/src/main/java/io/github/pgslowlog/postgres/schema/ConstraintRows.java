package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Constraint.Action;
import io.github.pgslowlog.catalog.Constraint.Kind;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads constraints. */
final class ConstraintRows {
  private ConstraintRows() {}

  static List<Constraint> read(Connection connection) throws SQLException {
    return Queries.list(connection, CatalogSql.constraints(), ConstraintRows::constraint);
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    Optional<TableName> referenced =
        row.getString(7) == null
            ? Optional.empty()
            : Optional.of(new TableName(row.getString(6), row.getString(7)));
    Optional<IndexName> index =
        row.getString(14) == null
            ? Optional.empty()
            : Optional.of(new IndexName(row.getString(13), row.getString(14)));
    return new Constraint(
        row.getString(3),
        new TableName(row.getString(1), row.getString(2)),
        kind(row.getString(4)),
        Queries.texts(row, 5),
        referenced,
        Queries.texts(row, 8),
        action(row.getString(9)),
        action(row.getString(10)),
        row.getBoolean(11),
        row.getBoolean(12),
        index,
        row.getString(15));
  }

  private static Kind kind(String contype) {
    return switch (contype) {
      case "p" -> Kind.PRIMARY_KEY;
      case "u" -> Kind.UNIQUE;
      case "f" -> Kind.FOREIGN_KEY;
      case "x" -> Kind.EXCLUSION;
      default -> Kind.CHECK;
    };
  }

  private static Action action(String type) {
    return switch (type) {
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      default -> Action.NO_ACTION;
    };
  }
}
