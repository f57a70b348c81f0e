package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.Map;
import java.util.Optional;

/**
 * The name of an output column that has no alias, by the rules of the server: a column its own
 * name, a function the function's, a cast the type's if there is nothing better.
 */
final class OutputName {
  /** What the server calls an output of which nothing gives a name. */
  static final String NONE = "?column?";

  private static final Map<String, String> TYPE_NAMES =
      Map.of(
          "integer", "int4",
          "int", "int4",
          "bigint", "int8",
          "smallint", "int2",
          "boolean", "bool",
          "character varying", "varchar",
          "double precision", "float8",
          "real", "float4",
          "timestamp with time zone", "timestamptz");

  private OutputName() {}

  static String of(Expression expression) {
    return strong(expression).orElseGet(() -> weak(expression));
  }

  private static Optional<String> strong(Expression expression) {
    if (expression instanceof Expression.ColumnName column) {
      return Optional.of(column.name());
    }
    if (expression instanceof Expression.Field field) {
      return Optional.of(field.name());
    }
    if (expression instanceof Expression.Call call) {
      return Optional.of(call.name());
    }
    if (expression instanceof Expression.Subscript subscript) {
      return strong(subscript.operand());
    }
    if (expression instanceof Expression.Collate collate) {
      return strong(collate.operand());
    }
    if (expression instanceof Expression.Cast cast) {
      return strong(cast.operand());
    }
    if (expression instanceof Expression.Exists) {
      return Optional.of("exists");
    }
    return expression instanceof Expression.Subquery subquery
        ? first(subquery.query())
        : Optional.empty();
  }

  private static Optional<String> first(Query query) {
    if (!(query.body() instanceof QueryBody.Select select) || select.outputs().isEmpty()) {
      return Optional.empty();
    }
    return select.outputs().get(0).alias().or(() -> strong(select.outputs().get(0).expression()));
  }

  private static String weak(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return type(cast);
    }
    if (expression instanceof Expression.Case cases) {
      return cases.otherwise().flatMap(OutputName::strong).orElse("case");
    }
    if (expression instanceof Expression.Row) {
      return "row";
    }
    if (expression instanceof Expression.ArrayOf) {
      return "array";
    }
    boolean word =
        expression instanceof Expression.Constant constant && constant.word().startsWith("current");
    return word ? ((Expression.Constant) expression).word() : NONE;
  }

  private static String type(Expression.Cast cast) {
    String type = cast.type().replaceAll("(\\(.*\\))?(\\[\\])*$", "");
    String name = TYPE_NAMES.getOrDefault(type, type);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
