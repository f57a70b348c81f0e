package io.github.pgslowlog.benchmarks.generator;

import java.util.List;

/** Reports of 20 to 60 lines with common table expressions, indented by people. */
final class ReportStatements {
  private final Schema schema;
  private final Randomness random;
  private final Conditions conditions;

  ReportStatements(Schema schema, Randomness random) {
    this.schema = schema;
    this.random = random;
    this.conditions = new Conditions(random);
  }

  Sql report() {
    Sql sql =
        new Sql(false).add("-- report: " + random.of("daily", "weekly", "finance") + "\nWITH ");
    int parts = random.between(2, 4);
    for (int part = 0; part < parts; part++) {
      sql.add(part == 0 ? "" : ",\n").add("part_" + part + " AS (\n");
      part(sql);
      sql.add(")");
    }
    sql.add("\nSELECT\n\tp0.key,\n\tdate_trunc('month', now()) AS month,\n");
    for (int part = 0; part < parts; part++) {
      sql.add("\tcoalesce(sum(p" + part + ".measure), 0) AS total_" + part);
      sql.add(part == parts - 1 ? "\n" : ",\n");
    }
    sql.add("FROM part_0 p0\n");
    for (int part = 1; part < parts; part++) {
      sql.add("LEFT JOIN part_" + part + " p" + part + "\n    ON p" + part + ".key = p0.key\n");
    }
    sql.add("\nGROUP BY p0.key\nHAVING count(*) > ").value(Value.QUANTITY);
    return sql.add("\nORDER BY 3 DESC, p0.key\nLIMIT ").value(Value.QUANTITY);
  }

  private void part(Sql sql) {
    Table table = random.of(schema.tables());
    String alias = table.alias();
    List<Column> columns = table.columns();
    Column key = random.of(columns.stream().filter(c -> c.value() == Value.ID).toList());
    sql.add("    SELECT\n        " + alias + "." + key.name() + " AS key,\n");
    sql.add("        count(*) AS measure,\n");
    for (Column column : conditions.some(columns, random.between(1, 4))) {
      sql.add(
          "        min(" + alias + "." + column.name() + "::text) AS " + column.name() + "_min,\n");
    }
    sql.add(
        "        count(*) FILTER (WHERE " + alias + "." + key.name() + " IS NOT NULL) AS known\n");
    sql.add("    FROM " + table.name() + "{p} " + alias + "\n    WHERE ");
    String and = "\n      AND ";
    conditions.add(sql, table, alias + ".", "", " = ", and, random.between(1, 4));
    sql.add("\n    GROUP BY " + alias + "." + key.name() + "\n");
  }
}
