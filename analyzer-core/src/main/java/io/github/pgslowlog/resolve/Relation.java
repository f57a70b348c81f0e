package io.github.pgslowlog.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something in FROM that columns can come from. */
sealed interface Relation {
  /** The name that qualifies its columns. */
  String alias();

  /** A table. */
  record Base(TableRef table) implements Relation {
    @Override
    public String alias() {
      return table.alias();
    }
  }

  /**
   * A sub-select or common table expression.
   *
   * @param columns its output columns; those that are no plain column have no reference
   * @param stars what its {@code *} stands for
   */
  record Derived(String alias, Map<String, Optional<ColumnRef>> columns, List<Relation> stars)
      implements Relation {
    /** The same outputs under the names that follow an alias: {@code AS t (a, b)}. */
    Derived renamed(String newAlias, List<String> names) {
      Map<String, Optional<ColumnRef>> renamed = new LinkedHashMap<>();
      int i = 0;
      for (Map.Entry<String, Optional<ColumnRef>> output : columns.entrySet()) {
        renamed.putIfAbsent(i < names.size() ? names.get(i) : output.getKey(), output.getValue());
        i++;
      }
      return new Derived(newAlias, renamed, stars);
    }
  }

  /** A function, VALUES or the like, whose columns are not known. */
  record Opaque(String alias) implements Relation {}
}
