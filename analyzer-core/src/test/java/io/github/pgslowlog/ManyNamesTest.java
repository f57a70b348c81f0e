package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of very many clients not all can be told, which is not to go unsaid. */
class ManyNamesTest {
  private static final String LINE =
      "2026-11-21 10:00:00.000 UTC [%d] u%d@shop web 10.0.%d.%d LOG:  duration: 1.000 ms "
          + " statement: SELECT 1\n";

  @Test
  void moreNamesThanAreKeptAreTold() {
    assertThat(problems(1001))
        .containsExactly(
            "not all clients of 1 pattern are told: of more than 1,000 users, databases or"
                + " applications, or 100 hosts, those first by name are kept, which need not be"
                + " the busiest; filters by name look at all");
    assertThat(problems(PatternHistory.MAX_HOSTS)).hasSize(1);
    assertThat(problems(PatternHistory.MAX_HOSTS - 1)).isEmpty();
    assertThat(Pattern.MAX_NAMES).isEqualTo(1000);
  }

  private static List<String> problems(int clients) {
    String log =
        IntStream.range(0, clients)
            .mapToObj(i -> LINE.formatted(1000 + i, i, i / 250, i % 250))
            .collect(Collectors.joining());
    return LogAnalyzer.builder()
        .logLinePrefix("%m [%p] %u@%d %a %h ")
        .source(
            new StreamSource(
                "postgresql.log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))))
        .build()
        .analyze()
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }
}
