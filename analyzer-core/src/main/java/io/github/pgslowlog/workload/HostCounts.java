package io.github.pgslowlog.workload;

import io.github.pgslowlog.decode.Origin;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by client address.
 *
 * <p>Addresses of containers never end, so only the first ones in alphabetical order are kept. One
 * that was dropped once stays behind as many others for ever, so the counts of those kept are exact
 * and do not depend on the order in which calls come. Hot path: a small table with open addressing,
 * and before it the host of the call before.
 */
final class HostCounts {
  static final int MAX_HOSTS = PatternHistory.MAX_HOSTS;

  private static final int FIRST_PLACES = 2;

  private @Nullable String lastHost;
  private int lastPlace;
  private @Nullable String[] names = new @Nullable String[FIRST_PLACES];
  private long[] counts = new long[FIRST_PLACES];
  private int size;

  /** The last in alphabetical order, once no more fit. */
  private @Nullable String largest;

  /** Counts a call from a host as {@link Origin} shows it. */
  @SuppressWarnings("ReferenceEquality")
  void add(@Nullable String host, HostNames addresses) {
    if (host == null) {
      return;
    }
    if (host != lastHost) {
      int place = keep(addresses.of(host));
      if (place < 0) {
        return;
      }
      lastHost = host;
      lastPlace = place;
    }
    counts[lastPlace]++;
  }

  void merge(HostCounts other) {
    for (int i = 0; i < other.names.length; i++) {
      String name = other.names[i];
      int place = name == null ? -1 : keep(name);
      if (place >= 0) {
        counts[place] += other.counts[i];
      }
    }
  }

  /** Where a name is counted, -1 if it is none of those kept. */
  private int keep(String name) {
    int place = place(name);
    if (names[place] != null) {
      return place;
    }
    if (size == MAX_HOSTS && !makeRoom(name)) {
      return -1;
    }
    if (4 * (size + 1) > 3 * names.length) {
      rebuild(2 * names.length, null);
    }
    place = place(name);
    names[place] = name;
    size++;
    return place;
  }

  /** The place of a name, or an empty one for it. */
  private int place(String name) {
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 16) & names.length - 1;
    while (names[place] != null && !name.equals(names[place])) {
      place = place + 1 & names.length - 1;
    }
    return place;
  }

  private boolean makeRoom(String name) {
    String last = largest == null ? sorted().lastKey() : largest;
    largest = last;
    if (name.compareTo(last) > 0) {
      return false;
    }
    rebuild(names.length, last);
    largest = null;
    return true;
  }

  private void rebuild(int places, @Nullable String without) {
    @Nullable String[] oldNames = names;
    long[] oldCounts = counts;
    names = new @Nullable String[places];
    counts = new long[places];
    size = 0;
    lastHost = null;
    for (int i = 0; i < oldNames.length; i++) {
      String name = oldNames[i];
      if (name != null && !name.equals(without)) {
        int place = place(name);
        names[place] = name;
        counts[place] = oldCounts[i];
        size++;
      }
    }
  }

  SortedMap<String, Long> sorted() {
    TreeMap<String, Long> sorted = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name != null) {
        sorted.put(name, counts[i]);
      }
    }
    return Collections.unmodifiableSortedMap(sorted);
  }
}
