package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of GIN indexes as PostgreSQL 15 built them, told from a hundred values of the column. */
class GinSizeTest {
  private static final String[] STATES = {"new", "paid", "shipped"};

  record Built(
      String operatorClass,
      double rows,
      long tablePages,
      IntFunction<String> values,
      double pages,
      double withinPercent) {
    @Override
    public String toString() {
      return operatorClass + " on " + values.apply(7);
    }
  }

  static Stream<Built> indexes() {
    IntFunction<String> event =
        i ->
            json(
                "{'ok':%b,'ts':'2026-11-%02dT10:%02d:%02d.9+00:00','tags':['t%d','t%d'],"
                    + "'type':'%s','user_id':%d}",
                i % 2 == 0,
                1 + i % 28,
                i % 60,
                i * 7 % 60,
                i * 13 % 50,
                i * 29 % 50,
                STATES[i % 3],
                i * 197 % 20_000);
    IntFunction<String> person =
        i ->
            json(
                "{'n':null,'uuid':'%08x-%04x-4000-8000-%012x','email':'user%d@example.com',"
                    + "'address':{'zip':%d,'city':'city%d','street':'street %d'}}",
                i * 0x3779b9,
                i * 613,
                i * 0x9e3779b97f4aL & 0xffffffffffffL,
                i * 1999,
                i * 991 % 99_999,
                i * 17 % 300,
                i * 49 % 5000);
    IntFunction<String> basket =
        i ->
            json(
                "{'customer':%d,'items':[{'sku':'sku-%d','qty':%d},{'sku':'sku-%d','qty':%d}]}",
                i * 37 % 500, i * 31 % 10_000, 1 + i % 5, (i * 31 + 17) % 10_000, 1 + (i + 1) % 5);
    IntFunction<String> hash =
        i -> json("{'body':'%096x','lang':'en'}", i * 0x9e3779b97f4a7c15L >>> 1);
    return Stream.of(
        new Built("jsonb_ops", 200_000, 4161, event, 3576, 10),
        new Built("jsonb_path_ops", 200_000, 4161, event, 1873, 25),
        new Built("jsonb_ops", 200_000, 5406, person, 6315, 15),
        new Built("jsonb_path_ops", 200_000, 5406, person, 3782, 15),
        new Built("jsonb_path_ops", 50_000, 1112, basket, 199, 30),
        new Built("jsonb_ops", 100_000, 2041, hash, 3071, 10),
        new Built("jsonb_path_ops", 100_000, 2041, hash, 700, 10),
        new Built("gin_trgm_ops", 300_000, 2205, i -> "user" + i * 2999 + "@example.com", 1162, 45),
        new Built("array_ops", 200_000, 1870, i -> "{" + i * 1999 + ",\"a, b\"}", 1396, 15));
  }

  @ParameterizedTest
  @MethodSource("indexes")
  void sizeIsThatOfTheIndexBuilt(Built built) {
    List<String> sample = IntStream.rangeClosed(0, 100).mapToObj(built.values).toList();

    assertThat(pages(built.operatorClass, built.rows, built.tablePages, column(List.of(), sample)))
        .isCloseTo(built.pages, withinPercentage(built.withinPercent));
  }

  @Test
  void commonValuesCountByTheirShares() {
    List<String> values = IntStream.range(0, 100).mapToObj(i -> "{\"k\": \"v" + i + "\"}").toList();

    assertThat(pages("jsonb_ops", 500_000, 3185, column(values, List.of())))
        .isCloseTo(369, withinPercentage(5));
    assertThat(pages("jsonb_path_ops", 500_000, 3185, column(values, List.of())))
        .isCloseTo(302, withinPercentage(5));
  }

  @Test
  void whatIsNoDocumentOrTooLittleIsNoSample() {
    List<String> cut = IntStream.range(0, 100).mapToObj(i -> "{\"k\": \"v" + i).toList();
    List<String> deep = IntStream.range(0, 20).mapToObj(i -> "[".repeat(5000)).toList();

    assertThat(pages("jsonb_ops", 1000, 10, column(List.of(), cut))).isPositive();
    assertThat(pages("jsonb_ops", 1000, 10, column(List.of(), deep))).isPositive();
    assertThat(pages("jsonb_ops", 1000, 10, column(List.of(), List.of("{}")))).isPositive();
    assertThat(pages("array_ops", 1000, 10, column(List.of(), List.of("{a,\"")))).isPositive();
  }

  private static double pages(
      String operatorClass, double rows, long tablePages, ColumnStatistics statistics) {
    StoredColumn column =
        new StoredColumn(
            -1, 4, false, operatorClass, Optional.of(statistics), OptionalDouble.empty());
    return IndexSizeModel.size(
            new IndexContents("gin", rows, tablePages, List.of(column), List.of(), false))
        .pages();
  }

  private static ColumnStatistics column(List<String> common, List<String> histogram) {
    return new ColumnStatistics(
        0,
        60,
        -1,
        common,
        common.stream().map(value -> 1.0 / common.size()).toList(),
        histogram,
        OptionalDouble.empty(),
        List.of(),
        List.of());
  }

  private static String json(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace('\'', '"');
  }
}
