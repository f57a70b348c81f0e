package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexKey;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** SQL that creates and drops an index. */
final class IndexDefinition {
  /** Longer names are cut by the server (NAMEDATALEN is 64). */
  private static final int MAX_NAME_BYTES = 63;

  private final CandidateIndex index;

  IndexDefinition(CandidateIndex index) {
    this.index = index;
  }

  String create() {
    String keys = index.keys().stream().map(IndexKey::sql).collect(Collectors.joining(", "));
    TableName table = index.table();
    return "CREATE INDEX CONCURRENTLY "
        + Identifier.quoted(name())
        + " ON "
        + schema(table)
        + Identifier.quoted(table.name())
        + " ("
        + keys
        + ");";
  }

  String drop() {
    return "DROP INDEX CONCURRENTLY " + schema(index.table()) + Identifier.quoted(name()) + ";";
  }

  private static String schema(TableName table) {
    return table.schema().isEmpty() ? "" : Identifier.quoted(table.schema()) + ".";
  }

  /** As the server would name it; a name too long ends in a hash of the whole. */
  private String name() {
    String columns = index.keys().stream().map(IndexKey::column).collect(Collectors.joining("_"));
    String name = index.table().name() + "_" + columns + "_idx";
    if (name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES) {
      return name;
    }
    String hash = String.format(Locale.ROOT, "_%08x_idx", name.hashCode());
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length + hash.length()
        > MAX_NAME_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + hash;
  }
}
