package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which method converts which class of JSqlParser's expressions. */
final class Conversions {
  /**
   * Makes an expression of ours.
   *
   * @param <X> the class of JSqlParser
   */
  @FunctionalInterface
  interface Conversion<X> {
    Expression convert(TreeConverter tree, X node);
  }

  private final Map<Class<?>, Conversion<?>> byClass = new HashMap<>();

  <X extends net.sf.jsqlparser.expression.Expression> Conversions with(
      Class<? extends X> type, Conversion<X> conversion) {
    byClass.put(type, conversion);
    return this;
  }

  boolean contains(Class<?> type) {
    return of(type) != null;
  }

  /** What is made for a class, or else for the class it extends. */
  private @Nullable Conversion<?> of(Class<?> type) {
    for (Class<?> known = type; known != null; known = known.getSuperclass()) {
      Conversion<?> conversion = byClass.get(known);
      if (conversion != null) {
        return conversion;
      }
    }
    return null;
  }

  /** Converts a node, null if its class is not known. */
  @SuppressWarnings("unchecked") // put() binds class and conversion
  @Nullable Expression convert(TreeConverter tree, net.sf.jsqlparser.expression.Expression node) {
    Conversion<net.sf.jsqlparser.expression.Expression> conversion =
        (Conversion<net.sf.jsqlparser.expression.Expression>) of(node.getClass());
    return conversion == null ? null : conversion.convert(tree, node);
  }
}
