package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is compared, joined, grouped or sorted by, and could be the key of an index. */
public sealed interface Term {
  /**
   * The columns it is made of.
   *
   * @return in the order of the text, each once
   */
  List<ColumnRef> columns();

  /**
   * The plain column that it is.
   *
   * @return empty if it is computed
   */
  default Optional<ColumnRef> plainColumn() {
    return this instanceof Column plain ? Optional.of(plain.column()) : Optional.empty();
  }

  /**
   * Replaces columns.
   *
   * @param change gives the new column for each
   * @return the same term of other columns
   */
  Term withColumns(UnaryOperator<ColumnRef> change);

  /**
   * A column.
   *
   * @param column which
   */
  record Column(ColumnRef column) implements Term {
    @Override
    public List<ColumnRef> columns() {
      return List.of(column);
    }

    @Override
    public Term withColumns(UnaryOperator<ColumnRef> change) {
      return new Column(change.apply(column));
    }
  }

  /**
   * An expression: {@code lower(email)}, {@code date_trunc($1, created_at)}, {@code data ->> $1},
   * {@code count(*)}.
   *
   * @param text its text without qualifiers; its values are {@code $1}, {@code $2} and so on, so
   *     that equal expressions of different statements have equal texts
   * @param columns the columns in it; none in {@code count(*)}
   * @param values what numbers these values have in the canonical text of the statement
   * @param cause what kind of expression it is
   */
  record Computed(String text, List<ColumnRef> columns, List<Integer> values, Sargability cause)
      implements Term {
    /** Copies the lists. */
    public Computed {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    @Override
    public Term withColumns(UnaryOperator<ColumnRef> change) {
      return new Computed(text, columns.stream().map(change).toList(), values, cause);
    }
  }
}
