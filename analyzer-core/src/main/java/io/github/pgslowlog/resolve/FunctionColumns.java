package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of functions in FROM.
 *
 * <p>A function that gives single values has one column, which is called like its alias, or else
 * like itself (manual: Table Functions). Of others the columns are not known, unless the statement
 * names them or the function is one of the server's.
 */
final class FunctionColumns {
  private static final String ORDINALITY = "ordinality";
  private static final Set<String> SCALAR =
      Set.of(
          "generate_series",
          "generate_subscripts",
          "json_object_keys",
          "jsonb_object_keys",
          "jsonb_path_query",
          "regexp_matches",
          "regexp_split_to_table",
          "string_to_table");
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "json_array_elements", List.of("value"),
          "json_array_elements_text", List.of("value"),
          "jsonb_array_elements", List.of("value"),
          "jsonb_array_elements_text", List.of("value"),
          "json_each", List.of("key", "value"),
          "json_each_text", List.of("key", "value"),
          "jsonb_each", List.of("key", "value"),
          "jsonb_each_text", List.of("key", "value"));

  /** Types of elements that are no rows. */
  private static final Set<String> SIMPLE_TYPES =
      Set.of(
          "bigint",
          "boolean",
          "bool",
          "bytea",
          "char",
          "character",
          "character varying",
          "date",
          "double precision",
          "float4",
          "float8",
          "inet",
          "int",
          "int2",
          "int4",
          "int8",
          "integer",
          "interval",
          "json",
          "jsonb",
          "name",
          "numeric",
          "oid",
          "real",
          "smallint",
          "text",
          "time",
          "timestamp",
          "timestamptz",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid",
          "varchar");

  private FunctionColumns() {}

  static Relation relation(FromItem.Function function, Scope scope) {
    Optional<Expression.Call> call = onlyCall(function);
    String name =
        function.alias().name().isEmpty()
            ? call.map(Expression.Call::name).orElse("")
            : function.alias().name();
    if (!function.alias().columns().isEmpty()) {
      return new Relation.Derived(name, Outputs.computed(function.alias().columns()));
    }
    return call.flatMap(only -> columns(only, name, scope))
        .<Relation>map(columns -> new Relation.Derived(name, Outputs.computed(columns)))
        .orElse(new Relation.Opaque(name));
  }

  private static Optional<Expression.Call> onlyCall(FromItem.Function function) {
    return function.arguments().size() == 1
            && function.arguments().get(0) instanceof Expression.Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<List<String>> columns(Expression.Call call, String alias, Scope scope) {
    boolean builtIn = call.schema().isEmpty() || call.schema().equals("pg_catalog");
    if (!builtIn) {
      return Optional.empty();
    }
    boolean scalar =
        SCALAR.contains(call.name()) || call.name().equals("unnest") && isSimple(call, scope);
    List<String> columns = scalar ? List.of(alias) : COLUMNS.get(call.name());
    if (columns == null) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(columns);
    all.add(ORDINALITY);
    return Optional.of(all);
  }

  private static boolean isSimple(Expression.Call unnest, Scope scope) {
    return !unnest.arguments().isEmpty()
        && unnest.arguments().stream().allMatch(array -> isSimple(type(array, scope)));
  }

  private static boolean isSimple(String type) {
    int bracket = type.indexOf('[');
    String element = bracket < 0 ? "" : type.substring(0, bracket);
    int modifier = element.indexOf('(');
    return SIMPLE_TYPES.contains(modifier < 0 ? element : element.substring(0, modifier));
  }

  private static String type(Expression array, Scope scope) {
    if (array instanceof Expression.Cast cast) {
      return cast.type();
    }
    return array instanceof Expression.ColumnName column
        ? scope.resolve(column).map(scope::type).orElse("")
        : "";
  }
}
