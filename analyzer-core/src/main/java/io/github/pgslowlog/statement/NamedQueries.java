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

  /** What a short query takes: its name, of 63 bytes at most, and the objects that hold it. */
  private static final int OVERHEAD_BYTES = 256;

  private final int capacity;
  private final Map<String, NamedQuery> queries = new LinkedHashMap<>(4);
  private long bytes;

  NamedQueries(int capacity) {
    this.capacity = capacity;
  }

  void put(String name, NamedQuery query) {
    remove(name);
    queries.put(name, new NamedQuery(query.query().compact(), query.planKey()));
    bytes += OVERHEAD_BYTES + query.query().length();
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
    bytes -= old == null ? 0 : OVERHEAD_BYTES + old.query().length();
  }

  /** What the queries take, about. */
  long bytes() {
    return bytes;
  }
}
