package io.github.pgslowlog.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a syntax tree as a list, so that a test can say what it expects.
 *
 * <p>{@code SELECT a FROM t WHERE b = $1} is {@code (select a (from t) (where (= b $1)))}.
 */
public final class SyntaxPrinter {
  private SyntaxPrinter() {}

  /** A statement. */
  public static String print(SqlStatement statement) {
    if (statement instanceof Query query) {
      return query(query);
    }
    if (statement instanceof Insert insert) {
      return insert(insert);
    }
    if (statement instanceof Update update) {
      return list(
          "update",
          with(update.with(), update.recursive()),
          item(update.target()),
          clause("set", assignments(update.assignments())),
          clause("from", items(update.from())),
          clause("where", update.where()),
          clause("returning", outputs(update.returning())));
    }
    if (statement instanceof Delete delete) {
      return list(
          "delete",
          with(delete.with(), delete.recursive()),
          item(delete.target()),
          clause("using", items(delete.using())),
          clause("where", delete.where()),
          clause("returning", outputs(delete.returning())));
    }
    return merge((Merge) statement);
  }

  private static String insert(Insert insert) {
    return list(
        "insert",
        with(insert.with(), insert.recursive()),
        item(insert.target()),
        clause("columns", insert.columns()),
        insert.source().map(SyntaxPrinter::query).orElse("default"),
        insert.conflict().map(SyntaxPrinter::conflict).orElse(""),
        clause("returning", outputs(insert.returning())));
  }

  private static String conflict(Insert.Conflict conflict) {
    return list(
        "conflict",
        clause("on", expressions(conflict.target())),
        clause("index-where", conflict.targetWhere()),
        clause("set", assignments(conflict.updates())),
        clause("where", conflict.where()));
  }

  private static String merge(Merge merge) {
    List<String> parts = new ArrayList<>();
    parts.add(with(merge.with(), merge.recursive()));
    parts.add(item(merge.target()));
    parts.add(clause("using", List.of(item(merge.source()))));
    parts.add(clause("on", Optional.of(merge.on())));
    for (Merge.When when : merge.clauses()) {
      parts.add(
          list(
              "when",
              clause("and", when.condition()),
              clause("set", assignments(when.updates())),
              clause("columns", when.insertColumns()),
              clause("values", expressions(when.insertValues()))));
    }
    parts.add(clause("returning", outputs(merge.returning())));
    return list("merge", parts.toArray(String[]::new));
  }

  private static String query(Query query) {
    String body = body(query.body());
    List<String> around = new ArrayList<>();
    around.add(with(query.with(), query.recursive()));
    around.add(body);
    around.add(clause("order", sorted(query.orderBy())));
    around.add(clause("limit", query.limit()));
    around.add(clause("offset", query.offset()));
    around.add(query.locking() ? "lock" : "");
    around.removeIf(String::isEmpty);
    return around.size() == 1 ? body : list("query", around.toArray(String[]::new));
  }

  private static String body(QueryBody body) {
    if (body instanceof QueryBody.Select select) {
      return list(
          "select",
          select.distinct() && select.distinctOn().isEmpty() ? "distinct" : "",
          clause("distinct-on", expressions(select.distinctOn())),
          String.join(" ", outputs(select.outputs())),
          clause("from", items(select.from())),
          clause("where", select.where()),
          select.groupBy().map(SyntaxPrinter::groupBy).orElse(""),
          clause("having", select.having()),
          clause("window", select.windows().stream().map(SyntaxPrinter::window).toList()));
    }
    if (body instanceof QueryBody.SetOperation operation) {
      return list(
          operation.distinct() ? "union" : "union-all",
          operation.parts().stream().map(SyntaxPrinter::query).toArray(String[]::new));
    }
    if (body instanceof QueryBody.Values values) {
      return list(
          "values",
          values.rows().stream()
              .map(row -> "(" + String.join(" ", expressions(row)) + ")")
              .toArray(String[]::new));
    }
    return list("nested", query(((QueryBody.Nested) body).query()));
  }

  private static String groupBy(GroupBy groupBy) {
    return list(
        "group",
        String.join(" ", expressions(groupBy.elements())),
        clause("sets", expressions(groupBy.sets())));
  }

  private static String window(Window window) {
    return list(
        "window",
        window.name(),
        clause("partition", expressions(window.partitionBy())),
        clause("order", sorted(window.orderBy())));
  }

  private static String with(List<CommonTable> tables, boolean recursive) {
    List<String> printed = new ArrayList<>();
    for (CommonTable table : tables) {
      printed.add(list(table.name(), clause("columns", table.columns()), print(table.statement())));
    }
    return clause(recursive ? "with-recursive" : "with", printed);
  }

  private static List<String> assignments(List<Assignment> assignments) {
    return assignments.stream()
        .map(set -> list(String.join(" ", set.columns()), print(set.value())))
        .toList();
  }

  private static List<String> outputs(List<Output> outputs) {
    return outputs.stream()
        .map(
            output ->
                output
                    .alias()
                    .map(alias -> list("as", print(output.expression()), alias))
                    .orElseGet(() -> print(output.expression())))
        .toList();
  }

  private static List<String> items(List<FromItem> items) {
    return items.stream().map(SyntaxPrinter::item).toList();
  }

  private static String item(FromItem item) {
    if (item instanceof FromItem.Table table) {
      return aliased(qualified(table.schema(), "", table.name()), table.alias());
    }
    if (item instanceof FromItem.Derived derived) {
      String query = query(derived.query());
      return aliased(derived.lateral() ? list("lateral", query) : query, derived.alias());
    }
    if (item instanceof FromItem.Function function) {
      return aliased(clause("function", expressions(function.arguments())), function.alias());
    }
    FromItem.Join join = (FromItem.Join) item;
    String kind = join.kind().name().toLowerCase(java.util.Locale.ROOT);
    return aliased(
        list(
            (join.natural() ? "natural-" : "") + kind,
            item(join.left()),
            item(join.right()),
            clause("on", join.on()),
            clause("using", join.using())),
        join.alias());
  }

  private static String aliased(String item, Alias alias) {
    return alias.equals(Alias.NONE)
        ? item
        : list("as", item, alias.name(), String.join(" ", alias.columns()));
  }

  private static List<String> sorted(List<SortItem> items) {
    return items.stream()
        .map(
            item -> {
              String nulls =
                  item.nullsFirst().map(first -> first ? "nulls-first" : "nulls-last").orElse("");
              String expression = print(item.expression());
              String direction = item.descending() ? "desc" : "";
              return nulls.isEmpty() && direction.isEmpty()
                  ? expression
                  : list("sort", expression, direction, nulls);
            })
        .toList();
  }

  private static List<String> expressions(List<Expression> expressions) {
    return expressions.stream().map(SyntaxPrinter::print).toList();
  }

  /** An expression. */
  public static String print(Expression expression) {
    if (expression instanceof Expression.ColumnName column) {
      return qualified(column.schema(), column.table(), column.name());
    }
    if (expression instanceof Expression.Star star) {
      return qualified(star.schema(), star.table(), "*");
    }
    if (expression instanceof Expression.Value value) {
      return "$" + value.number();
    }
    if (expression instanceof Expression.ValueList list) {
      return "..." + list.number();
    }
    if (expression instanceof Expression.Ordinal ordinal) {
      return "#" + ordinal.position();
    }
    if (expression instanceof Expression.Constant constant) {
      return "!" + constant.word();
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.Subquery subquery) {
      return query(subquery.query());
    }
    if (expression instanceof Expression.Exists exists) {
      return list("exists", query(exists.query()));
    }
    if (expression instanceof Expression.Case choice) {
      return list(
          "case",
          clause("of", choice.operand()),
          String.join(" ", expressions(choice.arms())),
          clause("else", choice.otherwise()));
    }
    return condition(expression);
  }

  private static String condition(Expression expression) {
    if (expression instanceof Expression.Operation operation) {
      return list(
          operation.operator(),
          operation.left().map(SyntaxPrinter::print).orElse(""),
          print(operation.right()));
    }
    if (expression instanceof Expression.And and) {
      return clause("and", expressions(and.operands()));
    }
    if (expression instanceof Expression.Or or) {
      return clause("or", expressions(or.operands()));
    }
    if (expression instanceof Expression.Not not) {
      return list("not", print(not.operand()));
    }
    if (expression instanceof Expression.Is is) {
      return list("is", is.negated() ? "not" : "", print(is.operand()), is.test());
    }
    if (expression instanceof Expression.Between between) {
      return list(
          between.negated() ? "not-between" : "between",
          print(between.operand()),
          print(between.low()),
          print(between.high()));
    }
    if (expression instanceof Expression.In in) {
      return list(in.negated() ? "not-in" : "in", print(in.operand()), print(in.set()));
    }
    if (expression instanceof Expression.Quantified quantified) {
      return list(
          quantified.all() ? "all" : "any",
          quantified.operator(),
          print(quantified.operand()),
          print(quantified.set()));
    }
    if (expression instanceof Expression.Like like) {
      return list(
          (like.negated() ? "NOT " : "") + like.word(),
          print(like.operand()),
          print(like.pattern()));
    }
    return structure(expression);
  }

  private static String structure(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return list("cast", print(cast.operand()), cast.type());
    }
    if (expression instanceof Expression.Collate collate) {
      return list("collate", print(collate.operand()), collate.collation());
    }
    if (expression instanceof Expression.Row row) {
      return list("row", expressions(row.elements()).toArray(String[]::new));
    }
    if (expression instanceof Expression.ArrayOf array) {
      return list("array", expressions(array.elements()).toArray(String[]::new));
    }
    if (expression instanceof Expression.Subscript subscript) {
      return list(
          "at", print(subscript.operand()), String.join(" ", expressions(subscript.indexes())));
    }
    if (expression instanceof Expression.Field field) {
      return list("field", print(field.operand()), field.name());
    }
    Expression.Other other = (Expression.Other) expression;
    return list("other", expressions(other.parts()).toArray(String[]::new));
  }

  private static String call(Expression.Call call) {
    return list(
        qualified(call.schema(), "", call.name()),
        call.distinct() ? "distinct" : "",
        String.join(" ", expressions(call.arguments())),
        clause("order", sorted(call.orderBy())),
        clause("filter", call.filter()),
        call.over().map(window -> list("over", window(window))).orElse(""));
  }

  private static String qualified(String schema, String table, String name) {
    return (schema.isEmpty() ? "" : schema + ".") + (table.isEmpty() ? "" : table + ".") + name;
  }

  private static String clause(String word, Optional<Expression> expression) {
    return expression.map(present -> list(word, print(present))).orElse("");
  }

  private static String clause(String word, List<String> parts) {
    return parts.isEmpty() ? "" : list(word, parts.toArray(String[]::new));
  }

  private static String list(String word, String... parts) {
    StringBuilder list = new StringBuilder("(").append(word);
    for (String part : parts) {
      if (!part.isEmpty()) {
        list.append(' ').append(part);
      }
    }
    return list.append(')').toString();
  }
}
