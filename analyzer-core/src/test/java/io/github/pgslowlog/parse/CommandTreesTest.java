package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.syntax.SyntaxPrinter;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical text to syntax, rewritten, where rewriting and converting must agree. */
final class CommandTreesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a::path FROM t WHERE b::level = $1           ; (select (cast a path) (from t) (where (= (cast b level) $1)))
          SELECT a::"Mood"[], b::s.size FROM t                ; (select (cast a Mood[]) (cast b s.size) (from t))
          SELECT a FROM t WHERE ?- b AND |/ c + d > $1        ; (select a (from t) (where (and (?- b) (> (|/ (+ c d)) $1))))
          SELECT !! a @> b, a @> @ b, - @ a, @ - a FROM t     ; (select (@> (!! a) b) (@> a (@ b)) (- (@ a)) (@ (- a)) (from t))
          SELECT @ !! a, @ a IS NULL, @ a + @ b FROM t        ; (select (@ (!! a)) (is (@ a) NULL) (@ (+ a (@ b))) (from t))
          SELECT a FROM t ORDER BY b FETCH FIRST $1 ROWS WITH ties ; (query (select a (from t)) (order b) (limit $1))
          UPDATE t SET price = $1, (a, b) = ($2, $3)          ; (update t (set (price $1) (a $2) (b $3)))
          MERGE INTO t USING u ON t.a = u.a WHEN matched AND t.b > $1 THEN DO nothing       ; (merge t (using u) (on (= t.a u.a)) (when (and (> t.b $1))))
          MERGE INTO t USING u ON t.a = u.a WHEN NOT matched AND u.b > $1 THEN DO nothing   ; (merge t (using u) (on (= t.a u.a)) (when (and (> u.b $1))))
          MERGE INTO t USING u ON t.a = u.a WHEN NOT matched THEN INSERT DEFAULT VALUES     ; (merge t (using u) (on (= t.a u.a)) (when))
          MERGE INTO t USING u ON t.a = u.a WHEN NOT matched THEN INSERT VALUES (NULL)      ; (merge t (using u) (on (= t.a u.a)) (when (values !null)))
          """)
  void isRead(String canonical, String tree) {
    ParseResult.Parsed parsed = parse(canonical);

    assertThat(parsed.skeleton()).isFalse();
    assertThat(parsed.statements()).extracting(SyntaxPrinter::print).containsExactly(tree);
  }

  @Test
  void mergeAmongCommonTablesIsReadAsASkeleton() {
    ParseResult.Parsed parsed =
        parse(
            """
            WITH m AS (MERGE INTO t USING u ON t.a = u.a WHEN matched AND u.c > $1 THEN \
            UPDATE SET b = u.b WHEN NOT matched THEN DO nothing RETURNING t.a) \
            SELECT m.a FROM m JOIN v ON v.a = m.a WHERE v.b = $2""");

    assertThat(parsed.skeleton()).isTrue();
    assertThat(parsed.statements())
        .extracting(SyntaxPrinter::print)
        .containsExactly(
            "(query (with (m (merge t (using u) (on (= t.a u.a)) (when (and (> u.c $1)) (set (b"
                + " u.b))) (when) (returning t.a)))) (select m.a (from (inner m v (on (= v.a"
                + " m.a)))) (where (= v.b $2))))");
  }

  @Test
  void hundredsOfPrefixOperatorsAreReadSoon() {
    ParseResult.Parsed parsed = parse("SELECT a FROM t WHERE " + "@ ".repeat(300) + "b > $1");

    assertThat(parsed.statements())
        .extracting(SyntaxPrinter::print)
        .containsExactly(
            "(select a (from t) (where (> " + "(@ ".repeat(300) + "b" + ")".repeat(300) + " $1)))");
  }

  private static ParseResult.Parsed parse(String canonical) {
    try (SqlParser parser = new SqlParser()) {
      return (ParseResult.Parsed) parser.parse(canonical, Function.identity());
    }
  }
}
