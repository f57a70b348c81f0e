package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournaldLinesTest {
  @Test
  void entriesOfTheServerAreLines() {
    PeeledJson peeled =
        peel(
            """
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","_TRANSPORT":"stdout","MESSAGE":"2026-11-21 00:11:02 UTC [9] LOG:  duration: 5.000 ms  statement: SELECT"}
            {"_PID":"1","SYSLOG_IDENTIFIER":"systemd","MESSAGE":"Started Daily apt upgrade"}
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","_TRANSPORT":"stdout","MESSAGE":"\\t1"}
            {"_PID":"50","_COMM":"postgres_exporter","MESSAGE":"level=info"}
            {"_PID":"42","_SYSTEMD_UNIT":"postgresql@15-main.service","MESSAGE":"a unit is enough"}
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-21 00:11:02 UTC [9] LOG:  duration: 5.000 ms  statement: SELECT",
            "LINE 3 \t1",
            "LINE 5 a unit is enough");
    assertThat(peeled.skips())
        .containsExactly("OTHER_PROGRAM db.json:2", "OTHER_PROGRAM db.json:4");
    assertThat(peeled.streams()).containsOnly(peeled.streams().get(0));
  }

  @Test
  void messageAsNumbersIsItsBytes() {
    PeeledJson peeled =
        PeeledJson.of(
            "journald JSON",
            """
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","MESSAGE":[9, 77,252,27, 255 ,0]}
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","MESSAGE":[]}
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","MESSAGE":["first","second"]}
            """,
            StandardCharsets.ISO_8859_1,
            1024);

    assertThat(peeled.lines())
        .containsExactly("LINE 1 \tM\u00fc\u001b\u00ff\0", "LINE 2 ", "LINE 3 first");
  }

  @Test
  void messageThatTheJournalLeftOutIsOversized() {
    PeeledJson peeled =
        peel(
            """
            {"_PID":"42","SYSLOG_IDENTIFIER":"postgres","MESSAGE":null}
            {"_PID":"43","SYSLOG_IDENTIFIER":"kernel","MESSAGE":null}
            """);

    assertThat(peeled.lines()).isEmpty();
    assertThat(peeled.skips()).containsExactly("OVERSIZED db.json:1", "OTHER_PROGRAM db.json:2");
  }

  @Test
  void syslogChunksKeepTheirNumbersAndTheirProcess() {
    PeeledJson peeled =
        peel(
            """
            {"_PID":"7","_TRANSPORT":"syslog","SYSLOG_IDENTIFIER":"shop-db","MESSAGE":"[8-1] 2026-11-21 00:11:02 UTC [7] LOG:  duration: 5.000 ms  statement: SELECT"}
            {"_PID":"8","_TRANSPORT":"syslog","SYSLOG_IDENTIFIER":"shop-db","MESSAGE":"[3-1] 2026-11-21 00:11:02 UTC [8] LOG:  x"}
            {"_PID":"7","_TRANSPORT":"syslog","SYSLOG_IDENTIFIER":"shop-db","MESSAGE":"[8-2] \\t1"}
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 [8-1] 2026-11-21 00:11:02 UTC [7] LOG:  duration: 5.000 ms  statement: SELECT",
            "LINE 2 [3-1] 2026-11-21 00:11:02 UTC [8] LOG:  x",
            "LINE 3 [8-2] \t1");
    assertThat(peeled.streams().get(2)).isEqualTo(peeled.streams().get(0));
    assertThat(peeled.streams().get(0)).isNotEqualTo(peeled.streams().get(1));
  }

  private static PeeledJson peel(String log) {
    return PeeledJson.of("journald JSON", log);
  }
}
