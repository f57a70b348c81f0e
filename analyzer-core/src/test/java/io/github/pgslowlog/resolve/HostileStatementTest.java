package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements made to take time or memory: what is kept of them has a bound. */
@Timeout(60)
final class HostileStatementTest {
  @Test
  void starsOfStarsDoNotMultiply() {
    String sql = "SELECT a, b, c FROM t";
    for (int depth = 0; depth < 40; depth++) {
      sql = "SELECT *, * FROM (" + sql + ") d" + depth;
    }

    QueryShape shape = Shapes.of(sql);

    assertThat(shape.blocks()).hasSize(1 + 1);
    assertThat(shape.blocks().get(0).uses()).hasSize(Outputs.MAX_COLUMNS);
  }

  @Test
  void commonTablesThatReferToEachOtherTwiceDoNotMultiply() {
    String tables =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "t%d AS (SELECT a.x FROM t%d a, t%d b)".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining(", "));

    QueryShape shape = Shapes.of("WITH " + tables + " SELECT 1 FROM t60 WHERE x = 1");

    assertThat(Shapes.uses(shape)).containsExactly("t0.x equality");
    assertThat(shape.complete()).isTrue();
  }

  @Test
  void aLongChainOfForwardReferencesIsCutOff() {
    String tables =
        IntStream.range(0, 1000)
            .mapToObj(i -> "t%d AS (SELECT x FROM t%d)".formatted(i, i + 1))
            .collect(Collectors.joining(", "));

    QueryShape shape = Shapes.of("WITH RECURSIVE " + tables + " SELECT 1 FROM t0 WHERE x = 1");

    assertThat(shape.tables()).isNotEmpty();
  }

  @Test
  void aLongChainOfJoinsIsNoRecursion() {
    String joins =
        IntStream.range(1, 1500)
            .mapToObj(i -> " JOIN t%d USING (k)".formatted(i))
            .collect(Collectors.joining());

    QueryShape shape = Shapes.of("SELECT 1 FROM t0" + joins + " WHERE k = 1");

    assertThat(shape.blocks().get(0).joins()).hasSize(1499);
    assertThat(Shapes.uses(shape)).contains("t0.k equality", "t1499.k join");
  }

  @Test
  void columnsThatCouldBelongToThousandsOfTablesAreCounted() {
    String tables =
        IntStream.range(0, 2000).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    String conditions =
        IntStream.range(0, 2000)
            .mapToObj(i -> "c" + i + " = 1")
            .collect(Collectors.joining(" AND "));

    QueryShape shape = Shapes.of("SELECT 1 FROM " + tables + " WHERE " + conditions);

    assertThat(shape.blocks().get(0).uses()).hasSizeLessThan(10);
    assertThat(shape.complete()).isFalse();
  }

  @Test
  void unionsOfUnionsDoNotMultiply() {
    String sql = "SELECT x FROM t";
    for (int depth = 0; depth < 30; depth++) {
      sql = "SELECT x FROM (" + sql + " UNION ALL SELECT x FROM s" + depth + ") u" + depth;
    }

    QueryShape shape = Shapes.of(sql + " WHERE x = 1");

    assertThat(Shapes.uses(shape)).hasSize(31);
  }
}
