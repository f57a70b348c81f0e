package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code config show} prints of an address. */
class HiddenPasswordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:postgresql://db/x?user=u&password=s3cret&ssl=true|jdbc:postgresql://db/x?user=u&password=***&ssl=true",
        "postgresql://bob:s3cret@db/x|postgresql://bob:***@db/x",
        "host=db password=s3cret user=x|host=db password=*** user=x",
        "host=db password = 's3 cret' user=x|host=db password = *** user=x",
        "jdbc:postgresql://db:5432/x|jdbc:postgresql://db:5432/x"
      })
  void nobodySeesIt(String value, String shown) {
    assertThat(ConfigCommand.withoutPassword(value)).isEqualTo(shown);
  }
}
