package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What in a value keeps an index from being searched for it. A sub-select is computed once, so what
 * is inside it does no harm.
 */
final class ValueObstacles {
  /** What gives a {@code name}, which is compared by the collation "C". */
  private static final Set<String> NAMES =
      Set.of(
          "current_catalog",
          "current_database",
          "current_role",
          "current_schema",
          "current_user",
          "session_user",
          "user");

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

  private ValueObstacles() {}

  /** Whether a column of a type is compared by another collation than its own. */
  static boolean hasCollation(Expression value, String type) {
    boolean text = TEXTS.contains(TypeNames.full(type));
    return any(value, part -> isCollated(part) || text && isName(part));
  }

  private static boolean isCollated(Expression part) {
    return part instanceof Expression.Collate collate && !collate.collation().equals("default");
  }

  private static boolean isName(Expression part) {
    if (part instanceof Expression.Cast cast) {
      return TypeNames.full(cast.type()).equals("name");
    }
    return part instanceof Expression.Call call && NAMES.contains(call.name())
        || part instanceof Expression.Constant constant && NAMES.contains(constant.word());
  }

  private static boolean any(Expression value, Predicate<Expression> test) {
    Deque<Expression> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      Expression next = open.pop();
      if (test.test(next)) {
        return true;
      }
      Parts.of(next).forEach(open::push);
    }
    return false;
  }
}
