package io.github.pgslowlog.benchmarks.generator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads that people wrote, with literals or parameters, and those of Django. */
final class HandWrittenStatements {
  private final Schema schema;
  private final Randomness random;
  private final Conditions conditions;

  HandWrittenStatements(Schema schema, Randomness random) {
    this.schema = schema;
    this.random = random;
    this.conditions = new Conditions(random);
  }

  /** {@code SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id ...}. */
  Sql select(boolean isPrepared) {
    Table table = random.of(schema.tables());
    String alias = table.alias();
    Sql sql = new Sql(isPrepared).add("SELECT ");
    List<Column> columns = conditions.some(table.columns(), random.between(3, 9));
    sql.add(columns.stream().map(c -> alias + "." + c.name()).collect(Collectors.joining(", ")));
    Optional<Column> reference =
        table.references().stream().filter(c -> schema.target(c).isPresent()).findFirst();
    boolean isJoin = reference.isPresent() && random.percent(60);
    sql.add(isJoin ? ", j.* FROM " : " FROM ").add(table.name() + "{p} " + alias);
    if (isJoin) {
      Column column = reference.orElseThrow();
      sql.add(" JOIN " + schema.target(column).orElseThrow().name() + " j ON j.id = ");
      sql.add(alias + "." + column.name());
    }
    sql.add(" WHERE ");
    conditions.add(sql, table, alias + ".", "", " = ", " AND ", random.between(1, 4));
    tail(sql, table, alias);
    return sql;
  }

  private void tail(Sql sql, Table table, String alias) {
    Column key = table.columns().get(0);
    if (key.value() == Value.ID && random.percent(25)) {
      sql.add(" AND EXISTS (SELECT 1 FROM tickets t2 WHERE t2.customer_id = ");
      sql.add(alias + "." + key.name() + " AND t2.state <> ");
      sql.value(Value.STATUS).add(")");
    }
    if (random.percent(50)) {
      sql.add(" ORDER BY " + alias + "." + random.of(table.columns()).name() + " DESC LIMIT ");
      sql.value(Value.QUANTITY);
    }
  }

  /** {@code SELECT "orders"."id" FROM "orders" WHERE ("orders"."status" = 'paid') LIMIT 21}. */
  Sql django() {
    Table table = random.of(schema.tables());
    String name = '"' + table.name() + "{p}\"";
    Sql sql = new Sql(false).add("SELECT ");
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      sql.add(i == 0 ? "" : ", ").add(name + ".\"" + columns.get(i).name() + '"');
    }
    sql.add(" FROM " + name + " WHERE (");
    conditions.add(sql, table, name + ".", "\"", " = ", " AND ", random.between(1, 3));
    sql.add(")");
    if (random.percent(60)) {
      sql.add(" ORDER BY " + name + ".\"" + random.of(columns).name() + "\" ASC LIMIT 21");
    }
    return sqlcommenter(sql, table);
  }

  private Sql sqlcommenter(Sql sql, Table table) {
    if (random.percent(40)) {
      sql.add(" /*controller='" + table.name() + "',db_driver='django.db.backends.postgresql',");
      sql.add("framework='django%3A4.2',route='" + table.name() + "/%3Cint%3Apk%3E/',");
      sql.add("traceparent='{trace}'*/");
    }
    return sql;
  }
}
