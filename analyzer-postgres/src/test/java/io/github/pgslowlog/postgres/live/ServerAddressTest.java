package io.github.pgslowlog.postgres.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:postgresql://h:1/d?user=u&password=p%40 | jdbc:postgresql://h:1/d | u | p@",
        "postgresql://u:p%3Aq@h/d%20b?sslmode=require | jdbc:postgresql://h/d%20b | u | p:q",
        "postgres://h1:1,h2:2/d                       | jdbc:postgresql://h1:1,h2:2/d | me | secret",
        "postgresql:///d                              | jdbc:postgresql://localhost/d | me | secret",
        "jdbc:postgresql:d                            | jdbc:postgresql://localhost/d | me | secret",
        "host=h port=1 dbname='my d' user=u password='it\\'s' | jdbc:postgresql://h:1/my%20d | u | it's",
      })
  void formsOfAddresses(String text, String url, String user, String password) {
    ServerAddress address = ServerAddress.of(text, Map.of("PGUSER", "me", "PGPASSWORD", "secret"));

    assertThat(address.url()).isEqualTo(url);
    assertThat(address.user()).isEqualTo(user);
    assertThat(address.toProperties()).containsEntry("password", password);
    assertThat(address.toString()).doesNotContain(password);
  }

  @Test
  void parametersAreKept() {
    assertThat(
            ServerAddress.of("host=h sslmode=require application_name=a", Map.of()).toProperties())
        .isEqualTo(Map.of("sslmode", "require", "ApplicationName", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://u:geheim@h/d", "h:5432/d", "host= 'geheim", "postgresql://%zz@h/d"})
  void whatIsNoneIsRefusedWithoutBeingRepeated(String text) {
    assertThatThrownBy(() -> ServerAddress.of(text, Map.of()))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith("--url: not an address of a server; write jdbc:postgresql://")
        .hasMessageNotContaining("geheim")
        .hasNoCause();
  }
}
