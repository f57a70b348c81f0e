package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Analyses that show, together, all that a report may have to tell. */
public final class SampleAnalyses {
  /** Names and values that no format may take for its own syntax; and one word that is a value. */
  static final String HOSTILE =
      """
      2026-11-20 09:00:01.000 UTC [41] a"b@c\\d LOG:  duration: 900.001 ms  statement: SELECT "x""y" AS "a.b" FROM "s.t"."u v" WHERE "x""y" = 'secret' /* route='/a?b=<c>' */
      2026-11-20 09:00:02.000 UTC [41] =cmd@<i> LOG:  duration: 0.001 ms  statement: SELECT nothing FROM WHERE
      2026-11-20 09:00:03.000 UTC [41] u@d LOG:  duration: 5.000 ms
      2026-11-20 09:00:04.000 UTC [41] u@d ERROR:  canceling statement due to statement timeout
      2026-11-20 09:00:04.000 UTC [41] u@d STATEMENT:  SELECT pg_sleep(1)
      torn line
      2026-11-20 09:00:05.000 UTC [41] u@d ERROR:  canceling statement due to statement timeout
      2026-11-20 09:00:05.000 UTC [41] u@d CONTEXT:  SQL statement "SELECT 1 FROM ONLY "public"."line" x WHERE $1 OPERATOR(pg_catalog.=) "order_id" FOR KEY SHARE OF x"
      2026-11-20 09:00:05.000 UTC [41] u@d STATEMENT:  DELETE FROM orders WHERE id = 7
      """;

  /** From hosts, with waits, files, errors and a plan. */
  static final String EVENTFUL =
      """
      2026-11-20 09:00:01.000 UTC [41] u@d 10.0.0.7(5432) LOG:  duration: 900.001 ms  statement: SELECT * FROM orders WHERE note = 'secret'
      2026-11-20 09:00:02.000 UTC [41] u@d 10.0.0.7(5432) LOG:  temporary file: path "base/pgsql_tmp/pgsql_tmp41.0", size 204800
      2026-11-20 09:00:02.000 UTC [41] u@d 10.0.0.7(5432) STATEMENT:  SELECT * FROM orders WHERE note = 'secret'
      2026-11-20 09:00:03.000 UTC [42] u@d [local] LOG:  process 42 still waiting for ShareLock on transaction 771 after 1000.105 ms
      2026-11-20 09:00:03.000 UTC [42] u@d [local] STATEMENT:  UPDATE orders SET note = 'secret' WHERE id = 7
      2026-11-20 09:00:04.000 UTC [42] u@d [local] LOG:  process 42 acquired ShareLock on transaction 771 after 1900.000 ms
      2026-11-20 09:00:04.000 UTC [42] u@d [local] STATEMENT:  UPDATE orders SET note = 'secret' WHERE id = 7
      2026-11-20 09:00:05.000 UTC [42] u@d [local] LOG:  duration: 1901.500 ms  statement: UPDATE orders SET note = 'secret' WHERE id = 7
      2026-11-20 09:00:06.000 UTC [42] u@d [local] LOG:  duration: 100.250 ms  plan:
      \tQuery Text: SELECT * FROM lines WHERE sku = 'secret' LIMIT 7
      \tLimit  (cost=0.00..1.50 rows=7 width=8)
      \t  ->  Seq Scan on lines  (cost=0.00..25.88 rows=6 width=8)
      \t        Filter: (sku = 'secret'::text)
      2026-11-20 09:10:06.000 UTC [43] u@d 10.0.0.8(5432) ERROR:  duplicate key value violates unique constraint "orders_pkey"
      2026-11-20 09:10:06.000 UTC [43] u@d 10.0.0.8(5432) DETAIL:  Key (id)=(secret) already exists.
      2026-11-20 09:10:06.000 UTC [43] u@d 10.0.0.8(5432) STATEMENT:  INSERT INTO orders (id) VALUES ('secret')
      """;

  private SampleAnalyses() {}

  /** Each of them. */
  public static Stream<Analysis> all() {
    return Stream.of(
        Analyses.of(""),
        Analyses.of(Analyses.SHOP),
        Analyses.of(Analyses.SHOP.repeat(4)),
        Analyses.of(Analyses.SHOP, 1),
        Analyses.of(HOSTILE),
        Analyses.of(EVENTFUL),
        filtered(),
        Advised.index());
  }

  static Analysis filtered() {
    return LogAnalyzer.builder()
        .source(
            new StreamSource(
                "postgresql.log",
                new ByteArrayInputStream(Analyses.SHOP.getBytes(StandardCharsets.UTF_8))))
        .filter(
            LogFilter.builder()
                .users(new NameFilter(List.of("shop_*"), List.of("report")))
                .minCalls(2)
                .build())
        .build()
        .analyze();
  }
}
