package io.github.pgslowlog.candidate;

import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.AdviceRequest;
import io.github.pgslowlog.advice.ShapedPattern;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.ServerFacts;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import io.github.pgslowlog.resolve.Shapes;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A database in tests, and what is proposed for the statements of a log of it.
 *
 * <p>Tables are lines such as {@code orders 5000/100: id bigint, total numeric}: 5000 rows, 100
 * pages; {@code orders: id bigint} without statistics. Columns of which nothing more is told have 8
 * bytes and no NULLs, and their values are all different.
 */
final class TestDatabase {
  static final ColumnStatistics PLAIN = statistics(0, 8, -1);

  private final Map<TableName, Table> tables = new LinkedHashMap<>();
  private final List<Index> indexes = new ArrayList<>();
  private final Map<TableName, TableStatistics> statistics = new TreeMap<>();

  private final Set<String> extensions = new TreeSet<>();

  static TestDatabase of(String lines) {
    TestDatabase database = new TestDatabase();
    lines.lines().filter(line -> !line.isBlank()).forEach(line -> database.table(line.strip()));
    return database;
  }

  TestDatabase extension(String name) {
    extensions.add(name);
    return this;
  }

  static TableName name(String table) {
    String[] parts = table.split("\\.", -1);
    return parts.length == 2
        ? new TableName(parts[0], parts[1])
        : new TableName("public", parts[0]);
  }

  private void table(String line) {
    String[] parts = line.split(": ", 2);
    String[] head = parts[0].split(" ", 2);
    List<ColumnDefinition> columns =
        Arrays.stream(parts[1].split(", ")).map(TestDatabase::column).toList();
    table(new Table(name(head[0]), Table.Kind.TABLE, columns, Optional.empty()));
    if (head.length == 2) {
      String[] size = head[1].split("/", 2);
      size(head[0], Double.parseDouble(size[0]), Long.parseLong(size[1]));
    }
  }

  private static ColumnDefinition column(String written) {
    String[] words = written.split(" ", 2);
    String[] type = words[1].split(" COLLATE ", 2);
    Optional<String> collation = type.length == 2 ? Optional.of(type[1]) : Optional.empty();
    return new ColumnDefinition(words[0], type[0], false, collation, false);
  }

  TestDatabase table(Table table) {
    tables.put(table.name(), table);
    return this;
  }

  TestDatabase size(String table, double rows, long pages) {
    Map<String, ColumnStatistics> columns = new TreeMap<>();
    Table known = Optional.ofNullable(tables.get(name(table))).orElseThrow();
    known.columns().forEach(column -> columns.put(column.name(), PLAIN));
    statistics.put(name(table), new TableStatistics(rows, pages, 0, columns, Optional.empty()));
    return this;
  }

  /** What is known of {@code table.column}. */
  TestDatabase column(String path, ColumnStatistics known) {
    TableName table = name(path.substring(0, path.indexOf('.')));
    TableStatistics before = Optional.ofNullable(statistics.get(table)).orElseThrow();
    Map<String, ColumnStatistics> columns = new TreeMap<>(before.columns());
    columns.put(path.substring(path.indexOf('.') + 1), known);
    statistics.put(
        table, new TableStatistics(before.rows(), before.pages(), 0, columns, Optional.empty()));
    return this;
  }

  static ColumnStatistics statistics(double nulls, int width, double distinct) {
    return common(nulls, width, distinct, OptionalDouble.empty(), List.of(), List.of());
  }

  static ColumnStatistics common(String value, double frequency) {
    return common(0, 8, 5, OptionalDouble.empty(), List.of(value), List.of(frequency));
  }

  static ColumnStatistics correlated(double correlation) {
    return common(0, 8, -1, OptionalDouble.of(correlation), List.of(), List.of());
  }

  private static ColumnStatistics common(
      double nulls,
      int width,
      double distinct,
      OptionalDouble correlation,
      List<String> values,
      List<Double> frequencies) {
    return new ColumnStatistics(
        nulls, width, distinct, values, frequencies, List.of(), correlation, List.of(), List.of());
  }

  // --- indexes

  TestDatabase unique(String table, String... columns) {
    return index(table, true, true, Arrays.stream(columns).map(IndexKey::of).toList());
  }

  TestDatabase index(String table, IndexKey... keys) {
    return index(table, false, true, List.of(keys));
  }

  TestDatabase invalid(String table, IndexKey... keys) {
    return index(table, false, false, List.of(keys));
  }

  private TestDatabase index(String table, boolean unique, boolean valid, List<IndexKey> keys) {
    TableName name = name(table);
    indexes.add(
        new Index(
            new IndexName(name.schema(), name.name() + "_" + indexes.size()),
            name,
            CandidateIndex.BTREE,
            keys,
            List.of(),
            Optional.empty(),
            unique,
            false,
            valid,
            Optional.empty(),
            false,
            Optional.empty(),
            "",
            0,
            Optional.empty()));
    return this;
  }

  Catalog catalog() {
    List<Constraint> constraints = List.of();
    return new Catalog(
        tables.values(),
        Catalog.DEFAULT_SEARCH_PATH,
        constraints,
        indexes,
        statistics,
        new ServerFacts("", Map.of(), extensions, Set.of(), Optional.empty()));
  }

  // --- what is proposed

  /** What a rule proposes for the first use of a table, in the order of the rule. */
  List<String> proposals(ScanRule rule, String table, String... log) {
    return scans(log).stream()
        .filter(scan -> scan.table().equals(name(table)))
        .limit(1)
        .flatMap(scan -> rule.candidates(scan).stream())
        .map(candidate -> text(candidate.index()))
        .toList();
  }

  /** The uses of tables of the first pattern of a log. */
  List<TableScan> scans(String... log) {
    AdviceRequest request = request(log);
    ShapedPattern first = first(request, log[0]);
    return ScanReader.scans(
        catalog(),
        new ColumnOrder(request.columns()::equalityMicros),
        first.shape().orElseThrow(),
        new SampleConstants(first.pattern().samples().samples()));
  }

  /** All that is proposed for the first pattern of a log. */
  List<Candidate> candidates(String... log) {
    AdviceRequest request = request(log);
    ShapedPattern first = first(request, log[0]);
    return new CandidateFinder(catalog(), request.columns()::equalityMicros)
        .candidates(first.pattern(), first.shape().orElseThrow());
  }

  List<String> texts(String... log) {
    return candidates(log).stream().map(candidate -> text(candidate.index())).toList();
  }

  /** The pattern of the first statement. */
  private static ShapedPattern first(AdviceRequest request, String statement) {
    String canonical = Shapes.canonical(statement.strip().split(" \\| ", 2)[0]);
    return request.patterns().stream()
        .filter(shaped -> shaped.pattern().query().equals(canonical))
        .findFirst()
        .orElseThrow(() -> new AssertionError(canonical));
  }

  /** {@code orders (id) INCLUDE (total) WHERE open}. */
  static String text(CandidateIndex index) {
    String sql = new IndexDefinition(index, "i").createLocking();
    return sql.substring("CREATE INDEX i ON ".length()).replaceFirst("^public\\.", "");
  }

  /** The statements of a log, each as it was sent; parameters follow a bar: {@code ... | 'x'}. */
  private AdviceRequest request(String... log) {
    StringBuilder lines = new StringBuilder();
    int count = 0;
    for (String statement : log) {
      String[] parts = statement.strip().split(" \\| ", 2);
      String time = String.format(Locale.ROOT, "2024-05-06 07:08:09.%03d UTC [1] ", count++);
      lines.append(time).append("LOG:  duration: 5.000 ms  ");
      lines.append(parts.length == 2 ? "execute <unnamed>: " : "statement: ");
      lines.append(parts[0].strip().replace("\n", "\n\t")).append('\n');
      if (parts.length == 2) {
        lines.append(time).append("DETAIL:  Parameters: $1 = ");
        lines.append(parts[1]).append('\n');
      }
    }
    List<AdviceRequest> requests = new ArrayList<>();
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    LogAnalyzer.builder()
        .source(new StreamSource("log", new ByteArrayInputStream(bytes)))
        .logLinePrefix("%m [%p] ")
        .catalog(catalog())
        .advisor(
            request -> {
              requests.add(request);
              return new Advice(List.of(), List.of(), List.of(), "");
            })
        .build()
        .analyze();
    return requests.get(0);
  }
}
