package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.rewrite.Rewritten;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import net.sf.jsqlparser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains of thousands of operands are converted without a stack as deep as they are. */
final class LongChainsTest {
  private static final long PARSER_STACK = 16L << 20;
  private static final long SMALL_STACK = 256L << 10;

  @Test
  void conditionsAreFlat() throws Exception {
    Expression where = where("a = $1 AND ".repeat(5_000) + "b");

    assertThat(where)
        .isInstanceOfSatisfying(
            Expression.And.class, and -> assertThat(and.operands()).hasSize(5_001));
  }

  @Test
  void alternativesInParenthesesAreFlat() throws Exception {
    Expression where = where("(a OR b) OR ".repeat(5_000) + "c");

    assertThat(where)
        .isInstanceOfSatisfying(
            Expression.Or.class, or -> assertThat(or.operands()).hasSize(10_001));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          ||            ==> a ||          ==> 2000
          arithmetic    ==> a + b - c *   ==> 4000
          marks         ==> a || "#op 0" || ==> 2000
          """)
  void operatorsGroupFromTheLeft(String name, String operand, int depth) throws Exception {
    Expression chain = where((operand + " ").repeat(2_000) + "e");

    assertThat(depth(chain)).as(name).isEqualTo(depth);
  }

  @Test
  void arrowsGroupFromTheLeft() throws Exception {
    Expression chain = where("a -> ".repeat(500) + "e");

    assertThat(depth(chain)).isEqualTo(500);
  }

  @Test
  void unionsAreFlat() throws Exception {
    Query query = (Query) convert("SELECT a UNION ".repeat(2_000) + "SELECT b");

    assertThat(((QueryBody.SetOperation) query.body()).parts()).hasSize(2_001);
  }

  private static int depth(Expression chain) {
    int depth = 0;
    Expression next = chain;
    while (next instanceof Expression.Operation operation) {
      next = operation.left().orElseThrow();
      depth++;
    }
    return depth;
  }

  private static Expression where(String condition) throws Exception {
    Query query = (Query) convert("SELECT x FROM t WHERE " + condition);
    return ((QueryBody.Select) query.body()).where().orElseThrow();
  }

  private static SqlStatement convert(String text) throws Exception {
    Statement tree = onStack(PARSER_STACK, () -> Trees.parse(text));
    Rewritten rewritten = new Rewritten(text, Trees.OPERATORS, List.of());
    return onStack(SMALL_STACK, () -> TreeConverter.convert(tree, rewritten).orElseThrow());
  }

  private static <T> T onStack(long bytes, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(null, task, "stack of " + bytes, bytes).start();
    return task.get();
  }
}
