package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.SortKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Key columns in the making: each column once, and not too many. */
final class KeyList {
  /** Wider indexes seldom serve a second query, and cost more to keep. */
  static final int MAX_KEYS = 4;

  private final Map<String, IndexKey> keys = new LinkedHashMap<>();

  KeyList add(List<String> columns) {
    columns.forEach(column -> add(IndexKey.of(column)));
    return this;
  }

  KeyList add(IndexKey key) {
    if (keys.size() < MAX_KEYS) {
      keys.putIfAbsent(key.text(), key);
    }
    return this;
  }

  boolean covers(List<SortKey> sort) {
    return sort.stream().allMatch(key -> keys.containsKey(column(key)));
  }

  int size() {
    return keys.size();
  }

  Optional<CandidateIndex> index(TableName table) {
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new CandidateIndex(table, List.copyOf(keys.values())));
  }

  static String column(SortKey key) {
    return key.term().columns().get(0).column();
  }
}
