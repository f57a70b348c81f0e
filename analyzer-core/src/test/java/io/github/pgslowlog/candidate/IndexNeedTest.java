package io.github.pgslowlog.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Shapes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many keys of an index serve what a statement asks for. */
final class IndexNeedTest {
  private static final TableName TABLE = new TableName("", "t");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT 1 FROM t WHERE a = 1 AND b = 2            | a b    | 2
          SELECT 1 FROM t WHERE a = 1 AND b = 2            | b a    | 2
          SELECT 1 FROM t WHERE a = 1 AND b = 2            | b      | 1
          SELECT 1 FROM t WHERE a = 1 AND b = 2            | b c a  | 1
          SELECT 1 FROM t WHERE a = 1 AND b = 2            | c a b  | 0
          SELECT 1 FROM t WHERE a = 1 AND b IN (2, 3)      | b a    | 2
          SELECT 1 FROM t WHERE a = 1 AND b = 2 AND c > 3  | b a c  | 3
          SELECT 1 FROM t WHERE a = 1 AND b = 2 AND c > 3  | a c b  | 1
          SELECT 1 FROM t WHERE a = 1 AND b = 2 AND c > 3  | a b d  | 2
          SELECT 1 FROM t WHERE a = 1 ORDER BY b DESC, c   | a b- c | 3
          SELECT 1 FROM t WHERE a = 1 ORDER BY b DESC, c   | a b c  | 1
          SELECT 1 FROM t WHERE a = 1 ORDER BY b, c        | a c b  | 1
          SELECT 1 FROM t ORDER BY b, c LIMIT 5            | b c    | 2
          SELECT 1 FROM t WHERE c > 3                      | c a    | 1
          SELECT 1 FROM t WHERE c > 3                      | a c    | 0
          """)
  void serves(String sql, String keys, int served) {
    IndexNeed need = need(sql);

    assertThat(need.served(index(keys))).isEqualTo(served);
    assertThat(need.served(need.index())).isEqualTo(need.keys());
  }

  @Test
  void anIndexOfAnotherKindServesNothing() {
    IndexNeed need = need("SELECT 1 FROM t WHERE a = 1");
    CandidateIndex index = index("a");

    assertThat(need.served(index)).isEqualTo(1);
    assertThat(need.served(new CandidateIndex(new TableName("s", "t"), index.keys()))).isZero();
    assertThat(need.served(index.where("b > 1"))).isZero();
    assertThat(
            need.served(
                new CandidateIndex(TABLE, "hash", index.keys(), List.of(), index.predicate())))
        .isZero();
  }

  private static IndexNeed need(String sql) {
    List<IndexNeed> needs = new CandidateGenerator((table, column) -> 0).needs(Shapes.of(sql));
    assertThat(needs).hasSize(1);
    return needs.get(0);
  }

  /** A minus stands for DESC. */
  private static CandidateIndex index(String keys) {
    return new CandidateIndex(
        TABLE, Arrays.stream(keys.split(" ", -1)).map(IndexNeedTest::key).toList());
  }

  private static IndexKey key(String text) {
    IndexKey key = IndexKey.of(text.replace("-", ""));
    return text.endsWith("-")
        ? new IndexKey(key.text(), false, true, true, key.operatorClass(), key.collation())
        : key;
  }
}
