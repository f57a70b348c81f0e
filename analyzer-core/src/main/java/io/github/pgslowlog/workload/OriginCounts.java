package io.github.pgslowlog.workload;

import io.github.pgslowlog.decode.Origin;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by user, by database and by application.
 *
 * <p>Hot path: calls are counted by all three names at once, of which a pattern has few. The first
 * three stand apart, further ones in a small table; when it is full, it is emptied into the counts
 * by single names, which do not depend on the order of additions.
 */
final class OriginCounts {
  /** 64: a few users, databases and applications, each with each. */
  private static final int MAX_ENTRIES = 64;

  private static final int FIRST_ENTRIES = 4;

  private @Nullable String user;
  private @Nullable String database;
  private @Nullable String application;
  private long count;

  private @Nullable Entry @Nullable [] table;
  private int entries;

  private @Nullable NameCounts users;
  private @Nullable NameCounts databases;
  private @Nullable NameCounts applications;

  /** Three names; the same ones are most often the same objects, too. */
  private static final class Entry {
    private final int hash;
    private final @Nullable String user;
    private final @Nullable String database;
    private final @Nullable String application;
    private long count;

    Entry(Origin origin, int hash) {
      this.hash = hash;
      user = origin.user();
      database = origin.database();
      application = origin.application();
    }

    boolean isOf(Origin origin) {
      return Objects.equals(user, origin.user())
          && Objects.equals(database, origin.database())
          && Objects.equals(application, origin.application());
    }
  }

  /** Readers make a name once, so that the same names are the same objects; others only cost. */
  @SuppressWarnings("ReferenceEquality")
  void add(Origin origin) {
    if (origin.user() == user
        && origin.database() == database
        && origin.application() == application) {
      count++;
    } else if (count == 0) {
      user = origin.user();
      database = origin.database();
      application = origin.application();
      count = 1;
    } else {
      entry(origin).count++;
    }
  }

  private Entry entry(Origin origin) {
    int hash =
        hash(origin.user()) + 31 * (hash(origin.database()) + 31 * hash(origin.application()));
    hash ^= hash >>> 15;
    @Nullable Entry[] places = table == null ? grown(FIRST_ENTRIES) : table;
    int place = hash & (places.length - 1);
    for (Entry entry = places[place]; entry != null; entry = places[place]) {
      if (entry.hash == hash && entry.isOf(origin)) {
        return entry;
      }
      place = (place + 1) & (places.length - 1);
    }
    Entry entry = new Entry(origin, hash);
    insert(entry);
    return entry;
  }

  private static int hash(@Nullable String name) {
    return name == null ? 0 : name.hashCode();
  }

  private void insert(Entry entry) {
    @Nullable Entry[] places = table == null ? grown(FIRST_ENTRIES) : table;
    if (entries == MAX_ENTRIES) {
      spill();
    } else if (2 * entries == places.length) {
      places = grown(2 * places.length);
    }
    put(places, entry);
    entries++;
  }

  private @Nullable Entry[] grown(int size) {
    @Nullable Entry[] wider = new @Nullable Entry[size];
    if (table != null) {
      for (Entry entry : table) {
        if (entry != null) {
          put(wider, entry);
        }
      }
    }
    table = wider;
    return wider;
  }

  private static void put(@Nullable Entry[] places, Entry entry) {
    int place = entry.hash & (places.length - 1);
    while (places[place] != null) {
      place = (place + 1) & (places.length - 1);
    }
    places[place] = entry;
  }

  private void spill() {
    spill(user, database, application, count);
    count = 0;
    if (table != null) {
      for (Entry entry : table) {
        if (entry != null) {
          spill(entry.user, entry.database, entry.application, entry.count);
        }
      }
      Arrays.fill(table, null);
    }
    entries = 0;
  }

  private void spill(
      @Nullable String itsUser,
      @Nullable String itsDatabase,
      @Nullable String itsApplication,
      long calls) {
    users = counted(users, itsUser, calls);
    databases = counted(databases, itsDatabase, calls);
    applications = counted(applications, itsApplication, calls);
  }

  private static @Nullable NameCounts counted(
      @Nullable NameCounts counts, @Nullable String name, long calls) {
    if (name == null || calls == 0) {
      return counts;
    }
    NameCounts some = counts == null ? new NameCounts() : counts;
    some.add(name, calls);
    return some;
  }

  /** The other is not to be used any more. */
  void merge(OriginCounts other) {
    other.spill();
    users = merged(users, other.users);
    databases = merged(databases, other.databases);
    applications = merged(applications, other.applications);
  }

  private static @Nullable NameCounts merged(
      @Nullable NameCounts ours, @Nullable NameCounts theirs) {
    if (ours == null || theirs == null) {
      return ours == null ? theirs : ours;
    }
    ours.merge(theirs);
    return ours;
  }

  SortedMap<String, Long> users() {
    spill();
    return NameCounts.sortedOrNone(users);
  }

  SortedMap<String, Long> databases() {
    spill();
    return NameCounts.sortedOrNone(databases);
  }

  SortedMap<String, Long> applications() {
    spill();
    return NameCounts.sortedOrNone(applications);
  }
}
