package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a term is compared with. */
public sealed interface Comparand {
  /**
   * The comparand of IS NULL and of a boolean column that stands alone.
   *
   * @return no values
   */
  static Comparand none() {
    return new Values(List.of());
  }

  /**
   * Values, or expressions of values only, such as {@code now() - $1}.
   *
   * @param numbers the n of the {@code $n} of canonical text; the two of BETWEEN, the one of {@code
   *     =}; none for {@code current_date}
   * @param computed whether the term is compared with something computed of them, rather than with
   *     the values themselves
   */
  record Values(List<Integer> numbers, boolean computed) implements Comparand {
    /** Copies the list. */
    public Values {
      numbers = List.copyOf(numbers);
    }

    /**
     * Values themselves.
     *
     * @param numbers the n of the {@code $n} of canonical text
     */
    public Values(List<Integer> numbers) {
      this(numbers, false);
    }
  }

  /**
   * A folded list of values.
   *
   * @param number which {@code ...} of canonical text, from 1
   */
  record ValueList(int number) implements Comparand {}

  /**
   * An expression that has columns, of the same query or of one around it.
   *
   * @param term the expression; a plain column for {@code a.x < b.y}
   */
  record Columns(Term term) implements Comparand {}

  /** A sub-select; its columns are a block of their own. */
  record Subquery() implements Comparand {}

  /**
   * Replaces columns.
   *
   * @param change gives the new column for each
   * @return the same comparand of other columns
   */
  default Comparand withColumns(UnaryOperator<ColumnRef> change) {
    return this instanceof Columns columns ? new Columns(columns.term().withColumns(change)) : this;
  }
}
