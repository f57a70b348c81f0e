package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.Role;
import java.util.List;
import java.util.Optional;

/**
 * An element of an array.
 *
 * <pre>
 * $1 = ANY (tags)    tags @> ARRAY[$1]
 * </pre>
 */
final class ArrayRewrite implements ConditionRewrite {
  @Override
  public Optional<Rewrite> of(Comparison comparison) {
    boolean element =
        comparison.predicate().role() == Role.CONTAINS
            && comparison.predicate().operator().equals("= ANY")
            && comparison.computed().isEmpty()
            && comparison.type().endsWith("[]")
            && comparison.hasValues(1);
    return element
        ? Optional.of(
            new Rewrite(
                "array",
                comparison.instead(),
                comparison.name()
                    + " @> ARRAY["
                    + comparison.value(0)
                    + "]::"
                    + comparison.column().type(),
                "no index serves = ANY of a column; a GIN index serves @>",
                List.of()))
        : Optional.empty();
  }
}
