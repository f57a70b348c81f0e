package io.github.pgslowlog.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Catalogs in tests, from compact text. All names without schema are of {@code public}; {@code !}
 * is NOT NULL.
 *
 * <pre>
 * server 18.6 observed 40 extensions pg_trgm,citext
 * table orders [id bigint!, total numeric] rows 1000000 pages 20000 deleted 5
 * partitioned events [id bigint!, day date]
 * partition events_2024 of events [id bigint!, day date] rows 1000
 * column orders.status nulls 0.1 width 8 distinct 5 values new=0.5,old=0.4 bounds a,b,c
 * primary orders_pkey orders [id]
 * unique orders_url_key orders [url]
 * foreign orders_customer_id_fkey orders [customer_id] customers [id] on CASCADE
 * check orders_status_check orders CHECK ((status &lt;&gt; 'x'::text))
 * index orders_a_idx orders btree [a, b DESC, (lower(c))] include d scans 0 pages 100 where a &gt; 1
 * statistics orders_stat orders dependencies mcv [a, b] date_trunc('day'::text, created_at)
 * </pre>
 */
public final class TestCatalog {
  private static final Pattern TABLE =
      Pattern.compile("(\\w+) (\\S+) (?:of (\\S+) )?\\[(.*)](?: (.*))?");
  private static final Pattern KEY = Pattern.compile("\\w+ (\\S+) (\\S+) \\[(.*?)](?: (.*))?");
  private static final Pattern FOREIGN =
      Pattern.compile("foreign (\\S+) (\\S+) \\[(.*?)] (\\S+) \\[(.*?)](?: (.*))?");
  private static final Pattern INDEX =
      Pattern.compile("index (\\S+) (\\S+) (\\w+) \\[(.*?)](.*?)(?: where (.*))?");

  private static final Pattern EXTENDED =
      Pattern.compile("statistics (\\S+) (\\S+) ([\\w ]*)\\[(.*?)](?: (.*))?");

  private final Map<TableName, Table> tables = new LinkedHashMap<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final Map<TableName, TableStatistics> statistics = new TreeMap<>();
  private final Map<TableName, Map<String, ColumnStatistics>> columns = new TreeMap<>();
  private final List<ExtendedStatistics> extended = new ArrayList<>();
  private ServerFacts server = ServerFacts.UNKNOWN;

  private TestCatalog() {}

  /** The catalog that the lines describe. */
  public static Catalog of(String lines) {
    TestCatalog catalog = new TestCatalog();
    lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(catalog::read);
    return catalog.build();
  }

  private Catalog build() {
    columns.forEach(
        (table, known) ->
            statistics.computeIfPresent(
                table,
                (name, old) ->
                    new TableStatistics(
                        old.rows(), old.pages(), old.allVisiblePages(), known, old.activity())));
    return new Catalog(
        tables.values(),
        Catalog.DEFAULT_SEARCH_PATH,
        constraints,
        indexes,
        statistics,
        extended,
        server);
  }

  private void read(String line) {
    String kind = line.split(" ", 2)[0];
    switch (kind) {
      case "server" -> server(line);
      case "table", "partitioned", "partition", "foreigntable" -> table(line);
      case "column" -> column(line);
      case "primary" -> key(line, Constraint.Kind.PRIMARY_KEY, "PRIMARY KEY");
      case "unique" -> key(line, Constraint.Kind.UNIQUE, "UNIQUE");
      case "foreign" -> foreign(line);
      case "check" -> check(line);
      case "index" -> index(line);
      case "statistics" -> extended(line);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    return matcher;
  }

  private static TableName name(String written) {
    int dot = written.indexOf('.');
    return dot < 0
        ? new TableName("public", written)
        : new TableName(written.substring(0, dot), written.substring(dot + 1));
  }

  private static List<String> list(String written) {
    return written.isBlank() ? List.of() : Arrays.asList(written.split(", ?", -1));
  }

  /** Words and the values behind them. */
  private static Map<String, String> options(String written) {
    Map<String, String> options = new LinkedHashMap<>();
    String[] words = written == null || written.isBlank() ? new String[0] : written.split(" +", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    return options;
  }

  private static long number(Map<String, String> options, String word) {
    return Long.parseLong(options.getOrDefault(word, "0"));
  }

  private void extended(String line) {
    Matcher matcher = match(EXTENDED, line);
    extended.add(
        new ExtendedStatistics(
            matcher.group(1),
            name(matcher.group(2)),
            Arrays.stream(matcher.group(3).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> ExtendedStatistics.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            list(matcher.group(4)),
            Optional.ofNullable(matcher.group(5)).stream().toList()));
  }

  private void server(String line) {
    String[] words = line.split(" ", 3);
    Map<String, String> options = options(words.length > 2 ? words[2] : "");
    server =
        new ServerFacts(
            words[1],
            options.containsKey("setting")
                ? Map.of(
                    options.get("setting").split("=", -1)[0],
                    options.get("setting").split("=", -1)[1])
                : Map.of(),
            Set.copyOf(list(options.getOrDefault("extensions", ""))),
            Set.of(),
            Optional.ofNullable(options.get("observed"))
                .map(days -> Duration.ofDays(Long.parseLong(days))));
  }

  private void table(String line) {
    Matcher matcher = match(TABLE, line);
    TableName name = name(matcher.group(2));
    Table.Kind kind =
        switch (matcher.group(1)) {
          case "partitioned" -> Table.Kind.PARTITIONED;
          case "foreigntable" -> Table.Kind.FOREIGN;
          default -> Table.Kind.TABLE;
        };
    tables.put(
        name,
        new Table(
            name,
            kind,
            list(matcher.group(4)).stream().map(TestCatalog::definition).toList(),
            Optional.empty(),
            Optional.ofNullable(matcher.group(3)).map(TestCatalog::name),
            Optional.empty()));
    Map<String, String> options = options(matcher.group(5));
    if (!options.isEmpty()) {
      statistics.put(name, statistics(options));
    }
  }

  private static TableStatistics statistics(Map<String, String> options) {
    boolean active =
        List.of("deleted", "updated", "inserted", "seq").stream().anyMatch(options::containsKey);
    return new TableStatistics(
        number(options, "rows"),
        number(options, "pages"),
        0,
        Map.of(),
        active
            ? Optional.of(
                new TableActivity(
                    number(options, "seq"),
                    number(options, "seqrows"),
                    0,
                    number(options, "inserted"),
                    number(options, "updated"),
                    number(options, "deleted"),
                    0))
            : Optional.empty());
  }

  private static ColumnDefinition definition(String written) {
    String[] words = written.split(" ", 2);
    boolean notNull = written.endsWith("!");
    String[] typed =
        (notNull ? words[1].substring(0, words[1].length() - 1) : words[1]).split(" COLLATE ", 2);
    return new ColumnDefinition(
        words[0],
        typed[0],
        notNull,
        typed.length == 2 ? Optional.of(typed[1]) : Optional.empty(),
        false);
  }

  private void column(String line) {
    String[] words = line.split(" ", 3);
    int dot = words[1].lastIndexOf('.');
    Map<String, String> options = options(words[2]);
    List<String> values = list(options.getOrDefault("values", ""));
    ColumnStatistics known =
        new ColumnStatistics(
            Double.parseDouble(options.getOrDefault("nulls", "0")),
            (int) number(options, "width"),
            Double.parseDouble(options.getOrDefault("distinct", "-1")),
            values.stream().map(value -> value.split("=", -1)[0]).toList(),
            values.stream().map(value -> Double.valueOf(value.split("=", -1)[1])).toList(),
            list(options.getOrDefault("bounds", "").replace('_', ' ')),
            OptionalDouble.empty(),
            List.of(),
            List.of());
    columns
        .computeIfAbsent(name(words[1].substring(0, dot)), table -> new TreeMap<>())
        .put(words[1].substring(dot + 1), known);
  }

  private void key(String line, Constraint.Kind kind, String words) {
    Matcher matcher = match(KEY, line);
    TableName table = name(matcher.group(2));
    List<String> keys = list(matcher.group(3));
    String text = " (" + String.join(", ", keys) + ")";
    IndexName index = new IndexName(table.schema(), matcher.group(1));
    constraints.add(
        constraint(matcher.group(1), table, kind, keys, Optional.of(index), words + text));
    Map<String, String> options = options(matcher.group(4));
    indexes.add(
        index(
            index,
            table,
            "btree",
            keys.stream().map(IndexKey::of).toList(),
            options,
            Optional.empty(),
            true,
            Optional.of(matcher.group(1)),
            "CREATE UNIQUE INDEX " + index.name() + " ON " + table + " USING btree" + text));
  }

  private static Constraint constraint(
      String name,
      TableName table,
      Constraint.Kind kind,
      List<String> columns,
      Optional<IndexName> index,
      String definition) {
    return new Constraint(
        name,
        table,
        kind,
        columns,
        Optional.empty(),
        List.of(),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION,
        !definition.endsWith("NOT VALID"),
        false,
        index,
        definition);
  }

  private void foreign(String line) {
    Matcher matcher = match(FOREIGN, line);
    Map<String, String> options = options(matcher.group(6));
    constraints.add(
        new Constraint(
            matcher.group(1),
            name(matcher.group(2)),
            Constraint.Kind.FOREIGN_KEY,
            list(matcher.group(3)),
            Optional.of(name(matcher.group(4))),
            list(matcher.group(5)),
            Constraint.Action.valueOf(options.getOrDefault("on", "NO_ACTION")),
            Constraint.Action.NO_ACTION,
            true,
            options.containsKey("inherited"),
            Optional.ofNullable(options.get("index")).map(name -> new IndexName("public", name)),
            "FOREIGN KEY (" + matcher.group(3) + ") REFERENCES " + matcher.group(4)));
  }

  private void check(String line) {
    String[] words = line.split(" ", 4);
    constraints.add(
        constraint(
            words[1],
            name(words[2]),
            Constraint.Kind.CHECK,
            List.of(),
            Optional.empty(),
            words[3]));
  }

  private void index(String line) {
    Matcher matcher = match(INDEX, line);
    TableName table = name(matcher.group(2));
    IndexName name = new IndexName(table.schema(), matcher.group(1));
    Map<String, String> options = options(matcher.group(5).strip());
    boolean unique = options.containsKey("unique");
    indexes.add(
        index(
            name,
            table,
            matcher.group(3),
            list(matcher.group(4)).stream().map(TestCatalog::indexKey).toList(),
            options,
            Optional.ofNullable(matcher.group(6)),
            unique,
            Optional.empty(),
            ("CREATE %sINDEX " + name.name() + " ON %s" + table + " USING ")
                    .formatted(
                        unique ? "UNIQUE " : "",
                        Objects.requireNonNull(tables.get(table)).kind() == Table.Kind.PARTITIONED
                            ? "ONLY "
                            : "")
                + (matcher.group(3) + " (" + matcher.group(4) + ")")
                + (matcher.group(6) == null ? "" : " WHERE " + matcher.group(6))));
  }

  private static IndexKey indexKey(String written) {
    if (written.startsWith("(")) {
      return IndexKey.ofExpression(written.substring(1, written.length() - 1));
    }
    String[] words = written.split(" ", -1);
    boolean descending = words.length > 1 && words[1].equals("DESC");
    IndexKey key = IndexKey.of(words[0]).ordered(descending, descending);
    return words.length > 1 && !descending ? key.withOperatorClass(words[1]) : key;
  }

  private static Index index(
      IndexName name,
      TableName table,
      String accessMethod,
      List<IndexKey> keys,
      Map<String, String> options,
      Optional<String> predicate,
      boolean unique,
      Optional<String> constraint,
      String definition) {
    return new Index(
        name,
        table,
        accessMethod,
        keys,
        list(options.getOrDefault("include", "")),
        predicate,
        unique,
        false,
        !options.containsKey("invalid"),
        constraint,
        options.containsKey("replica"),
        Optional.ofNullable(options.get("parent")).map(p -> new IndexName(table.schema(), p)),
        definition,
        number(options, "pages"),
        options.containsKey("scans")
            ? Optional.of(new IndexActivity(number(options, "scans"), 0, 0, Optional.empty()))
            : Optional.empty());
  }
}
