package io.github.pgslowlog.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.skeleton.SkeletonResult.Read;
import io.github.pgslowlog.skeleton.SkeletonResult.Rejected;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.junit.jupiter.api.Test;

/** Hostile text neither hangs the skeleton parser nor makes it fail. */
final class SkeletonBoundsTest {
  private final SkeletonParser parser = new SkeletonParser(() -> false);

  @Test
  void thousandsOfPredicatesAreOneFlatAnd() {
    String canonical = "SELECT a FROM t WHERE a" + " AND b".repeat(9_999);

    Read read = (Read) parser.parse(canonical);

    QueryBody.Select select = (QueryBody.Select) ((Query) read.statement()).body();
    assertThat(((Expression.And) select.where().orElseThrow()).operands()).hasSize(10_000);
  }

  @Test
  void longChainsOfOperatorsKeepTheirColumnsButMakeNoDeepTree() {
    String canonical = "SELECT a FROM t WHERE b ~> c" + " ~> d".repeat(9_998);

    Read read = (Read) parser.parse(canonical);

    QueryBody.Select select = (QueryBody.Select) ((Query) read.statement()).body();
    assertThat(((Expression.Other) select.where().orElseThrow()).parts()).hasSize(10_000);
  }

  @Test
  void parenthesesAreReadToTheDepthThatIsAllowed() {
    String open = "SELECT a FROM t WHERE " + "(".repeat(SkeletonParser.MAX_DEPTH) + "b = $1";

    assertThat(parser.parse(open)).isInstanceOf(Read.class);
    assertThat(parser.parse(open.replace("WHERE ", "WHERE (")))
        .isEqualTo(new Rejected("empty, or nested deeper than 200", 0));
  }

  @Test
  void textIsReadToTheLengthThatIsAllowed() {
    String head = "SELECT a FROM t WHERE b = ";
    String longest = head + "c".repeat(SkeletonParser.MAX_CHARACTERS - head.length());

    assertThat(parser.parse(longest)).isInstanceOf(Read.class);
    assertThat(parser.parse(longest + "c"))
        .isEqualTo(new Rejected("longer than 65536 characters", 0));
  }

  @Test
  void readingEndsWhenItIsCancelled() {
    assertThat(new SkeletonParser(() -> true).parse("SELECT a FROM t"))
        .isEqualTo(new Rejected("takes too long", 0));
  }

  @Test
  void positionIsWhereTheSkeletonIsUnclear() {
    assertThat(parser.parse("SELECT a FROM t WHERE b = $1 SELECT c"))
        .isEqualTo(new Rejected("syntax the SQL parser does not know", 29));
  }

  @Test
  void garbageIsReadOrRejectedButNothingFails() {
    List<String> words =
        List.of(
            ("SELECT FROM WHERE AND OR NOT ( ) [ ] , . :: = <> ~@ * $1 ... a b.c \"D\" IN BETWEEN CASE"
                    + " WHEN THEN ELSE END AS JOIN ON USING GROUP BY ORDER LIMIT UNION ALL WITH UPDATE"
                    + " SET DELETE INSERT INTO VALUES MERGE RETURNING OVER PARTITION IS NULL DISTINCT"
                    + " LIKE ANY EXISTS ARRAY LATERAL ONLY COLLATE row cast at time zone operator"
                    + " escape json_table columns rows CONFLICT DO FOR NULLS FIRST WINDOW DEFAULT")
                .split(" "));
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? "SELECT a FROM t WHERE b = $1" : "");
      for (int length = random.nextInt(40); length >= 0; length--) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }

      SkeletonResult result = parser.parse(text.toString());

      if (result instanceof Rejected rejected) {
        assertThat(rejected.reason()).as(text.toString()).doesNotContain("failed");
      } else {
        read++;
      }
    }
    assertThat(read).isGreaterThan(250);
  }

  /** The parser decides by one token, so that nothing is learnt that could fill the memory. */
  @Test
  void parserLearnsNothing() {
    parser.parse("SELECT a FROM t JOIN u ON b = c WHERE ((d = $1) OR e IN (SELECT f FROM g))");

    SqlSkeleton grammar = new SqlSkeleton(new CommonTokenStream(new ListTokenSource(List.of())));
    assertThat(Arrays.stream(grammar.getInterpreter().decisionToDFA))
        .allSatisfy(dfa -> assertThat(dfa.states).isEmpty());
  }
}
