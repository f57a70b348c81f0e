package io.github.pgslowlog.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with {@code *} and {@code ?} in them. */
class WildcardsTest {
  @ParameterizedTest(name = "{0} stands for {1}: {2}")
  @CsvSource(
      textBlock =
          """
          shop,       shop,       true
          shop,       Shop,       false
          shop,       shops,      false
          shop,       sho,        false
          shop*,      shop,       true
          shop*,      shop_test,  true
          *shop,      workshop,   true
          *shop,      shops,      false
          *o*o*,      foo,        true
          *o*o*,      fo,         false
          sh?p,       shop,       true
          sh?p,       shp,        false
          a.c,        abc,        false
          [a],        a,          false
          *,          '',         true
          ?*,         '',         false
          ?*,         x,          true
          '',         '',         true
          '',         x,          false
          """)
  void stands(String pattern, String name, boolean expected) {
    assertThat(Wildcards.match(pattern, name)).isEqualTo(expected);
  }

  @Test
  @Timeout(20)
  void manyStarsTakeNoTime() {
    String name = "a".repeat(2000);

    assertThat(Wildcards.match("a*".repeat(500) + "b", name)).isFalse();
  }
}
