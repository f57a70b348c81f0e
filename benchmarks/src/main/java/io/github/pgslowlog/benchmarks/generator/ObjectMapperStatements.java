package io.github.pgslowlog.benchmarks.generator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads as object mappers send them: every column, quoted or aliased by the machine. */
final class ObjectMapperStatements {
  private final Schema schema;
  private final Randomness random;
  private final Conditions conditions;

  ObjectMapperStatements(Schema schema, Randomness random) {
    this.schema = schema;
    this.random = random;
    this.conditions = new Conditions(random);
  }

  /** {@code select o1_0.id,o1_0.total from orders o1_0 where o1_0.customer_id=$1}. */
  Sql hibernate() {
    Table table = random.of(schema.tables());
    String alias = table.alias() + "1_0";
    Optional<Column> reference = reference(table, 50);
    Optional<Table> parent = reference.flatMap(schema::target);
    Sql sql = new Sql(true).add("select ").add(aliased(table, alias));
    parent.ifPresent(p -> sql.add(",").add(aliased(p, p.alias() + "2_0")));
    sql.add(" from " + table.name() + "{p} " + alias);
    parent.ifPresent(p -> hibernateJoin(sql, alias, p, reference.orElseThrow()));
    sql.add(" where ");
    conditions.add(sql, table, alias + ".", "", "=", " and ", random.between(1, 3));
    if (random.percent(45)) {
      sql.add(" order by " + alias + "." + last(table) + random.of(" desc", ""));
      sql.add(" offset ").value(Value.QUANTITY).add(" rows fetch first ");
      sql.value(Value.QUANTITY).add(" rows only");
    }
    return sql;
  }

  private void hibernateJoin(Sql sql, String alias, Table parent, Column reference) {
    String other = parent.alias() + "2_0";
    sql.add(random.of(" left join ", " join ") + parent.name() + " " + other);
    sql.add(" on " + other + ".id=" + alias + "." + reference.name());
  }

  private static String aliased(Table table, String alias) {
    return table.columns().stream()
        .map(column -> alias + "." + column.name())
        .collect(Collectors.joining(","));
  }

  /** {@code SELECT "orders"."id" AS t0_r0 FROM "orders" WHERE "orders"."status" = $1}. */
  Sql activeRecord() {
    Table table = random.of(schema.tables());
    Optional<Column> reference = reference(table, 60);
    Optional<Table> parent = reference.flatMap(schema::target);
    String name = quoted(table);
    Sql sql = new Sql(true).add("SELECT ");
    if (parent.isPresent()) {
      sql.add(numbered(table, 0)).add(", ").add(numbered(parent.get(), 1));
    } else {
      sql.add(name + ".*");
    }
    sql.add(" FROM " + name);
    parent.ifPresent(p -> activeRecordJoin(sql, name, p, reference.orElseThrow()));
    sql.add(" WHERE ");
    conditions.add(sql, table, name + ".", "\"", " = ", " AND ", random.between(1, 4));
    if (random.percent(70)) {
      sql.add(" ORDER BY " + name + ".\"" + last(table) + "\"" + random.of(" DESC", " ASC"));
      sql.add(" LIMIT ").value(Value.QUANTITY);
    }
    return marginalia(sql, table);
  }

  private void activeRecordJoin(Sql sql, String name, Table parent, Column reference) {
    String join = random.of(" LEFT OUTER JOIN ", " INNER JOIN ");
    sql.add(join + '"' + parent.name() + "\" ON \"" + parent.name() + "\".\"id\" = ");
    sql.add(name + ".\"" + reference.name() + '"');
  }

  private Sql marginalia(Sql sql, Table table) {
    if (random.percent(35)) {
      sql.add(" /*application:Store,controller:" + table.name() + ",action:");
      sql.add(random.of("index", "show", "search", "export") + "*/");
    }
    return sql;
  }

  private static String numbered(Table table, int number) {
    StringBuilder list = new StringBuilder();
    List<Column> columns = table.columns();
    String name = number == 0 ? quoted(table) : '"' + table.name() + '"';
    for (int i = 0; i < columns.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(name).append(".\"").append(columns.get(i).name());
      list.append("\" AS t").append(number).append("_r").append(i);
    }
    return list.toString();
  }

  private static String quoted(Table table) {
    return '"' + table.name() + "{p}\"";
  }

  private Optional<Column> reference(Table table, int percent) {
    List<Column> references = table.references();
    if (references.isEmpty() || !random.percent(percent)) {
      return Optional.empty();
    }
    return Optional.of(random.of(references));
  }

  private static String last(Table table) {
    List<Column> columns = table.columns();
    return columns.get(columns.size() - 1).name();
  }
}
