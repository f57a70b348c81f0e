package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
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

  private SampleAnalyses() {}

  /** Each of them. */
  public static Stream<Analysis> all() {
    return Stream.of(
        Analyses.of(""),
        Analyses.of(Analyses.SHOP),
        Analyses.of(Analyses.SHOP, 1),
        Analyses.of(HOSTILE),
        Advised.index());
  }
}
