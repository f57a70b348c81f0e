package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.Map;
import java.util.Set;

/**
 * What the server's own functions give, as far as it decides whether an index serves a comparison
 * with it.
 *
 * <p>Types and volatility are those of {@code pg_proc}; avg of double precision is the only one
 * that has another type, and that casts the same columns but numeric.
 */
final class FunctionTypes {
  private static final String DOUBLE = "double precision";
  private static final Map<String, String> TYPES =
      Map.of(
          "extract",
          "numeric",
          "avg",
          "numeric",
          "to_number",
          "numeric",
          "date_part",
          DOUBLE,
          "random",
          DOUBLE,
          "percentile_cont",
          DOUBLE);

  /** Functions that give the common type of their arguments. */
  private static final Set<String> COMMON =
      Set.of("coalesce", "greatest", "least", "nullif", "round", "abs", "floor", "ceil", "ceiling");

  /** Functions that have another value for each row, so that no index is searched for it. */
  private static final Set<String> VOLATILE =
      Set.of(
          "clock_timestamp",
          "currval",
          "gen_random_bytes",
          "gen_random_uuid",
          "lastval",
          "nextval",
          "pg_sleep",
          "random",
          "random_normal",
          "set_config",
          "setval",
          "timeofday",
          "uuid_generate_v1",
          "uuid_generate_v1mc",
          "uuid_generate_v4",
          "uuidv4",
          "uuidv7");

  private FunctionTypes() {}

  /** The type that a call gives; empty if it is not known. */
  static String of(Expression.Call call) {
    return isBuiltIn(call) ? TYPES.getOrDefault(call.name(), "") : "";
  }

  /** Whether a call gives the common type of its arguments. */
  static boolean isOfItsArguments(Expression.Call call) {
    return isBuiltIn(call) && COMMON.contains(call.name());
  }

  /** Whether the type of a call is known without its arguments. */
  static boolean isKnown(Expression.Call call) {
    return !of(call).isEmpty();
  }

  /** Whether an expression has another value for each row, without a column in it. */
  static boolean isVolatile(Expression expression) {
    return ColumnFinder.has(
        expression,
        part ->
            part instanceof Expression.Call call
                && isBuiltIn(call)
                && VOLATILE.contains(call.name()));
  }

  private static boolean isBuiltIn(Expression.Call call) {
    return call.schema().isEmpty() || call.schema().equals("pg_catalog");
  }
}
