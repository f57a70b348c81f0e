package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Tag;
import io.github.pgslowlog.fingerprint.Tags;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by value of each tag.
 *
 * <p>Values such as trace identifiers never end, so only the first keys and values in alphabetical
 * order are kept. One that was dropped once stays behind as many others for ever, so the counts of
 * those kept are exact and do not depend on the order in which statements come.
 */
final class TagCounts {
  /** Frameworks write about ten keys. */
  static final int MAX_KEYS = 16;

  /** A pattern comes from a few places in an application. */
  static final int MAX_VALUES = 20;

  private static final int FIRST_KNOWN = 8;

  /** A few keys with a few values each; more are searched for longer than they are counted. */
  private static final int MAX_KNOWN = 32;

  private final TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();

  /** Tags that are counted by identity, and their calls that were not added up yet. */
  private @Nullable Tag[] known = new @Nullable Tag[FIRST_KNOWN];

  private long[] knownCalls = new long[FIRST_KNOWN];
  private int knownTags;

  /** The key of the value dropped last, and the last of its values that are kept. */
  private @Nullable String endlessKey;

  private String lastKept = "";

  /** Hot path. */
  void add(Tags tags) {
    for (int i = 0; i < tags.size(); i++) {
      add(tags.get(i));
    }
  }

  /** Readers give the same object for the same tag for a while; other objects only cost. */
  @SuppressWarnings("ReferenceEquality")
  private void add(Tag tag) {
    if (tag.key().equals(endlessKey) && tag.value().compareTo(lastKept) > 0) {
      return;
    }
    for (int i = 0; i < knownTags; i++) {
      if (known[i] == tag) {
        knownCalls[i]++;
        return;
      }
    }
    if (add(tag.key(), tag.value(), 1)) {
      remember(tag);
    }
  }

  private void remember(Tag tag) {
    if (knownTags == MAX_KNOWN) {
      settle();
    }
    if (knownTags == known.length) {
      known = Arrays.copyOf(known, 2 * knownTags);
      knownCalls = Arrays.copyOf(knownCalls, 2 * knownTags);
    }
    known[knownTags] = tag;
    knownCalls[knownTags++] = 0;
  }

  private void settle() {
    for (int i = 0; i < knownTags; i++) {
      Tag tag = known[i];
      if (tag != null && knownCalls[i] > 0) {
        add(tag.key(), tag.value(), knownCalls[i]);
      }
      known[i] = null;
    }
    knownTags = 0;
  }

  void merge(TagCounts other) {
    other.settle();
    other.counts.forEach((key, values) -> values.forEach((value, count) -> add(key, value, count)));
  }

  /** False if the tag is one of those that are not kept. */
  boolean add(String key, String value, long count) {
    if (counts.size() == MAX_KEYS && key.compareTo(counts.lastKey()) > 0) {
      return false;
    }
    TreeMap<String, Long> values = counts.computeIfAbsent(key, k -> new TreeMap<>());
    if (values.size() == MAX_VALUES && value.compareTo(values.lastKey()) > 0) {
      endlessKey = key;
      lastKept = values.lastKey();
      return false;
    }
    values.merge(value, count, Long::sum);
    if (values.size() > MAX_VALUES) {
      values.pollLastEntry();
    }
    if (counts.size() > MAX_KEYS) {
      counts.pollLastEntry();
    }
    return true;
  }

  /** Of a counter that was not needed yet, nothing. */
  static SortedMap<String, SortedMap<String, Long>> sortedOrNone(@Nullable TagCounts counts) {
    return counts == null ? Collections.emptySortedMap() : counts.sorted();
  }

  SortedMap<String, SortedMap<String, Long>> sorted() {
    settle();
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    counts.forEach(
        (key, values) -> copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
    return Collections.unmodifiableSortedMap(copy);
  }
}
