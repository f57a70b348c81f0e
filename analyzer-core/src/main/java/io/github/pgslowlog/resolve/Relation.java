package io.github.pgslowlog.resolve;

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
      implements Relation {}

  /** A function, VALUES or the like, whose columns are not known. */
  record Opaque(String alias) implements Relation {}
}
