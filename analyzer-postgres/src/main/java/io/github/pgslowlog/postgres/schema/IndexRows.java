package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexActivity;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads indexes and their keys. */
final class IndexRows {
  /** Bits of {@code pg_index.indoption}. */
  private static final int DESCENDING = 1;

  private static final int NULLS_FIRST = 2;

  private final Map<Long, List<IndexKey>> keys = new HashMap<>();
  private final Map<IndexName, IndexActivity> activity;

  private IndexRows(Map<IndexName, IndexActivity> activity) {
    this.activity = activity;
  }

  static List<Index> read(
      Connection connection, int version, Map<IndexName, IndexActivity> activity)
      throws SQLException {
    IndexRows rows = new IndexRows(activity);
    Queries.each(connection, CatalogSql.indexKeys(), rows::key);
    return Queries.list(connection, CatalogSql.indexes(version), rows::index);
  }

  private void key(ResultSet row) throws SQLException {
    String expression = row.getString(3);
    int options = row.getInt(4);
    keys.computeIfAbsent(row.getLong(1), index -> new ArrayList<>())
        .add(
            new IndexKey(
                expression == null ? row.getString(2) : withoutParentheses(expression),
                expression != null,
                (options & DESCENDING) != 0,
                (options & NULLS_FIRST) != 0,
                text(row.getString(5)),
                text(row.getString(6))));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** {@code (a + b)} is {@code a + b}; {@code (a) + (b)} stays. */
  static String withoutParentheses(String expression) {
    List<DumpToken> tokens = DumpTokenizer.of(expression, DumpStatement.MAX_TOKENS);
    if (tokens.size() < 3
        || !tokens.get(0).isSymbol('(')
        || ForeignTable.closing(tokens, 0) != tokens.size() - 1) {
      return expression;
    }
    return withoutParentheses(expression.substring(1, expression.length() - 1).strip());
  }

  /** The collation of an expression is its own, unless the definition says another. */
  static List<IndexKey> withWrittenCollations(List<IndexKey> keys, String definition) {
    if (keys.stream().noneMatch(key -> key.expression() && !key.collation().isEmpty())) {
      return keys;
    }
    List<IndexKey> all = new ArrayList<>(keys);
    boolean written = false;
    int key = 0;
    for (DumpToken token : DumpTokenizer.of(definition, DumpStatement.MAX_TOKENS)) {
      boolean ends = token.depth() == 1 && token.isSymbol(',') || token.depth() == 0;
      written |= token.depth() == 1 && token.isWord("collate");
      if (ends && key < all.size() && (token.isSymbol(',') || token.isSymbol(')'))) {
        IndexKey own = all.get(key);
        all.set(key, written || !own.expression() ? own : own.withCollation(""));
        written = false;
        key++;
      }
    }
    return all;
  }

  private Index index(ResultSet row) throws SQLException {
    IndexName name = new IndexName(row.getString(2), row.getString(3));
    List<IndexKey> all =
        withWrittenCollations(keys.getOrDefault(row.getLong(1), List.of()), row.getString(14));
    int count = Math.min(row.getInt(17), all.size());
    Optional<IndexName> parent =
        row.getString(13) == null
            ? Optional.empty()
            : Optional.of(new IndexName(row.getString(12), row.getString(13)));
    return new Index(
        name,
        new TableName(row.getString(16), row.getString(4)),
        row.getString(5),
        all.subList(0, count),
        all.subList(count, all.size()).stream().map(IndexKey::text).toList(),
        Optional.ofNullable(row.getString(6)).map(IndexRows::withoutParentheses),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getBoolean(9),
        Optional.ofNullable(row.getString(10)),
        row.getBoolean(11),
        parent,
        row.getString(14),
        Math.max(0, row.getLong(15)),
        Optional.ofNullable(activity.get(name)));
  }
}
