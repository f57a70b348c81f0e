package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.rewrite.Rewritten;
import io.github.pgslowlog.syntax.SyntaxPrinter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitor;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No class of JSqlParser's expressions loses the columns inside it. */
final class UnknownTreesTest {
  /** Not made of expressions alone, or never inside an expression; other tests have them. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AnalyticExpression",
          "CaseExpression",
          "Column",
          "DateUnitExpression",
          "ExecuteArgument",
          "FromQuery",
          "FullTextSearch",
          "Function",
          "GroupByElement",
          "JsonTableFunction",
          "KeepExpression",
          "LambdaExpression",
          "NextValExpression",
          "ParenthesedSelect",
          "StructType",
          "TimestampValue",
          "XmlTableFunction");

  private final List<String> columns = new ArrayList<>();

  static Stream<Class<?>> expressions() {
    return Arrays.stream(ExpressionVisitor.class.getMethods())
        .filter(method -> method.getName().equals("visit"))
        .<Class<?>>map(method -> method.getParameterTypes()[0])
        .distinct()
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .filter(type -> !ELSEWHERE.contains(type.getSimpleName()))
        .sorted(Comparator.comparing(Class::getName));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void keepsItsColumns(Class<?> type) throws ReflectiveOperationException {
    PlainSelect select = new PlainSelect();
    select.addSelectItems(new SelectItem<>((Expression) make(type)));

    String tree =
        TreeConverter.convert(select, new Rewritten("", List.of(), List.of()))
            .map(SyntaxPrinter::print)
            .orElseThrow();

    assertThat(columns).allSatisfy(column -> assertThat(tree).contains(column));
  }

  /** An instance with a column wherever an expression may be. */
  private Object make(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor =
        Arrays.stream(type.getConstructors())
            .min(
                Comparator.comparing((Constructor<?> one) -> one.getParameterCount())
                    .thenComparing(Constructor::toString))
            .orElseThrow();
    List<Object> arguments = new ArrayList<>();
    for (Class<?> parameter : constructor.getParameterTypes()) {
      arguments.add(argument(parameter));
    }
    Object made = constructor.newInstance(arguments.toArray());
    arguments.forEach(this::note);
    if (columns.isEmpty()) {
      for (Method setter : type.getMethods()) {
        fill(made, setter);
      }
    }
    return made;
  }

  private void fill(Object made, Method setter) throws ReflectiveOperationException {
    if (!setter.getName().startsWith("set") || setter.getParameterCount() != 1) {
      return;
    }
    Class<?> type = setter.getParameterTypes()[0];
    if (type == Expression.class) {
      Column column = new Column("c_" + setter.getName().toLowerCase(Locale.ROOT));
      setter.invoke(made, column);
      note(column);
    } else if (type.isEnum() || type == String.class && !isOverloaded(setter)) {
      setter.invoke(made, argument(type));
    }
  }

  private static boolean isOverloaded(Method setter) {
    return Arrays.stream(setter.getDeclaringClass().getMethods())
            .filter(method -> method.getName().equals(setter.getName()))
            .count()
        > 1;
  }

  private void note(Object argument) {
    if (argument instanceof Column column) {
      columns.add(column.getColumnName());
    } else if (argument instanceof Collection<?> all) {
      all.forEach(this::note);
    }
  }

  private static Object argument(Class<?> type) {
    if (type == Expression.class || type == Column.class) {
      return new Column("c_given");
    }
    if (type == Select.class) {
      return new PlainSelect().addSelectItems(new SelectItem<>(new Column("c_selected")));
    }
    if (type == Function.class) {
      return new Function("f", new Column("c_argument"));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == Expression[].class) {
      return new Expression[] {new Column("c_element")};
    }
    if (Collection.class.isAssignableFrom(type)) {
      return new ExpressionList<>(new Column("c_element"));
    }
    if (type == boolean.class) {
      return false;
    }
    return type == Table.class ? new Table("t") : type == Alias.class ? new Alias("x") : "1";
  }
}
