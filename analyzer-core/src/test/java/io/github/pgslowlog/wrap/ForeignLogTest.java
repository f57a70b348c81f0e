package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignLogTest {
  private static Optional<ForeignLog> of(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return ForeignLog.of(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          '2020-03-07T16:09:43Z UTC [ db=dev user=rdsdb pid=16929 userid=1 xid=7382 ]' LOG: SELECT 1 ! REDSHIFT
          2026-11-21 00:10:24.649 UTC [123] LOG C-0x55d0: shop/app@127.0.0.1:5000 login attempt      ! PGBOUNCER
          2026-11-21 00:10:24.649 UTC [123] LOG stats: 0 xacts/s, 0 queries/s                        ! PGBOUNCER
          2026-11-21 00:10:24.649 UTC [123] WARNING S-0x55d0: shop/app@[::1]:5432 closing            ! PGBOUNCER
          2026-11-21 00:10:24.649 UTC,"gpadmin","postgres",p123,th-456,"[local]",,2026-11-21,0,con5  ! GREENPLUM
          2026-11-21 00:10:24.649 UTC,,,p123,th456,,,,0,,,seg-1,,,,,"LOG","00000","x"                ! GREENPLUM
          2026-11-21 00:10:24,649 INFO: no action. I am (pg-0), the leader with the lock             ! PATRONI
          # Query_time: 2.000186  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 0                 ! MYSQL
          # User@Host: root[root] @ localhost []                                                     ! MYSQL
          """)
  void productIsRecognised(String line, ForeignLog product) {
    assertThat(of(line)).contains(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21 00:10:24",
        "2026-11-21 00:10:24.649 UTC [123] LOG:  x",
        "2026-11-21 00:10:24.649 UTC [123] LOG: x",
        "2026-11-21 00:10:24.649 UTC [123] app@shop LOG:  C-0x55d0: x",
        "2026-11-21 00:10:24.649 UTC [123] ERROR:  relation \"INFO: x\" does not exist",
        "2026-11-21 00:10:24.649 UTC,\"u\",\"d\",123,\"[local]\",6b00.1,1,\"SELECT\",2026,,0,LOG,00000",
        "2026-11-21 00:10:24.649 UTC,\"u\",\"d\",123,\"[local]\",6b00.1,1,\"SELECT 1,p1,the\"",
        "\t# Query_time: 2.000186"
      })
  void lineOfPostgresqlIsNotTakenForIt(String line) {
    assertThat(of(line)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sentenceNamesTheProduct(ForeignLog log) {
    assertThat(log.sentence()).contains(log.product()).doesNotEndWith(".");
  }

  @Test
  void messageForTheUser() {
    assertThat(ForeignLog.PGBOUNCER.sentence())
        .isEqualTo(
            "looks like the log of pgBouncer, which holds no statements; give the log of the server"
                + " behind it");
  }
}
