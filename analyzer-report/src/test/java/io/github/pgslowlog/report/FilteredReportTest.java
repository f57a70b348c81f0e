package io.github.pgslowlog.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports of a part of the statements, and of a part of the logs. */
class FilteredReportTest {
  private static final LogFilter REPORT =
      LogFilter.builder()
          .users(new NameFilter(List.of("report"), List.of()))
          .minDuration(Duration.ofMillis(1))
          .build();

  @Test
  void textTellsTheFilterAndWhatPassed() throws IOException {
    assertThat(Analyses.text(analysis(REPORT)))
        .contains(
            """
            Filter: user report; duration at least 1 ms. 1 of 4 executions passed (1 of 7
            duration entries).
            Understood 100.0 % of logged time; nothing skipped.
            """);
  }

  @Test
  void jsonTellsTheFilterAndWhatPassed() throws IOException {
    assertThat(Analyses.json(analysis(REPORT)))
        .contains(
            """
                "filter" : {
                  "entries" : 7,
                  "passedEntries" : 1,
                  "executions" : 4,
                  "passedExecutions" : 1,
                  "leftOutPatterns" : 0,
                  "parts" : [
                    {
                      "criterion" : "user",
                      "wanted" : "report",
                      "removed" : 5
                    },
                    {
                      "criterion" : "duration",
                      "wanted" : "at least 1 ms",
                      "removed" : 1
                    }
                  ]
                }
            """);
  }

  @Test
  void withoutFilterAndWholeNeitherIsTold() throws IOException {
    Analysis analysis = analysis(LogFilter.NONE);

    assertThat(Analyses.text(analysis)).doesNotContain("Filter:", "partial");
    assertThat(Analyses.json(analysis)).doesNotContain("\"filter\"", "\"complete\"");
  }

  @Test
  void leftOutPatternsAreCounted() throws IOException {
    assertThat(Analyses.text(analysis(LogFilter.builder().minCalls(2).build())))
        .contains(
            """
            Filter: calls at least 2. 2 of 4 executions passed (7 of 7 duration entries); 2
            patterns with fewer calls left out: the entries below are counted with theirs.
            """);
  }

  @Test
  void aPartialReportSaysSo() throws IOException {
    Analysis analysis = builder().stopWhen(() -> true).build().analyze();

    assertThat(Analyses.text(analysis)).startsWith("pgslowlog report (partial)\n");
    assertThat(Analyses.text(analysis)).contains("! partial: interrupted after 0 bytes");
    assertThat(Analyses.json(analysis))
        .startsWith("{\n  \"schemaVersion\" : 1,\n  \"complete\" : false,\n  \"inputs\"");
  }

  private static Analysis analysis(LogFilter filter) {
    return builder().filter(filter).build().analyze();
  }

  private static LogAnalyzer.Builder builder() {
    return LogAnalyzer.builder()
        .source(
            new StreamSource(
                "postgresql.log", new ByteArrayInputStream(Analyses.SHOP.getBytes(UTF_8))));
  }
}
