package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a log to recommendations. */
final class LogAnalyzerTest {
  private static final String SHOP =
      """
      2024-05-01 10:00:00.000 UTC [100] shop@store LOG:  duration: 400.000 ms  statement: SELECT * FROM orders WHERE customer_id = 17 ORDER BY placed_at DESC LIMIT 10
      2024-05-01 10:00:01.000 UTC [100] shop@store LOG:  duration: 0.100 ms  parse S_1: SELECT o.total FROM orders o WHERE o.customer_id = $1 AND o.status = $2
      2024-05-01 10:00:01.001 UTC [100] shop@store LOG:  duration: 0.200 ms  bind S_1: SELECT o.total FROM orders o WHERE o.customer_id = $1 AND o.status = $2
      2024-05-01 10:00:01.300 UTC [100] shop@store LOG:  duration: 300.000 ms  execute S_1: SELECT o.total FROM orders o WHERE o.customer_id = $1 AND o.status = $2
      2024-05-01 10:00:01.300 UTC [100] shop@store DETAIL:  Parameters: $1 = '17', $2 = 'new'
      2024-05-01 10:00:02.000 UTC [101] report@store LOG:  duration: 200.000 ms  statement: SELECT * FROM orders
      \tWHERE customer_id = 99
      \tORDER BY placed_at DESC LIMIT 10
      2024-05-01 10:00:03.000 UTC [101] report@store LOG:  duration: 100.000 ms  statement: UPDATE t WHERE a = 5
      2024-05-01 10:00:04.000 UTC [101] report@store LOG:  duration: 50.000 ms  statement: VACUUM orders
      2024-05-01 10:00:05.000 UTC [102] shop@store LOG:  duration: 7.000 ms
      """;

  private static final String ORDERS_BY_CUSTOMER =
      "SELECT * FROM orders WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT $2";

  private static final String NOT_UNDERSTOOD = "UPDATE t WHERE a = $1";

  @Test
  void statementsAreAddedUpByPattern() {
    Analysis analysis = analyze(SHOP);

    Pattern costliest = analysis.workload().patterns().get(0);

    assertThat(costliest.query()).isEqualTo(ORDERS_BY_CUSTOMER);
    assertThat(costliest.calls()).isEqualTo(2);
    assertThat(costliest.executionMicros()).isEqualTo(600_000);
    assertThat(costliest.first()).contains(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(costliest.last()).contains(Instant.parse("2024-05-01T10:00:02Z"));
    assertThat(costliest.users()).containsOnlyKeys("report", "shop");
    assertThat(analysis.workload().byKind())
        .containsExactly(
            new KindTotal(StatementKind.STATEMENT, 4, 750_000),
            new KindTotal(StatementKind.PARSE, 1, 100),
            new KindTotal(StatementKind.BIND, 1, 200),
            new KindTotal(StatementKind.EXECUTE, 1, 300_000),
            new KindTotal(StatementKind.BARE, 1, 7_000));
    assertThat(analysis.problems()).isEmpty();
  }

  @Test
  void oneJobReadsOnTheThreadThatCalls() {
    Set<Thread> watchers = new HashSet<>();
    Set<String> others = new HashSet<>();
    LogListener listener =
        new LogListener() {
          @Override
          public void entry(LogEntry entry) {
            watchers.add(Thread.currentThread());
            others.addAll(ownThreads());
          }

          @Override
          public void progress(String path, long bytes) {
            watchers.add(Thread.currentThread());
            others.addAll(ownThreads());
          }
        };

    LogAnalyzer.builder().source(source(SHOP)).listener(listener).build().analyze();

    assertThat(watchers).containsExactly(Thread.currentThread());
    assertThat(others).isEmpty();
  }

  @Test
  void aStatementTheParserRejectsStillCounts() {
    Analysis analysis = analyze(SHOP);

    Query rejected = query(analysis, NOT_UNDERSTOOD);

    assertThat(rejected.unparsed()).contains("syntax the SQL parser does not know");
    assertThat(rejected.type()).isEqualTo(StatementType.UPDATE);
    assertThat(rejected.tables()).isEmpty();
    assertThat(rejected.pattern().calls()).isEqualTo(1);
    assertThat(rejected.pattern().executionMicros()).isEqualTo(100_000);
    assertThat(rejected.pattern().fingerprint().toString()).matches("[0-9a-f]{32}");
  }

  @Test
  void coverageTellsWhatWasNotUnderstood() {
    Coverage coverage = analyze(SHOP).coverage();

    assertThat(coverage.dataPatterns()).isEqualTo(3);
    assertThat(coverage.parsedPatterns()).isEqualTo(2);
    assertThat(coverage.sqlParsedTime()).as("900 ms of 1000 ms").isEqualTo(900);
    assertThat(coverage.columnsResolvedTime()).isEqualTo(900);
    assertThat(coverage.understoodTime()).as("1050.3 ms of 1057.3 ms").isEqualTo(993);
    assertThat(coverage.lines()).isEqualTo(11);
    assertThat(coverage.skipped()).isEmpty();
  }

  @Test
  void aUtilityCommandIsAQueryWithoutTables() {
    Query vacuum = query(analyze(SHOP), "VACUUM orders");

    assertThat(vacuum.type()).isEqualTo(StatementType.UTILITY);
    assertThat(vacuum.tables()).isEmpty();
    assertThat(vacuum.unparsed()).isEmpty();
  }

  @Test
  void columnsThatCostMostComeFirst() {
    List<ColumnUsage> columns = analyze(SHOP).columns();

    assertThat(columns)
        .extracting(usage -> usage.table().orElseThrow() + "." + usage.column())
        .containsExactly("orders.customer_id", "orders.placed_at", "orders.status", "orders.total");
    assertThat(columns.get(0).roles())
        .containsExactly(Map.entry(Role.EQUALITY, new ColumnUsage.RoleUsage(2, 3, 900_000)));
  }

  @Test
  void indexesAreRecommendedWithTheirProof() {
    Analysis analysis = analyze(SHOP);

    assertThat(analysis.recommendations())
        .extracting(Recommendation::statement)
        .containsExactly(
            "CREATE INDEX CONCURRENTLY orders_customer_id_placed_at_idx"
                + " ON orders (customer_id, placed_at);",
            "CREATE INDEX CONCURRENTLY orders_customer_id_status_idx"
                + " ON orders (customer_id, status);");
    Recommendation first = analysis.recommendations().get(0);
    assertThat(first.micros()).isEqualTo(600_000);
    assertThat(first.queries())
        .containsExactly(query(analysis, ORDERS_BY_CUSTOMER).pattern().fingerprint());
  }

  @Test
  void columnsAreAttributedByTheirPrefix() {
    Analysis analysis =
        analyze(
            """
            2024-05-01 10:00:00.000 UTC [1] LOG:  duration: 10.000 ms  statement: SELECT f_name FROM ferry WHERE f_key = 3 AND f_flag = 'NO'
            2024-05-01 10:00:01.000 UTC [1] LOG:  duration: 10.000 ms  statement: SELECT h_name FROM harbour WHERE h_key = 3 AND h_town = 'Oslo'
            2024-05-01 10:00:02.000 UTC [1] LOG:  duration: 10.000 ms  statement: SELECT c_name FROM crossing WHERE c_key = 3 AND c_left_at > '2024-01-01'
            2024-05-01 10:00:03.000 UTC [1] LOG:  duration: 900.000 ms  statement: SELECT f_name, sum(c_fares) FROM ferry, crossing, harbour WHERE c_ferry = f_number AND c_harbour = h_code AND h_region = 'north' GROUP BY f_name
            """);

    assertThat(analysis.coverage().columnsResolvedTime()).isEqualTo(1000);
    assertThat(usage(analysis, "h_region").table()).contains(new TableName("", "harbour"));
    assertThat(usage(analysis, "h_region").evidence()).isEqualTo(Evidence.NAMING);
    assertThat(usage(analysis, "h_town").evidence()).isEqualTo(Evidence.STATEMENT);
    assertThat(analysis.recommendations())
        .filteredOn(r -> r.statement().contains("h_region"))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.caveats())
                    .contains("the table of a column is inferred from how columns are named"));
  }

  @Test
  void ambiguousColumnsLowerTheCoverageOfColumns() {
    Analysis analysis =
        analyze(
            """
            2024-05-01 10:00:00.000 UTC [1] LOG:  duration: 250.000 ms  statement: SELECT * FROM orders, customers WHERE city = 'Oslo'
            2024-05-01 10:00:01.000 UTC [1] LOG:  duration: 750.000 ms  statement: SELECT * FROM orders WHERE status = 'new'
            """);

    assertThat(analysis.coverage().sqlParsedTime()).isEqualTo(1000);
    assertThat(analysis.coverage().columnsResolvedTime()).isEqualTo(750);
    assertThat(usage(analysis, "city").table()).isEmpty();
    assertThat(analysis.recommendations())
        .extracting(Recommendation::statement)
        .containsExactly("CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);");
  }

  @Test
  void theSameLogGivesTheSameAnalysis() {
    assertThat(analyze(SHOP)).isEqualTo(analyze(SHOP));
  }

  @Test
  void twoLogsAreOneWorkload() {
    Analysis once = analyze(SHOP);

    Analysis twice =
        LogAnalyzer.builder()
            .source(source(SHOP))
            .source(source(SHOP.replace(" 10:00", " 11:00")))
            .build()
            .analyze();

    assertThat(twice.inputs()).hasSize(2);
    assertThat(twice.workload().patterns())
        .hasSameSizeAs(once.workload().patterns())
        .first()
        .satisfies(pattern -> assertThat(pattern.executionMicros()).isEqualTo(1_200_000));
    assertThat(twice.coverage().sqlParsedTime()).isEqualTo(once.coverage().sqlParsedTime());
  }

  @Test
  void theSameLogGivenTwiceIsReadOnce() {
    Analysis twice =
        LogAnalyzer.builder().source(source(SHOP)).source(source(SHOP)).build().analyze();

    assertThat(twice.workload()).isEqualTo(analyze(SHOP).workload());
    assertThat(twice.problems())
        .containsExactly(
            Problem.notice("postgresql.log holds the same log as postgresql.log; read once"));
  }

  @Test
  void aCatalogTellsWhoseColumnItIs() {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] LOG:  duration: 4.000 ms  statement: SELECT 1 FROM a, b WHERE x = 1
        """;
    Catalog catalog =
        new Catalog(List.of(table("a", "y"), table("b", "x")), Catalog.DEFAULT_SEARCH_PATH);

    Analysis alone = analyze(log);
    Analysis known = LogAnalyzer.builder().source(source(log)).catalog(catalog).build().analyze();

    assertThat(alone.columns()).singleElement().matches(usage -> usage.table().isEmpty());
    assertThat(alone.coverage().ambiguousUses()).isEqualTo(1);
    assertThat(known.columns())
        .singleElement()
        .extracting(ColumnUsage::table)
        .isEqualTo(Optional.of(new TableName("public", "b")));
    assertThat(known.coverage().ambiguousUses()).isZero();
  }

  private static Table table(String name, String column) {
    return new Table(
        new TableName("public", name),
        Table.Kind.TABLE,
        List.of(new ColumnDefinition(column, "integer", false)),
        Optional.empty());
  }

  private static List<String> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("pgslowlog-reader") || name.equals("pgslowlog-ahead"))
        .toList();
  }

  private static Analysis analyze(String log) {
    return LogAnalyzer.builder().source(source(log)).build().analyze();
  }

  private static Query query(Analysis analysis, String canonical) {
    Optional<Query> found =
        analysis.queries().stream().filter(q -> q.pattern().query().equals(canonical)).findFirst();
    assertThat(found).as(canonical).isPresent();
    return found.orElseThrow();
  }

  private static ColumnUsage usage(Analysis analysis, String column) {
    return analysis.columns().stream()
        .filter(usage -> usage.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static LogSource source(String log) {
    return new LogSource() {
      @Override
      public String name() {
        return "postgresql.log";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
