package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.postgres.schema.DumpToken.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that puts statistics in: {@code SELECT pg_restore_relation_stats('schemaname', 'public',
 * 'relname', 'orders', 'relpages', 26095::integer, ...)}.
 *
 * <p>Only calls of exactly this form are read; they are never run as they are written.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-ADMIN-STATSMOD">Statistics
 * Manipulation Functions</a>.
 *
 * @param target which of the functions
 * @param arguments values as text by name, without those that are NULL
 */
record StatisticsCall(StatisticsTarget target, Map<String, String> arguments) {
  private static final int MAX_TOKENS = 1000;

  /** What psql prints without {@code -q}. */
  private static final Set<String> NOISE = Set.of("begin", "set", "rollback", "commit");

  static Optional<StatisticsCall> parse(String sql) {
    return Optional.ofNullable(new Reader(DumpTokenizer.of(sql, MAX_TOKENS)).call());
  }

  /** Schema and name; empty if the call does not name a relation. */
  Optional<TableName> relation() {
    String schema = arguments.get("schemaname");
    String name = arguments.get("relname");
    if (schema != null && name != null) {
      return Optional.of(new TableName(schema, name));
    }
    List<DumpToken> tokens = DumpTokenizer.of(arguments.getOrDefault("relation", ""), 4);
    return tokens.size() == 3 && tokens.get(1).isSymbol('.')
        ? Optional.of(new TableName(tokens.get(0).text(), tokens.get(2).text()))
        : Optional.empty();
  }

  private static final class Reader {
    private final List<DumpToken> tokens;
    private int at;

    Reader(List<DumpToken> tokens) {
      this.tokens = tokens;
    }

    @Nullable StatisticsCall call() {
      while (at < tokens.size()
          && tokens.get(at).kind() == Kind.WORD
          && NOISE.contains(tokens.get(at).text())) {
        at++;
      }
      if (!word("select")) {
        return null;
      }
      if (symbol('*') && !word("from")) {
        return null;
      }
      if (word("pg_catalog") && !symbol('.')) {
        return null;
      }
      StatisticsTarget target = at < tokens.size() ? StatisticsTarget.of(tokens.get(at)) : null;
      at++;
      if (target == null || !symbol('(')) {
        return null;
      }
      return arguments(target);
    }

    private @Nullable StatisticsCall arguments(StatisticsTarget target) {
      Map<String, String> arguments = new HashMap<>();
      do {
        if (at >= tokens.size() || tokens.get(at).kind() != Kind.STRING) {
          return null;
        }
        String name = tokens.get(at++).text().toLowerCase(Locale.ROOT);
        if (!symbol(',') || !value(name, arguments) || !cast()) {
          return null;
        }
      } while (symbol(','));
      return symbol(')') && at == tokens.size() ? new StatisticsCall(target, arguments) : null;
    }

    private boolean value(String name, Map<String, String> arguments) {
      String sign = symbol('-') ? "-" : "";
      if (at >= tokens.size()) {
        return false;
      }
      DumpToken value = tokens.get(at++);
      if (value.kind() == Kind.NUMBER || value.kind() == Kind.STRING && sign.isEmpty()) {
        arguments.put(name, sign + value.text());
        return true;
      }
      if (value.isWord("true") || value.isWord("false")) {
        arguments.put(name, value.text());
        return true;
      }
      return value.isWord("null");
    }

    /** {@code ::real[]}; what the type is follows from the name of the argument. */
    private boolean cast() {
      if (!symbol(':')) {
        return true;
      }
      if (!symbol(':') || at >= tokens.size() || !tokens.get(at).isName()) {
        return false;
      }
      while (at < tokens.size() && tokens.get(at).isName() || symbol('.')) {
        at++;
      }
      return !symbol('[') || symbol(']');
    }

    private boolean word(String word) {
      boolean is = at < tokens.size() && tokens.get(at).isWord(word);
      at += is ? 1 : 0;
      return is;
    }

    private boolean symbol(char symbol) {
      boolean is = at < tokens.size() && tokens.get(at).isSymbol(symbol);
      at += is ? 1 : 0;
      return is;
    }
  }
}
