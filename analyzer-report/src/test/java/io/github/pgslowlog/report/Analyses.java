package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Analyses of small logs, and their reports. */
public final class Analyses {
  /** A statement that shows every kind of step and every kind of number. */
  public static final String SHOP =
      """
      2026-11-20 09:00:00.100 UTC [41] shop_app@shop LOG:  duration: 0.101 ms  parse S_1: SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
      2026-11-20 09:00:00.200 UTC [41] shop_app@shop LOG:  duration: 0.202 ms  bind S_1: SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
      2026-11-20 09:00:01.000 UTC [41] shop_app@shop LOG:  duration: 900.001 ms  execute S_1: SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
      2026-11-20 09:00:01.000 UTC [41] shop_app@shop DETAIL:  parameters: $1 = '17'
      2026-11-20 09:00:02.000 UTC [41] shop_app@shop LOG:  duration: 1100.002 ms  execute S_1: SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
      2026-11-20 09:00:03.000 UTC [42] report@shop LOG:  duration: 33.333 ms  statement: SELECT count(*) FROM order_items i JOIN products p ON p.id = i.product_id WHERE p.sku = 'A-1'
      2026-11-20 09:00:04.000 UTC [42] report@shop LOG:  duration: 0.003 ms  statement: UPDATE products SET price = 12.50 WHERE id = 7
      2026-11-20 09:00:05.000 UTC [43] shop_app@shop LOG:  duration: 5.000 ms
      """;

  private Analyses() {}

  static Analysis of(String log) {
    return named("postgresql.log", log);
  }

  public static Analysis named(String name, String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder()
        .source(new StreamSource(name, new ByteArrayInputStream(bytes)))
        .build()
        .analyze();
  }

  /** With room for some patterns only. */
  static Analysis of(String log, int maxPatterns) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder()
        .source(new StreamSource("postgresql.log", new ByteArrayInputStream(bytes)))
        .maxPatterns(maxPatterns)
        .build()
        .analyze();
  }

  static String json(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(analysis, out);
    return out.toString();
  }

  static String text(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    TextReport.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }
}
