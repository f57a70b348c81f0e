package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.statement.PlannedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Indexes that plans of auto_explain search, with the columns they search by.
 *
 * <pre>
 * Index Scan using orders_customer_id_idx on orders  (cost=0.42..8.44 rows=1 width=40)
 *   Index Cond: (customer_id = 7)
 * Bitmap Heap Scan on orders  (cost=4.45..24.12 rows=5 width=40)
 *   -&gt;  Bitmap Index Scan on orders_customer_id_idx  (cost=0.00..4.45 rows=5 width=0)
 *         Index Cond: (customer_id = 7)
 * </pre>
 */
final class LoggedIndexes {
  /** Longer plans are not read. */
  private static final int MAX_CHARACTERS = 1 << 20;

  /** Far more than the indexes of a log have. */
  private static final int MAX_INDEXES = 10_000;

  private static final String NAME = "(?:[\\w$]{1,63}|\"[^\"\\n]{1,130}\")";

  private static final Pattern TEXT_LINE =
      Pattern.compile(
          "(?:Index (?:Only )?Scan (?:Backward )?using (?<index>NAME)|Bitmap Heap Scan)"
                  .replace("NAME", NAME)
              + " on (?:NAME\\.)?(?<table>NAME)".replace("NAME", NAME)
              + "|Bitmap Index Scan on (?<bitmap>NAME)".replace("NAME", NAME)
              + "|Index Cond: (?<condition>[^\\n]{1,2000})");

  private static final Pattern JSON_FIELD =
      Pattern.compile(
          "\"(Node Type|Index Name|Relation Name|Index Cond)\": *\"((?:[^\"\\\\]|\\\\.){1,2000}+)\"");

  /** The column of an index stands first. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:^| AND )\\(*(?:NAME\\.)?(NAME)\\)*(?:::[a-z ]{1,40})? [^\\w(\"]"
              .replace("NAME", NAME));

  private final List<LoggedIndex> indexes = new ArrayList<>();

  /**
   * An index.
   *
   * @param name as the plan has it
   * @param table without its schema
   * @param columns what is searched by
   */
  private record LoggedIndex(String name, String table, Set<String> columns) {
    boolean serves(CandidateIndex candidate) {
      return candidate.isBtree()
          && candidate.predicate().isEmpty()
          && candidate.included().isEmpty()
          && candidate.table().name().equals(table)
          && candidate.keys().stream()
              .allMatch(key -> !key.expression() && columns.contains(key.text()));
    }
  }

  static LoggedIndexes of(List<ShapedPattern> patterns) {
    LoggedIndexes indexes = new LoggedIndexes();
    patterns.forEach(pattern -> pattern.pattern().plan().ifPresent(indexes::add));
    return indexes;
  }

  private void add(PlannedStatement plan) {
    String text = plan.plan().text();
    if (text.length() <= MAX_CHARACTERS) {
      switch (plan.format()) {
        case TEXT -> addText(text);
        case JSON -> addJson(text);
        default -> {}
      }
    }
  }

  private void addText(String text) {
    String table = null;
    String index = null;
    Matcher line = TEXT_LINE.matcher(text);
    while (line.find()) {
      if (line.group("condition") != null) {
        add(index, table, line.group("condition"));
        index = null;
      } else if (line.group("bitmap") != null) {
        index = line.group("bitmap");
      } else {
        index = line.group("index");
        table = line.group("table");
      }
    }
  }

  private void addJson(String text) {
    String table = null;
    String index = null;
    Matcher field = JSON_FIELD.matcher(text);
    while (field.find()) {
      String value = field.group(2).replace("\\\"", "\"");
      switch (field.group(1)) {
        case "Node Type" -> index = null;
        case "Index Name" -> index = value;
        case "Relation Name" -> table = value;
        default -> add(index, table, value);
      }
    }
  }

  private void add(@Nullable String index, @Nullable String table, String condition) {
    if (index == null || table == null || indexes.size() == MAX_INDEXES) {
      return;
    }
    Set<String> columns = new HashSet<>();
    Matcher compared = COMPARED.matcher(condition);
    int from = 0;
    while (compared.find(from)) {
      columns.add(plain(compared.group(1)));
      from = compared.end(1);
    }
    indexes.add(new LoggedIndex(index, plain(table), columns));
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /** The name of an index that does what a candidate would do, of several the first. */
  Optional<String> like(CandidateIndex candidate) {
    Set<String> names = new TreeSet<>();
    for (LoggedIndex index : indexes) {
      if (index.serves(candidate)) {
        names.add(index.name());
      }
    }
    return names.stream().findFirst();
  }
}
