package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client chooses its application_name, which is not to change the prefix that was detected. */
class DoubtfulNamesTest {
  private static final String ODD = "my=app,x";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%d] app@shop/%s ",
        "[%d] app@shop %s 10.1.0.5 ",
        "[%d] app@shop app=%s,client=::1 "
      })
  void oddApplicationStaysOne(String head) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      log.append("2026-11-14 01:00:00.000 UTC ")
          .append(
              String.format(Locale.ROOT, head, 100 + i % 7, i < 400 || i % 2 == 0 ? "web" : ODD))
          .append("LOG:  duration: 1.125 ms  statement: SELECT 1\n");
    }
    Analysis analysis =
        LogAnalyzer.builder()
            .source(
                new StreamSource(
                    "postgresql.log",
                    new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8))))
            .build()
            .analyze();
    Pattern pattern = analysis.queries().get(0).pattern();

    assertThat(analysis.inputs().get(0).laterPrefixes()).isEmpty();
    assertThat(pattern.applications()).containsEntry(ODD, 100L).containsEntry("web", 500L);
    assertThat(pattern.databases()).containsOnlyKeys("shop");
  }
}
