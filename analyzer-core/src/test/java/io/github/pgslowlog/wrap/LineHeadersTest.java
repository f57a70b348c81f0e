package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compose, kubectl, timestamps, rows of syslog, and which of all wrappers takes a line. */
class LineHeadersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          2026-11-21T00:11:00.000700123Z stderr F 2026-11-21 00:11:02 UTC LOG:  x  ! CRI
          [pod/shop-0/postgres] 2026-11-21 00:11:02 UTC [1] LOG:  x                ! kubectl
          db-1  | 2026-11-21 00:11:02 UTC [1] LOG:  x                              ! docker compose
          shop_db_1 | 2026-11-21 00:11:02 UTC [1] LOG:  x                          ! docker compose
          Nov 21 00:10:24 vm postgres[123]: [8-1] LOG:  x                          ! syslog
          2026-11-21T00:11:00+0000 vm postgres[4242]: x                            ! syslog
          451 <134>1 2026-11-21T00:10:24Z vm app postgres.1 - [A] [8-1]  LOG:  x   ! syslog
          [14-1] [1592908][client backend][27/2][0] [user=a] [::1] ERROR: x        ! syslog rows
          2026-11-20T23:59:14.000Z 2026-11-20 23:59:14 UTC::@:[2253]:LOG:  x       ! timestamps
          2026-11-21T00:11:00.000700123Z LOG:  x                                   ! timestamps
          __REALTIME_TIMESTAMP=1795219824649451                                    ! journald export
          """)
  void firstWrapperThatMatches(String line, String title) {
    assertThat(
            LineWrappers.all().stream()
                .filter(wrapper -> Peeled.matches(wrapper, line))
                .findFirst()
                .map(Wrapper::title))
        .contains(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG:  duration: 1.000 ms  statement: SELECT 1",
        "2026-11-21 00:10:24.649 UTC [123] LOG:  x",
        "2026-11-21 00:10:24.649 UTC [123]: [1-1] user=u,db=d,app=a,client=h LOG:  x",
        "2026-11-21 00:10:24 UTC:[local]:app_user@shop:[26442]:LOG:  x",
        "1795219824.649 [123] LOG:  x",
        "[123-4] LOG:  x",
        "[4-1] LOG:  x",
        "[123] LOG:  x",
        "[123]: [4-1] db=shop LOG:  x",
        "123 | app_user | LOG:  x",
        "app_user | LOG:  x",
        "2026-11-21 00:10:24 UTC | app_user  | LOG:  x",
        "<2026-11-21 00:10:24 UTC>LOG:  x",
        "app_user@shop[123]: LOG:  x",
        "6b00e2ad.674a 2026-11-21 00:10:24 UTC LOG:  x",
        " sql_error_code = 00000 time_ms = \"2026-11-21 00:16:48.590 UTC\" LOG:  x",
        "::1 2026-11-21 00:10:24 UTC [1] u@d LOG:  x",
        "[pod] LOG:  x",
        "[pod/shop] LOG:  x",
        "\tdb-1  | 1",
        "\t2026-11-21T00:11:00Z stderr F 1",
        "2026-11-21T00:11:00 LOG:  x",
        "'2020-03-07T16:09:43Z UTC [ db=dev user=rdsdb pid=16929 userid=1 xid=7382 ]' LOG: SELECT 1",
        "{\"log\":\"x\"}",
        "12",
        "12 <",
        "<",
        "<134>",
        "["
      })
  void lineOfAServerWithAnyPrefixIsNotTakenForWrapped(String line) {
    assertThat(LineWrappers.all()).noneMatch(wrapper -> Peeled.matches(wrapper, line));
  }

  @Test
  void servicesOfComposeAreStreamsEvenIfColoured() {
    Peeled peeled =
        Peeled.of(
            new Compose(),
            """
            db-1      | LOG:  SELECT
            web.api   | hello
            \u001b[33mdb-1      | \u001b[0m\t1
            \u001b[33mdb-1      |\u001b[0m \t2 | 3
            db-1      |
            no name here
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE LOG:  SELECT",
            "LINE hello",
            "LINE \t1",
            "LINE \t2 | 3",
            "LINE ",
            "LINE no name here");
    assertThat(peeled.streams()).containsExactly(0, 1, 0, 0, 0, 2);
  }

  @Test
  void containersOfKubectlAreStreams() {
    Peeled peeled =
        Peeled.of(
            new Kubectl(),
            """
            [pod/shop-0/postgres] LOG:  SELECT
            [pod/shop-1/postgres] LOG:  x
            [pod/shop-0/postgres] \t1
            [pod/shop-0/postgres]
            """);

    assertThat(peeled.texts())
        .containsExactly("LINE LOG:  SELECT", "LINE LOG:  x", "LINE \t1", "LINE ");
    assertThat(peeled.streams()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void linesOfAnEventOfCloudWatchHaveNoTimeButItsFirst() {
    Peeled peeled =
        Peeled.of(
            new Timestamps(Peeled.OPTIONS),
            """
            2026-11-20T23:59:14.000Z 2026-11-20 23:59:14 UTC::@:[2253]:LOG:  SELECT
            \t2026-11-20T23:59:14.000Z 1
            2026-11-20T23:59:14.000Z
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE 2026-11-20 23:59:14 UTC::@:[2253]:LOG:  SELECT",
            "LINE \t2026-11-20T23:59:14.000Z 1",
            "LINE ");
    assertThat(peeled.lines().get(0).micros())
        .isEqualTo(Instant.parse("2026-11-20T23:59:14Z").getEpochSecond() * 1_000_000);
    assertThat(peeled.lines().get(1).micros()).isEqualTo(Lines.NO_TIME);
  }

  @Test
  void layersCanBePeeledOneByOne() {
    Wrapper both =
        new Wrapper() {
          @Override
          public String title() {
            return "both";
          }

          @Override
          public boolean matches(byte[] buffer, int from, int to) {
            return true;
          }

          @Override
          public Lines peel(Lines lines, String file, SkipListener skips) {
            Lines inside = new Compose().peel(lines, file, skips);
            return new Timestamps(Peeled.OPTIONS).peel(inside, file, skips);
          }
        };

    Peeled peeled =
        Peeled.of(
            both,
            """
            db-1  | 2026-11-21T00:11:00.000700123Z LOG:  SELECT
            web-1  | 2026-11-21T00:11:00.000700123Z hello
            db-1  | 2026-11-21T00:11:00.000700123Z \t1
            """);

    assertThat(peeled.texts()).containsExactly("LINE LOG:  SELECT", "LINE hello", "LINE \t1");
    assertThat(peeled.streams()).containsExactly(0, 1, 0);
    assertThat(peeled.lines().get(2).micros() % 1_000_000).isEqualTo(700);
  }

  @Test
  void rowsOfSyslogHaveTheirNumberAndNoHeader() {
    Peeled peeled =
        Peeled.of(
            new SyslogRows(),
            """
            [14-1] [1592908][client backend][27/2][0] [user=a] [::1] LOG:  SELECT
            [14-2] #011 1
            [14-3]  + 2
            [15-2] \tstray
            no number
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE [1592908][client backend][27/2][0] [user=a] [::1] LOG:  SELECT",
            "CONTINUED \t 1",
            "APPENDED  + 2",
            "LINE no number");
    assertThat(peeled.skipTexts()).containsExactly("server.log:4: continuation without a start");
  }
}
