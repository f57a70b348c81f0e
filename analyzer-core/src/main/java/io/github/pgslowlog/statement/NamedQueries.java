package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
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

  /** What a short query takes: its name, cut like the server does, and the objects that hold it. */
  private static final int OVERHEAD_BYTES = 256;

  /** The server looks at so many bytes of a name (NAMEDATALEN - 1); the log shows all of them. */
  private static final int MAX_NAME_BYTES = 63;

  private final int capacity;
  private final Map<String, NamedQuery> queries = new LinkedHashMap<>(4);
  private long bytes;

  NamedQueries(int capacity) {
    this.capacity = capacity;
  }

  void put(String name, NamedQuery query) {
    remove(name);
    queries.put(key(name), new NamedQuery(query.query().compact(), query.planKey()));
    bytes += OVERHEAD_BYTES + query.query().length();
    if (queries.size() > capacity) {
      remove(queries.keySet().iterator().next());
    }
  }

  @Nullable NamedQuery get(String name) {
    return queries.get(key(name));
  }

  /** Null for all. */
  void remove(@Nullable String name) {
    if (name == null) {
      queries.clear();
      bytes = 0;
      return;
    }
    NamedQuery old = queries.remove(key(name));
    bytes -= old == null ? 0 : OVERHEAD_BYTES + old.query().length();
  }

  private static String key(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_NAME_BYTES) {
      return name;
    }
    int end = MAX_NAME_BYTES;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** What the queries take, about. */
  long bytes() {
    return bytes;
  }
}
