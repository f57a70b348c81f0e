package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.sample.ConstantCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement asks for although a CHECK constraint says that it cannot be.
 *
 * <pre>
 * CHECK (plan IN ('free', 'pro'))     WHERE plan = 'Pro'
 * CHECK (amount > 0)                  WHERE amount &lt; 0
 * </pre>
 *
 * @param table the table
 * @param column the column
 * @param operator what the statement compares it by: {@code =}, {@code IN}, {@code <}, {@code
 *     BETWEEN} and so on
 * @param constraint the constraint
 */
record Contradiction(TableName table, String column, String operator, Constraint constraint) {
  private static final Set<String> TYPES =
      Set.of("text", "character varying", "smallint", "integer", "bigint", "numeric");

  private static final Set<Role> ROLES = Set.of(Role.EQUALITY, Role.IN, Role.RANGE);

  /** The first of a statement, on a table that is not small; the planner has to prove it. */
  static Optional<Contradiction> of(QueryShape shape, Catalog catalog, Sizes sizes) {
    return shape.blocks().stream()
        .flatMap(block -> block.predicates().stream())
        .filter(test -> ROLES.contains(test.role()) && test.term().plainColumn().isPresent())
        .flatMap(
            test ->
                Predicates.column(test.term())
                    .filter(column -> !sizes.isSmall(column.table().table()))
                    .flatMap(column -> of(test, column, catalog))
                    .stream())
        .findFirst();
  }

  private static Optional<Contradiction> of(
      Predicate test, ColumnRef.Resolved column, Catalog catalog) {
    TableName table = column.table().table();
    if (!hasSimpleType(catalog, table, column.column())) {
      return Optional.empty();
    }
    return catalog.constraints(table).stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.CHECK)
        .filter(Constraint::validated)
        .filter(
            constraint ->
                SimpleCheck.of(constraint.definition()).stream()
                    .filter(check -> check.column().equals(column.column()))
                    .anyMatch(check -> isForbidden(test, check)))
        .map(constraint -> new Contradiction(table, column.column(), test.operator(), constraint))
        .findFirst();
  }

  private static boolean hasSimpleType(Catalog catalog, TableName table, String column) {
    return catalog
        .find(table)
        .flatMap(known -> known.column(column))
        .map(ColumnDefinition::type)
        .map(type -> type.replaceAll("\\([0-9, ]*\\)", ""))
        .filter(TYPES::contains)
        .isPresent();
  }

  private static boolean isForbidden(Predicate test, SimpleCheck check) {
    List<ConstantCounts> values = test.constants();
    if (test.operator().equals("BETWEEN")) {
      return values.size() == 2
          && (isSeen(values.get(0), value -> check.forbids(">=", value))
              || isSeen(values.get(1), value -> check.forbids("<=", value)));
    }
    boolean range = test.role() == Role.RANGE;
    return values.size() == 1
        && isSeen(
            values.get(0),
            value -> range ? check.forbids(test.operator(), value) : check.forbids(value));
  }

  private static boolean isSeen(ConstantCounts values, java.util.function.Predicate<String> which) {
    return values.most().stream().map(ConstantCounts.Seen::text).anyMatch(which);
  }

  /** {@code plan = a value that accounts_plan_check forbids}; the value stays in the log. */
  String words() {
    return Identifier.quoted(column)
        + " "
        + (operator.equals("IN") ? "=" : operator)
        + " a value that "
        + Identifier.quoted(constraint.name())
        + " forbids";
  }
}
