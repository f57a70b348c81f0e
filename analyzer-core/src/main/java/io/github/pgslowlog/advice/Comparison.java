package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Term;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A condition on one column, computed or not, with what is known of the column.
 *
 * @param table the table
 * @param column the column
 * @param name how the statement can name the column
 * @param predicate the condition
 * @param query canonical text of the statement
 */
record Comparison(
    TableName table, ColumnDefinition column, String name, Predicate predicate, String query) {
  /** The text of the term, empty for a plain column. */
  Optional<String> computed() {
    return predicate.term() instanceof Term.Computed term
        ? Optional.of(term.text())
        : Optional.empty();
  }

  /** The type of the column without its length. */
  String type() {
    return column.type().replaceAll("\\([0-9, ]*\\)", "");
  }

  /** Whether the term is this text around the column, written with or without quotes. */
  boolean is(String before, String after) {
    return computed()
        .filter(
            text ->
                text.equals(before + Identifier.quoted(column.name()) + after)
                    || text.equals(before + column.name() + after))
        .isPresent();
  }

  /** Whether it is compared with so many values. */
  boolean hasValues(int count) {
    return predicate.comparand() instanceof Comparand.Values values
        && (values.numbers().size() == count || values.numbers().isEmpty() && count == 1);
  }

  /** {@code $1} where a value stands alone, else a word for it. */
  String value(int i) {
    List<Integer> numbers =
        predicate.comparand() instanceof Comparand.Values values ? values.numbers() : List.of();
    return i < numbers.size() && standsAlone(numbers.get(i)) ? "$" + numbers.get(i) : "(value)";
  }

  private boolean standsAlone(int number) {
    return Pattern.compile(
            "(?:[<>=]|BETWEEN|AND|WHERE|\\() \\$"
                + number
                + "(?!\\d|::| [-+*/|#%&^])"
                + "|\\(\\$"
                + number
                + " [<>=]")
        .matcher(query)
        .find();
  }

  /** The condition as the statement has it. */
  String instead() {
    String term = computed().orElse(name);
    String operator = predicate.operator();
    if (operator.equals("BETWEEN")) {
      return term + " BETWEEN " + value(0) + " AND " + value(1);
    }
    if (operator.equals("= ANY") && computed().isEmpty()) {
      return value(0) + " = ANY (" + term + ")";
    }
    return term
        + " "
        + operator
        + " "
        + (predicate.comparand() instanceof Comparand.ValueList ? "(...)" : value(0));
  }
}
