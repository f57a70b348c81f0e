package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
    assertThat(new String(keyword.upper(), US_ASCII)).isEqualTo(keyword.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "users", "selec", "selects", "SELECT", "id", "rows", "references_"})
  void findsNoOtherWord(String word) {
    assertThat(find(word)).isNull();
  }

  @Test
  void findsAWordWithinBytes() {
    byte[] bytes = "select from t".getBytes(US_ASCII);

    assertThat(Keyword.of(bytes, 7, 11)).isSameAs(Keyword.FROM);
  }

  private static @Nullable Keyword find(String word) {
    return Keyword.of(word.getBytes(US_ASCII), 0, word.length());
  }
}
