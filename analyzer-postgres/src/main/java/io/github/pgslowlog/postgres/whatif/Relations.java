package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables and indexes of the database. */
final class Relations {
  private static final String QUERY =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind::text, coalesce(a.amname, '') AS method,
        coalesce(x.indrelid, 0) AS indrelid, coalesce(h.inhparent, 0) AS inhparent,
        x.indpred IS NOT NULL AS partial,
        CASE WHEN x.indnkeyatts > 1 AND x.indkey[0] <> 0
          THEN pg_get_indexdef(c.oid, 1, true) ELSE '' END AS firstkey, c.relpages, c.reltuples,
        pg_relation_filepath(c.oid) AS file
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_index x ON x.indexrelid = c.oid
      LEFT JOIN pg_am a ON a.oid = c.relam AND x.indexrelid IS NOT NULL
      LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND h.inhseqno = 1
      WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I') AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        AND c.oid > ?
      ORDER BY c.oid
      """;

  private final Map<Long, Relation> byOid = new TreeMap<>();
  private final Map<TableName, Relation> tables = new TreeMap<>();
  private final Map<IndexName, Relation> indexes = new TreeMap<>();
  private final Map<Long, List<Relation>> parts = new TreeMap<>();
  private final Map<Long, List<Relation>> indexesOfTable = new TreeMap<>();
  private final Map<String, Set<String>> schemasOfTable = new TreeMap<>();

  /** Reads what has been made since the last time. */
  List<Relation> read(Connection connection) throws SQLException {
    List<Relation> added = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setLong(1, byOid.isEmpty() ? 0 : ((TreeMap<Long, Relation>) byOid).lastKey());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          added.add(relation(row));
        }
      }
    }
    added.forEach(this::add);
    return added;
  }

  private static Relation relation(ResultSet row) throws SQLException {
    return new Relation(
        row.getLong("oid"),
        row.getString("nspname"),
        row.getString("relname"),
        row.getString("relkind").charAt(0),
        row.getString("method"),
        row.getLong("indrelid"),
        row.getLong("inhparent"),
        row.getBoolean("partial"),
        row.getString("firstkey"),
        row.getLong("relpages"),
        row.getDouble("reltuples"),
        Optional.ofNullable(row.getString("file")));
  }

  private void add(Relation relation) {
    byOid.put(relation.oid(), relation);
    if (relation.isIndex()) {
      indexes.put(relation.indexName(), relation);
      indexesOfTable.computeIfAbsent(relation.table(), k -> new ArrayList<>()).add(relation);
    } else {
      tables.put(relation.tableName(), relation);
      schemasOfTable
          .computeIfAbsent(relation.name(), k -> new LinkedHashSet<>())
          .add(relation.schema());
    }
    if (relation.parent() != 0) {
      parts.computeIfAbsent(relation.parent(), k -> new ArrayList<>()).add(relation);
    }
  }

  Collection<Relation> all() {
    return byOid.values();
  }

  Optional<Relation> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  Optional<Relation> table(long oid) {
    return Optional.ofNullable(byOid.get(oid)).filter(relation -> !relation.isIndex());
  }

  Optional<Relation> index(long oid) {
    return Optional.ofNullable(byOid.get(oid)).filter(Relation::isIndex);
  }

  Optional<Relation> index(IndexName name) {
    return Optional.ofNullable(indexes.get(name));
  }

  List<Relation> indexes(long table) {
    return indexesOfTable.getOrDefault(table, List.of());
  }

  /** The schema of the only table of a name; empty if several have it. */
  Optional<String> onlySchema(String table) {
    Set<String> schemas = schemasOfTable.getOrDefault(table, Set.of());
    return schemas.size() == 1 ? schemas.stream().findFirst() : Optional.empty();
  }

  /** Whether two schemas have a table of the same name, so that its name does not tell it. */
  boolean isAmbiguous() {
    return schemasOfTable.values().stream().anyMatch(schemas -> schemas.size() > 1);
  }

  /** A relation and all its partitions, or the indexes that are part of it. */
  List<Relation> withParts(Relation relation) {
    Set<Relation> found = new LinkedHashSet<>();
    List<Relation> open = new ArrayList<>(List.of(relation));
    while (!open.isEmpty()) {
      Relation next = open.remove(open.size() - 1);
      if (found.add(next)) {
        open.addAll(parts.getOrDefault(next.oid(), List.of()));
      }
    }
    return List.copyOf(found);
  }
}
