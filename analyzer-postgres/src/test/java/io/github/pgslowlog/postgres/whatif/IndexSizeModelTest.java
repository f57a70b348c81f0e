package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of indexes of a table of two million rows, as PostgreSQL 18 built them. */
class IndexSizeModelTest {
  private static final StoredColumn BIGINT = fixed(8, 8, -1, 0);
  private static final StoredColumn TIMESTAMP = fixed(8, 8, -0.9, 0);
  private static final StoredColumn NUMERIC = varying(6, -0.4, 0);

  record Built(String what, IndexContents index, double pages, double withinPercent) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Built> indexes() {
    return Stream.of(
        new Built("bigint, unique", btree(2e6, true, BIGINT), 5486, 1),
        new Built("bigint, 18 rows a value", btree(2e6, true, fixed(8, 8, 108_772, 0)), 2268, 15),
        new Built("text of three values", btree(2e6, true, varying(7, 3, 0)), 1696, 1),
        new Built("numeric, stored once for each row", btree(2e6, false, NUMERIC), 5494, 1),
        new Built("two columns", btree(2e6, true, fixed(8, 8, 108_772, 0), TIMESTAMP), 7702, 1),
        new Built("a twentieth of the rows", btree(1e5, true, TIMESTAMP), 276, 2),
        new Built(
            "with INCLUDE",
            new IndexContents("btree", 2e6, 0, List.of(TIMESTAMP), List.of(BIGINT, NUMERIC), false),
            9890,
            1),
        new Built("integer, 800 rows a value", btree(4e6, true, fixed(4, 4, 5000, 0)), 3557, 6),
        new Built("hash", index("hash", 2e6, 0, fixed(8, 8, 108_772, 0)), 8171, 15),
        new Built("BRIN of 503 pages", index("brin", 60_000, 503, TIMESTAMP), 3, 0),
        new Built("nothing but its first page", btree(0, true, BIGINT), 1, 1));
  }

  @ParameterizedTest
  @MethodSource("indexes")
  void sizeIsThatOfTheIndexBuilt(Built built) {
    assertThat((double) IndexSizeModel.size(built.index).pages())
        .isCloseTo(built.pages, withinPercentage(built.withinPercent));
  }

  @Test
  void levelsGrowWithPages() {
    assertThat(BtreeSize.level(2, List.of(BIGINT))).isZero();
    assertThat(BtreeSize.level(5, List.of(BIGINT))).isEqualTo(1);
    assertThat(BtreeSize.level(5486, List.of(BIGINT))).isEqualTo(2);
    assertThat(BtreeSize.level(100_000, List.of(BIGINT))).isEqualTo(3);
  }

  @Test
  void nullsTakeSixteenBytesWithoutValue() {
    assertThat(BtreeSize.entryBytes(List.of(fixed(8, 8, -1, 0)))).isEqualTo(16);
    assertThat(BtreeSize.entryBytes(List.of(varying(100, -1, 1)))).isEqualTo(16);
    assertThat(BtreeSize.entryBytes(List.of(varying(100, -1, 0.5)))).isEqualTo((112 + 16) / 2.0);
  }

  @Test
  void valuesAreAligned() {
    assertThat(BtreeSize.entryBytes(List.of(fixed(4, 4, -1, 0), fixed(8, 8, -1, 0)))).isEqualTo(24);
    assertThat(BtreeSize.entryBytes(List.of(fixed(2, 2, -1, 0), fixed(4, 4, -1, 0)))).isEqualTo(16);
  }

  @Test
  void combinationsAreNoMoreThanRows() {
    assertThat(BtreeSize.distinct(List.of(BIGINT, TIMESTAMP), 1000)).isEqualTo(1000);
    assertThat(BtreeSize.distinct(List.of(fixed(4, 4, 10, 0), fixed(4, 4, 5, 0)), 1e6))
        .isCloseTo(50, withinPercentage(0.1));
  }

  private static IndexContents btree(double rows, boolean deduplicates, StoredColumn... keys) {
    return new IndexContents("btree", rows, 0, List.of(keys), List.of(), deduplicates);
  }

  private static IndexContents index(
      String method, double rows, long tablePages, StoredColumn... keys) {
    return new IndexContents(method, rows, tablePages, List.of(keys), List.of(), false);
  }

  private static StoredColumn fixed(int length, int alignment, double distinct, double nulls) {
    return column(length, alignment, length, distinct, nulls);
  }

  private static StoredColumn varying(int width, double distinct, double nulls) {
    return column(-1, 4, width, distinct, nulls);
  }

  private static StoredColumn column(
      int length, int alignment, int width, double distinct, double nulls) {
    return new StoredColumn(
        length,
        alignment,
        false,
        "",
        Optional.of(
            new ColumnStatistics(
                nulls,
                width,
                distinct,
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                List.of(),
                List.of())),
        OptionalDouble.empty());
  }
}
