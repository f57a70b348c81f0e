package io.github.pgslowlog.resolve;

import java.util.stream.Collectors;

/** Prints conditions in the words that tests use. */
final class TreeText {
  private TreeText() {}

  /**
   * {@code (a = $1 AND (b > $2 OR c IS NULL))}; a reason why no index serves a predicate follows it
   * in braces.
   */
  static String of(Condition condition) {
    if (condition instanceof Condition.AllOf and) {
      return and.conditions().stream()
          .map(TreeText::of)
          .collect(Collectors.joining(" AND ", "(", ")"));
    }
    if (condition instanceof Condition.AnyOf or) {
      return or.conditions().stream()
          .map(TreeText::of)
          .collect(Collectors.joining(" OR ", "(", ")"));
    }
    if (condition instanceof Condition.Not not) {
      return "NOT " + of(not.condition());
    }
    if (condition instanceof Condition.Test test) {
      return of(test.predicate());
    }
    if (condition instanceof Condition.RowComparison rows) {
      return rows.keys().stream().map(TreeText::of).collect(Collectors.joining(", ", "<", ">"));
    }
    if (condition instanceof Condition.Joined joined) {
      return joined.join().left().column() + " = " + joined.join().right().column();
    }
    Condition.Opaque opaque = (Condition.Opaque) condition;
    return opaque.columns().stream()
        .map(ColumnRef::column)
        .collect(Collectors.joining(", ", "?(", ")"));
  }

  static String of(Predicate predicate) {
    String value = value(predicate.comparand());
    String text =
        of(predicate.term())
            + (predicate.operator().isEmpty() ? "" : " " + predicate.operator())
            + (value.isEmpty() ? "" : " " + value);
    return predicate.isSargable() ? text : text + " {" + predicate.sargability().words() + "}";
  }

  static String of(Term term) {
    return term instanceof Term.Computed computed
        ? computed.text()
        : term.columns().get(0).column();
  }

  private static String value(Comparand comparand) {
    if (comparand instanceof Comparand.Values values) {
      return values.numbers().stream().map(n -> "$" + n).collect(Collectors.joining(","));
    }
    if (comparand instanceof Comparand.ValueList list) {
      return "..." + list.number();
    }
    return comparand instanceof Comparand.Columns columns ? of(columns.term()) : "(SELECT)";
  }
}
