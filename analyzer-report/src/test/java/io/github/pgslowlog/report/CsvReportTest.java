package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  @Test
  void aLineForEachPattern() throws IOException {
    List<String> lines = patterns(Analyses.of(Analyses.SHOP)).lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith("fingerprint,type,calls,total_ms,mean_ms,stddev_ms,min_ms,max_ms,")
        .endsWith(",users,databases,applications,tables,query");
    assertThat(lines.get(1))
        .startsWith("3517b64b04fb4116dbb12d5dbc1b4b38,select,2,2000.003,1000.002,")
        .contains(",2026-11-20T09:00:00.100Z,2026-11-20T09:00:02.000Z,")
        .endsWith(",SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at");
  }

  @Test
  void aLineForEachColumnAndRole() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvReport.writeColumns(Analyses.of(Analyses.SHOP), out);

    assertThat(out.toString().lines())
        .startsWith("schema,table,column,role,calls,total_ms,patterns,evidence")
        .contains(
            ",orders,customer_id,equality,2,2000.003,1,statement",
            ",orders,created_at,orderBy,2,2000.003,1,statement",
            ",products,price,updated,1,0.003,1,statement");
  }

  @Test
  void whatSeparatesCellsIsQuoted() throws IOException {
    String log =
        """
        2026-11-20 09:00:01.000 UTC [41] a"b@c,d LOG:  duration: 1.000 ms  statement: SELECT a, "x" FROM t
        2026-11-20 09:00:02.000 UTC [41] =1+1@d LOG:  duration: 0.500 ms  statement: SELECT 1
        """;

    assertThat(patterns(Analyses.of(log)))
        .contains(",\"a\"\"b\",\"c,d\",", "\"SELECT a, x FROM t\"\n")
        .contains(",'=1+1,d,");
  }

  /** Behind the semicolon begins a cell, where commas are for decimals. */
  @Test
  void namesOfSeveralClientsDoNotSplitACell() throws IOException {
    String log =
        """
        2026-11-20 09:00:01.000 UTC [41] =1+1@a;=2 LOG:  duration: 1.000 ms  statement: SELECT 1
        2026-11-20 09:00:02.000 UTC [41] -3@b LOG:  duration: 0.500 ms  statement: SELECT 2
        """;

    assertThat(patterns(Analyses.of(log))).contains(",\"'-3 | '=1+1\",\"a;'=2 | b\",");
  }

  private static String patterns(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    CsvReport.writePatterns(analysis, out);
    return out.toString();
  }
}
