package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.IndexActivity;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the facts of a file together, line by line; the lines are those of {@link CatalogQuery}. */
final class FactsAssembler {
  private final Map<String, String> settings = new TreeMap<>();
  private final Set<String> extensions = new TreeSet<>();
  private final Map<TableName, TableActivity> tables = new TreeMap<>();
  private final Map<IndexName, IndexActivity> indexes = new TreeMap<>();
  private final Map<IndexName, String> invalidIndexes = new TreeMap<>();
  private Map<String, String> server = Map.of();
  private long damaged;

  /** Takes a line of JSON. */
  void accept(String json) {
    Optional<Map<String, String>> members = FlatJson.read(json);
    if (members.isEmpty()) {
      damaged++;
      return;
    }
    Map<String, String> fact = members.get();
    switch (fact.getOrDefault("fact", "")) {
      case "server" -> server = fact;
      case "setting" -> settings.put(text(fact, "name"), text(fact, "value"));
      case "extension" -> extensions.add(text(fact, "name"));
      case "table" ->
          tables.put(
              new TableName(text(fact, "schema"), text(fact, "name")),
              new TableActivity(
                  number(fact, "seq_scan"),
                  number(fact, "seq_tup_read"),
                  number(fact, "idx_scan"),
                  number(fact, "n_tup_ins"),
                  number(fact, "n_tup_upd"),
                  number(fact, "n_tup_del"),
                  number(fact, "n_tup_hot_upd")));
      case "index" -> index(fact);
      default -> damaged++;
    }
  }

  private void index(Map<String, String> fact) {
    IndexName name = new IndexName(text(fact, "schema"), text(fact, "name"));
    indexes.put(
        name,
        new IndexActivity(
            number(fact, "idx_scan"),
            number(fact, "idx_tup_read"),
            number(fact, "idx_tup_fetch"),
            time(text(fact, "last_idx_scan"))));
    if (fact.containsKey("invalid")) {
      invalidIndexes.put(name, text(fact, "invalid"));
    }
  }

  private static String text(Map<String, String> fact, String name) {
    return fact.getOrDefault(name, "");
  }

  /** A count; what is none counts as 0. */
  private static long number(Map<String, String> fact, String name) {
    try {
      return Math.max(0, (long) Double.parseDouble(fact.getOrDefault(name, "0")));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Number of lines that are no facts. */
  long damaged() {
    return damaged;
  }

  /** Number of tables that the role could not read. */
  long hiddenTables() {
    return number(server, "hidden_tables");
  }

  ExportedFacts facts() {
    long seconds = number(server, "observed_seconds");
    return new ExportedFacts(
        text(server, "version"),
        text(server, "collation"),
        searchPath(text(server, "search_path")),
        seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
        text(server, "standby").equals("true"),
        settings,
        extensions,
        tables,
        indexes,
        invalidIndexes);
  }

  /** {@code "$user", public}: a schema of the name of a user is not looked for. */
  static List<String> searchPath(String setting) {
    return DumpTokenizer.of(setting, 1000).stream()
        .filter(DumpToken::isName)
        .map(DumpToken::text)
        .filter(schema -> !schema.isEmpty() && !schema.equals("$user"))
        .toList();
  }
}
