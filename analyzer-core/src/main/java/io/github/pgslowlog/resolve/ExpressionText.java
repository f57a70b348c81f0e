package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The text of an expression as CREATE INDEX would have it: columns without qualifiers, values
 * numbered from 1, types by their full names, no more parentheses than needed.
 *
 * <p>Equal expressions of different statements have equal texts. Conditions inside it are {@link
 * ConditionText}'s.
 */
final class ExpressionText {
  /** 4 KiB: nothing as long is ever the key of an index. */
  static final int MAX_LENGTH = 4096;

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  private final TextBuilder text = new TextBuilder(MAX_LENGTH);
  private final ConditionText conditions = new ConditionText(this, text);

  private ExpressionText() {}

  /** Writes an expression. */
  static TextBuilder of(Expression expression) {
    ExpressionText writer = new ExpressionText();
    writer.write(expression);
    return writer.text;
  }

  void write(Expression expression) {
    if (text.isFull()) {
      return;
    }
    if (expression instanceof Expression.ColumnName column) {
      text.add(Identifier.quoted(column.name()));
    } else if (expression instanceof Expression.Value value) {
      text.addValue(value.number());
    } else if (expression instanceof Expression.Constant constant) {
      text.add(constant.word());
    } else if (expression instanceof Expression.Call call) {
      call(call);
    } else if (expression instanceof Expression.Operation operation) {
      operation(operation);
    } else if (expression instanceof Expression.Cast cast) {
      inParentheses(cast.operand());
      text.add("::").add(TypeNames.full(cast.type()));
    } else if (!conditions.write(expression)) {
      composed(expression);
    }
  }

  private void composed(Expression expression) {
    if (expression instanceof Expression.Collate collate) {
      operand(collate.operand(), Precedence.COLLATE);
      text.add(" COLLATE \"").add(collate.collation()).add("\"");
    } else if (expression instanceof Expression.Row row) {
      list("(", row.elements(), ")");
    } else if (expression instanceof Expression.ArrayOf array) {
      list("ARRAY[", array.elements(), "]");
    } else if (expression instanceof Expression.Subscript subscript) {
      operand(subscript.operand(), Precedence.ATOM);
      list("[", subscript.indexes(), "]");
    } else if (expression instanceof Expression.Field field) {
      inParentheses(field.operand());
      text.add(".").add(Identifier.quoted(field.name()));
    } else if (expression instanceof Expression.Case cases) {
      cases(cases);
    } else if (expression instanceof Expression.Other other) {
      list("?(", other.parts(), ")");
    } else {
      text.add(leaf(expression));
    }
  }

  private static String leaf(Expression expression) {
    if (expression instanceof Expression.Star) {
      return "*";
    }
    if (expression instanceof Expression.Ordinal ordinal) {
      return Integer.toString(ordinal.position());
    }
    return expression instanceof Expression.ValueList ? "..." : "(SELECT ...)";
  }

  // --- operators

  private void operation(Expression.Operation operation) {
    int level = Precedence.of(operation);
    if (operation.left().isEmpty()) {
      text.add(operation.operator());
      operand(operation.right(), level + 1);
      return;
    }
    operand(operation.left().get(), level);
    text.add(" ").add(operation.operator()).add(" ");
    operand(operation.right(), level + 1);
  }

  /** An operand, in parentheses if it binds less tightly than asked for. */
  void operand(Expression operand, int level) {
    if (Precedence.of(operand) < level) {
      inParentheses(operand);
    } else {
      write(operand);
    }
  }

  private void inParentheses(Expression operand) {
    text.add("(");
    write(operand);
    text.add(")");
  }

  // --- lists, calls, CASE

  void list(String before, List<Expression> elements, String after) {
    text.add(before);
    separated(elements, this::write);
    text.add(after);
  }

  private <T> void separated(List<T> elements, Consumer<T> writer) {
    for (int i = 0; i < elements.size() && !text.isFull(); i++) {
      text.add(i == 0 ? "" : ", ");
      writer.accept(elements.get(i));
    }
  }

  private void call(Expression.Call call) {
    if (call.name().equals("extract") && call.arguments().size() == 2) {
      text.add("EXTRACT(");
      write(call.arguments().get(0));
      text.add(" FROM ");
      write(call.arguments().get(1));
      text.add(")");
      return;
    }
    text.add(name(call)).add(call.distinct() ? "(DISTINCT " : "(");
    separated(call.arguments(), this::write);
    orderBy(call.arguments().isEmpty() ? "ORDER BY " : " ORDER BY ", call.orderBy());
    text.add(")");
    call.filter().ifPresent(filter -> list(" FILTER (WHERE ", List.of(filter), ")"));
    call.over().ifPresent(this::window);
  }

  private static String name(Expression.Call call) {
    boolean plain = PLAIN_NAME.matcher(call.name()).matches();
    String name = plain ? call.name() : Identifier.quoted(call.name());
    boolean builtIn = call.schema().isEmpty() || call.schema().equals("pg_catalog");
    return builtIn ? name : Identifier.quoted(call.schema()) + "." + name;
  }

  private void window(Window window) {
    text.add(" OVER (").add(window.name());
    if (!window.partitionBy().isEmpty()) {
      list("PARTITION BY ", window.partitionBy(), "");
    }
    orderBy(" ORDER BY ", window.orderBy());
    text.add(")");
  }

  private void orderBy(String before, List<SortItem> items) {
    text.add(items.isEmpty() ? "" : before);
    separated(items, this::sortItem);
  }

  private void sortItem(SortItem item) {
    write(item.expression());
    text.add(item.descending() ? " DESC" : "");
    item.nullsFirst().ifPresent(first -> text.add(first ? " NULLS FIRST" : " NULLS LAST"));
  }

  private void cases(Expression.Case cases) {
    text.add("CASE");
    cases.operand().ifPresent(operand -> list(" ", List.of(operand), ""));
    for (int i = 0; i < cases.arms().size() && !text.isFull(); i++) {
      text.add(i % 2 == 0 ? " WHEN " : " THEN ");
      write(cases.arms().get(i));
    }
    cases.otherwise().ifPresent(otherwise -> list(" ELSE ", List.of(otherwise), ""));
    text.add(" END");
  }
}
