package io.github.pgslowlog.benchmarks.generator;

import java.util.List;
import java.util.stream.Collectors;

/** Inserts, updates and deletes. */
final class WriteStatements {
  private final Schema schema;
  private final Randomness random;
  private final Conditions conditions;

  WriteStatements(Schema schema, Randomness random) {
    this.schema = schema;
    this.random = random;
    this.conditions = new Conditions(random);
  }

  Table table() {
    return random.of(schema.tables());
  }

  List<Column> columns(Table table) {
    return table.columns().subList(1, random.between(3, table.columns().size()));
  }

  /** {@code insert into orders (status,total) values ($1,$2)}. */
  Sql insert(Table table, List<Column> columns) {
    Sql sql = new Sql(true).add("insert into " + table.name() + "{p} (");
    sql.add(columns.stream().map(Column::name).collect(Collectors.joining(",")) + ",id) values (");
    sql.values(columns.stream().map(Column::value).toList(), ",");
    return sql.add(",default)");
  }

  /** {@code INSERT INTO "orders" ("status") VALUES ('new'), ('paid') ON CONFLICT ...}. */
  Sql insertRows(Table table, List<Column> columns, int rows) {
    Sql sql = new Sql(false).add("INSERT INTO \"" + table.name() + "{p}\" (");
    String names =
        columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
    sql.add(names + ") VALUES ");
    List<Value> values = columns.stream().map(Column::value).toList();
    for (int row = 0; row < rows; row++) {
      sql.add(row == 0 ? "(" : ", (").values(values, ", ").add(")");
    }
    return sql.add(" ON CONFLICT DO NOTHING RETURNING \"id\"");
  }

  /** {@code update orders set status=$1 where id=$2 and version=$3}. */
  Sql update(boolean isPrepared) {
    Table table = table();
    Sql sql = new Sql(isPrepared).add(isPrepared ? "update " : "UPDATE ");
    sql.add(table.name() + (isPrepared ? "{p} set " : "{p} SET "));
    List<Column> columns = columns(table);
    for (int i = 0; i < columns.size(); i++) {
      sql.add(i == 0 ? "" : isPrepared ? "," : ", ").add(columns.get(i).name());
      sql.add(isPrepared ? "=" : " = ").value(columns.get(i).value());
    }
    sql.add(isPrepared ? " where " : " WHERE ");
    where(sql, table, isPrepared);
    return sql;
  }

  /** {@code DELETE FROM sessions WHERE expires_at < '2026-01-01'}. */
  Sql delete(boolean isPrepared) {
    Table table = table();
    Sql sql = new Sql(isPrepared).add("DELETE FROM " + table.name() + "{p} WHERE ");
    where(sql, table, isPrepared);
    return sql;
  }

  private void where(Sql sql, Table table, boolean isPrepared) {
    Column key = table.columns().get(0);
    if (random.percent(60)) {
      sql.add(key.name() + (isPrepared ? "=" : " = ")).value(key.value());
      return;
    }
    conditions.add(sql, table, "", "", " = ", " AND ", random.between(1, 2));
  }
}
