package io.github.pgslowlog.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical text on several lines. */
final class SqlLayoutTest {
  @Test
  void clausesJoinsAndConditionsBeginLines() {
    assertThat(
            pretty(
                """
                select o.id, c.name from orders o join customers c on c.id = o.customer_id
                left outer join notes n using (order_id) where o.state = 'open' and o.total > 5
                and (o.kind = 1 or o.kind = 2) group by o.id having count(*) > 1
                order by o.id desc limit 10 offset 20 for update
                """))
        .isEqualTo(
            """
            SELECT o.id, c.name
            FROM orders o
              JOIN customers c ON c.id = o.customer_id
              LEFT OUTER JOIN notes n USING (order_id)
            WHERE o.state = $1
              AND o.total > $2
              AND (o.kind = $3 OR o.kind = $4)
            GROUP BY o.id
            HAVING count(*) > $5
            ORDER BY o.id DESC
            LIMIT $6
            OFFSET $7
            FOR UPDATE""");
  }

  @Test
  void subSelectsAreIndented() {
    assertThat(
            pretty(
                """
                with late as (select id from orders where due < now()) select * from late
                where id in (select order_id from lines where qty between 1 and 5 and open)
                union all select 1
                """))
        .isEqualTo(
            """
            WITH late AS (
              SELECT id
              FROM orders
              WHERE due < now()
            )
            SELECT *
            FROM late
            WHERE id IN (
              SELECT order_id
              FROM lines
              WHERE qty BETWEEN $1 AND $2
                AND open
            )
            UNION ALL
            SELECT $3""");
  }

  @Test
  void statementsThatWrite() {
    assertThat(
            pretty(
                """
                insert into t (a, b) values (1, 2), (3, 4) on conflict (a) do update
                set b = excluded.b where t.b <> excluded.b returning a
                """))
        .isEqualTo(
            """
            INSERT INTO t (a, b)
            VALUES ($1, $2)
            ON CONFLICT (a) DO UPDATE SET b = excluded.b
            WHERE t.b <> excluded.b
            RETURNING a""");
    assertThat(pretty("delete from t using u where t.a = u.a"))
        .isEqualTo(
            """
            DELETE FROM t USING u
            WHERE t.a = u.a""");
    assertThat(pretty("begin; update t set a = 1; commit"))
        .isEqualTo(
            """
            BEGIN;
            UPDATE t
            SET a = $1;
            COMMIT""");
  }

  @Test
  void wordsOfClausesInsideExpressionsStay() {
    assertThat(
            pretty(
                """
                select extract(year from a), case when a and b then 1 end,
                substring(c from 2 for 3) from t where a is distinct from b
                """))
        .isEqualTo(
            """
            SELECT extract(year FROM a), CASE WHEN a AND b THEN $1 END, substring(c FROM $2 FOR $3)
            FROM t
            WHERE a IS DISTINCT FROM b""");
  }

  @Test
  void longListsAreWrapped() {
    String columns = "some_column_name, ".repeat(12) + "last_column";

    assertThat(pretty("select " + columns + " from t").lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(105));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ")))",
        "(((",
        "SELECT",
        "select 'ä', \"Größe\" from \"t\nx\" where a = 'x'",
        "values (1), (2)",
        "select * from (select * from (select 1) x) y where (((a = 1)))",
        "merge into t using s on t.id = s.id when matched then update set a = 1"
            + " when not matched then insert (a) values (2)"
      })
  void readAgainTheTextIsTheSame(String sql) {
    isFixedPoint(sql);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void readAgainSampleStatementsAreTheSame(String sql) {
    isFixedPoint(sql);
  }

  private static void isFixedPoint(String sql) {
    CanonicalSql once = canonical(sql);
    CanonicalSql again = canonical(SqlLayout.pretty(once.text()));

    assertThat(again).isEqualTo(once);
  }

  private static String pretty(String sql) {
    return SqlLayout.pretty(canonical(sql).text());
  }

  private static CanonicalSql canonical(String sql) {
    Canonicalizer canonicalizer = new Canonicalizer();
    return canonicalizer.canonical(
        canonicalizer.read(Slice.of(sql.getBytes(StandardCharsets.UTF_8))));
  }
}
