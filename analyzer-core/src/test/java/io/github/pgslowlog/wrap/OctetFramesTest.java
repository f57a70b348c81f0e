package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OctetFramesTest {
  private static final Wrapper SYSLOG = new Syslog(Peeled.OPTIONS);
  private static final String HEADER = "<134>1 2026-11-21T00:10:24Z vm postgres 5 - - ";

  private static String frame(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length + " " + message;
  }

  @Test
  void framesStandOneBehindTheOtherOnALine() {
    String log = frame(HEADER + "[1-1] LOG:  ö") + frame(HEADER + "[1-2] #011 1") + "\n";

    assertThat(Peeled.matches(SYSLOG, log.strip())).isTrue();
    assertThat(Peeled.of(SYSLOG, log).texts()).containsExactly("LINE LOG:  ö", "CONTINUED \t 1");
  }

  @Test
  void lineFeedBehindAFrameMayBeCountedOrNot() {
    String counted = frame(HEADER + "[1-1] LOG:  a\n") + frame(HEADER + "[2-1] LOG:  b\n");
    String notCounted = frame(HEADER + "[1-1] LOG:  a") + "\n" + frame(HEADER + "[2-1] LOG:  b");

    assertThat(Peeled.of(SYSLOG, counted).texts()).containsExactly("LINE LOG:  a", "LINE LOG:  b");
    assertThat(Peeled.of(SYSLOG, notCounted).texts())
        .containsExactly("LINE LOG:  a", "LINE LOG:  b");
  }

  @Test
  void frameMayHoldLineFeedsAndBeFollowedByAnother() {
    String log =
        frame(HEADER + "[1] LOG:  SELECT\n\t1,\n\t2") + frame(HEADER + "[2] LOG:  b") + "\n";

    assertThat(Peeled.of(SYSLOG, log).texts())
        .containsExactly("LINE LOG:  SELECT", "CONTINUED \t1,", "CONTINUED \t2", "LINE LOG:  b");
  }

  @Test
  void wrongCountsAreNotBelieved() {
    String log =
        """
        30 %s[1-1] LOG:  a
        999999 %s[2-1] LOG:  b
        99999999999999999999 %s[3-1] LOG:  c
        70 %s[4-1] LOG:  d
        """
            .formatted(HEADER, HEADER, HEADER, HEADER);

    assertThat(Peeled.of(SYSLOG, log).texts())
        .containsExactly("LINE LOG:  a", "LINE LOG:  b", "LINE LOG:  c", "LINE LOG:  d");
  }

  @Test
  void herokuDrainHasNoStructuredData() {
    String header = "<134>1 2023-06-05T19:33:14+00:00 host app postgres.1105947 - ";
    String log =
        frame(header + "[YELLOW] [12-1]  sql_error_code = 00000 LOG:  SELECT")
            + "\n"
            + frame(header + "[YELLOW] [12-2] \t1")
            + "\n"
            + frame(header + "[13-1]  sql_error_code = 00000 LOG:  x")
            + "\n";

    assertThat(Peeled.of(SYSLOG, log).texts())
        .containsExactly(
            "LINE  sql_error_code = 00000 LOG:  SELECT",
            "CONTINUED \t1",
            "LINE  sql_error_code = 00000 LOG:  x");
  }
}
