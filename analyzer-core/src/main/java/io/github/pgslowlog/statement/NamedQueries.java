package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prepared statements, or the cursors, of one session by name; the oldest goes first. */
final class NamedQueries {
  /**
   * What a name stands for.
   *
   * @param query the query
   * @param planKey key of the text that auto_explain shows for it
   */
  record NamedQuery(Slice query, long planKey) {}

  private final int capacity;
  private final Map<String, NamedQuery> queries = new LinkedHashMap<>(4);
  private long bytes;

  NamedQueries(int capacity) {
    this.capacity = capacity;
  }

  void put(String name, NamedQuery query) {
    remove(name);
    queries.put(name, query);
    bytes += query.query().length();
    if (queries.size() > capacity) {
      remove(queries.keySet().iterator().next());
    }
  }

  @Nullable NamedQuery get(String name) {
    return queries.get(name);
  }

  /** Null for all. */
  void remove(@Nullable String name) {
    if (name == null) {
      queries.clear();
      bytes = 0;
      return;
    }
    NamedQuery old = queries.remove(name);
    bytes -= old == null ? 0 : old.query().length();
  }

  /** Length of the queries. */
  long bytes() {
    return bytes;
  }
}
