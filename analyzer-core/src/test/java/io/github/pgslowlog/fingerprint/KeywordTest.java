package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {
  @ParameterizedTest
  @EnumSource
  void findsEveryKeyword(Keyword keyword) {
    assertThat(find(keyword.name().toLowerCase(Locale.ROOT))).isSameAs(keyword);
  }

  @ParameterizedTest
  @EnumSource
  void writesKeywordsInCapitals(Keyword keyword) {
    byte[] written = new byte[16];
    EightBytes.put(written, 0, keyword.upperHead());
    EightBytes.put(written, 8, keyword.upperRest());

    assertThat(new String(written, US_ASCII).replace("\0", "")).isEqualTo(keyword.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "users", "selec", "selects", "SELECT", "id", "rows", "references_"})
  void findsNoOtherWord(String word) {
    assertThat(find(word)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void isNoWordThatGoesOn(Keyword keyword) {
    assertThat(find(keyword.name().toLowerCase(Locale.ROOT) + "_and_so_on")).isNull();
  }

  private static @Nullable Keyword find(String word) {
    byte[] bytes = word.getBytes(US_ASCII);
    return Keyword.of(
        EightBytes.at(bytes, 0, bytes.length),
        bytes.length > 8 ? EightBytes.at(bytes, 8, bytes.length) : 0);
  }
}
