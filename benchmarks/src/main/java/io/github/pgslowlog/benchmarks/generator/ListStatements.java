package io.github.pgslowlog.benchmarks.generator;

import java.util.List;

/** Reads of many keys at once: lists of 50 to 1000 elements. */
final class ListStatements {
  private final Schema schema;
  private final Randomness random;
  private final Conditions conditions;

  ListStatements(Schema schema, Randomness random) {
    this.schema = schema;
    this.random = random;
    this.conditions = new Conditions(random);
  }

  /** {@code SELECT "orders".* FROM "orders" WHERE "orders"."customer_id" IN (1, 2, ...)}. */
  Sql literal() {
    Table table = random.of(schema.tables());
    List<Column> keys = keys(table);
    Column key = random.of(keys);
    String name = '"' + table.name() + "{p}\"";
    Sql sql = new Sql(false).add("SELECT " + name + ".* FROM " + name + " WHERE ");
    if (random.percent(50)) {
      conditions.add(sql, table, name + ".", "\"", " = ", " AND ", random.between(1, 2));
      sql.add(" AND ");
    }
    String list = key.value() == Value.ID ? "{list}" : "{uuids}";
    return sql.add(name + ".\"" + key.name() + "\" IN (" + list + ")");
  }

  /** The batch fetch of Hibernate, filled up to a power of two: {@code where id in ($1,$2,...)}. */
  Sql parameters(Table table, Column key, int length) {
    String alias = table.alias() + "1_0";
    Sql sql = new Sql(true).add("select " + alias + ".id");
    table.columns().stream().skip(1).forEach(c -> sql.add("," + alias + "." + c.name()));
    sql.add(" from " + table.name() + "{p} " + alias + " where " + alias + "." + key.name());
    sql.add(" in (");
    for (int i = 0; i < length; i++) {
      sql.add(i == 0 ? "" : ",").value(key.value());
    }
    return sql.add(")");
  }

  List<Column> keys(Table table) {
    return table.columns().stream()
        .filter(c -> c.value() == Value.ID || c.value() == Value.UUID)
        .toList();
  }
}
