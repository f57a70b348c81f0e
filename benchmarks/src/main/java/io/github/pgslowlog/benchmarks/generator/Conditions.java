package io.github.pgslowlog.benchmarks.generator;

import java.util.ArrayList;
import java.util.List;

/** Conditions on the columns of one table: {@code status = $1 AND created_at >= $2}. */
final class Conditions {
  private final Randomness random;

  Conditions(Randomness random) {
    this.random = random;
  }

  /** Some columns of a table in random order, none twice. */
  List<Column> some(List<Column> columns, int count) {
    List<Column> rest = new ArrayList<>(columns);
    List<Column> chosen = new ArrayList<>();
    while (chosen.size() < count && !rest.isEmpty()) {
      chosen.add(rest.remove(random.below(rest.size())));
    }
    return chosen;
  }

  /** Adds as many conditions as asked for; the operators stand as the driver writes them. */
  void add(
      Sql sql, Table table, String qualifier, String quote, String equal, String and, int count) {
    List<Column> chosen = some(table.searched(), count);
    for (int i = 0; i < chosen.size(); i++) {
      Column column = chosen.get(i);
      sql.add(i == 0 ? "" : and).add(qualifier + quote + column.name() + quote);
      condition(sql, column, equal);
    }
  }

  private void condition(Sql sql, Column column, String equal) {
    Value value = column.value();
    int kind = random.below(100);
    if (value.isRange() && kind < 30) {
      sql.add(" BETWEEN ").value(value).add(" AND ").value(value);
      return;
    }
    if (value.isRange() && kind < 75) {
      sql.add(random.of(" >= ", " > ", " < ", " <= ")).value(value);
      return;
    }
    if (value == Value.NAME && kind < 40) {
      sql.add(" LIKE ").value(Value.PATTERN);
      return;
    }
    if (kind >= 92) {
      sql.add(random.of(" IS NULL", " IS NOT NULL"));
      return;
    }
    if (kind >= 84) {
      sql.add(" IN (").values(List.of(value, value, value), ", ").add(")");
      return;
    }
    sql.add(equal).value(value);
  }
}
