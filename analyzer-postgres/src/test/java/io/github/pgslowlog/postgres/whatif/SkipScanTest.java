package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions of EXPLAIN search an index without its first key. */
final class SkipScanTest {
  @ParameterizedTest(name = "({0}, ...) {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status   | (created_at > '2026-01-01')                        | true
          status   | ((status = 1) AND (created_at > '2026-01-01'))     | false
          status   | (o.created_at > '2026-01-01')                      | true
          status   | ((o.status = 1) AND (o.created_at > '2026-01-01')) | false
          id       | (order_id = o.id)                                  | true
          name     | ((name)::text = 'x'::text)                         | false
          "My Key" | ("My Key" = 1)                                     | false
          "My Key" | (t."My Key" = 1)                                   | false
          "My Key" | (other = 1)                                        | true
          state    | (state_id = 1)                                     | true
          """)
  void aSearchThatLeavesOutTheFirstKey(String firstKey, String condition, boolean skipping) {
    assertThat(SkipScan.is(index("btree", firstKey), condition)).isEqualTo(skipping);
  }

  @Test
  void readingAllOfAnIndexIsNoSearch() {
    assertThat(SkipScan.is(index("btree", "status"), "")).isFalse();
  }

  @Test
  void onlyBtreesHaveAnOrderOfKeys() {
    assertThat(SkipScan.is(index("gin", "status"), "(tags @> '{a}')")).isFalse();
  }

  @Test
  void anIndexOfOneKeyHasNothingToSkip() {
    assertThat(SkipScan.is(index("btree", ""), "(created_at > '2026-01-01')")).isFalse();
  }

  private static Relation index(String method, String firstKey) {
    return new Relation(
        7, "public", "i", 'i', method, 6, 0, false, firstKey, 1, 1, Optional.of("base/1/7"));
  }
}
