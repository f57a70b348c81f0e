package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same statements in two logs. */
class OverlapWatchTest {
  @Test
  void stderrAndCsvlogOfOneServerAreNoticed() {
    assertThat(problems(stderr(0, 600), csvlog(0, 600)))
        .containsExactly(
            Problem.notice(
                "a and b tell of the same statements, which are counted twice: give one of them"));
  }

  @Test
  void filesCutAtOtherPlacesAreNoticed() {
    assertThat(problems(stderr(0, 5000), csvlog(3000, 3500))).hasSize(1);
  }

  @Test
  void logsThatFollowEachOtherAreNot() {
    assertThat(problems(stderr(0, 3000), csvlog(3000, 6000))).isEmpty();
  }

  @Test
  void aFewEqualEntriesAreChance() {
    assertThat(problems(stderr(0, 4), csvlog(0, 4))).isEmpty();
  }

  private static String stderr(int from, int to) {
    StringBuilder log = new StringBuilder();
    for (int i = from; i < to; i++) {
      log.append(second(i)).append(" [41] LOG:  ").append(message(i)).append('\n');
    }
    return log.toString();
  }

  private static String csvlog(int from, int to) {
    StringBuilder log = new StringBuilder();
    for (int i = from; i < to; i++) {
      log.append(second(i))
          .append(",\"app\",\"shop\",41,\"[local]\",6b00e090.29,1,\"SELECT\",")
          .append("2026-11-20 09:00:00 UTC,3/7,0,LOG,00000,\"")
          .append(message(i))
          .append("\",,,,,,,,,\"psql\"\n");
    }
    return log.toString();
  }

  private static String second(int i) {
    return String.format(
        Locale.ROOT, "2026-11-20 %02d:%02d:%02d.100 UTC", 9 + i / 3600, i / 60 % 60, i % 60);
  }

  private static String message(int i) {
    return "duration: " + (1 + i % 7) + ".000 ms  statement: SELECT " + i;
  }

  private static List<Problem> problems(String a, String b) {
    List<Problem> problems = new ArrayList<>();
    LogAnalyzer.builder()
        .source(new StreamSource("a", new ByteArrayInputStream(a.getBytes(UTF_8))))
        .source(new StreamSource("b", new ByteArrayInputStream(b.getBytes(UTF_8))))
        .listener(
            new LogListener() {
              @Override
              public void problem(Problem problem) {
                problems.add(problem);
              }
            })
        .build()
        .read();
    return problems;
  }
}
