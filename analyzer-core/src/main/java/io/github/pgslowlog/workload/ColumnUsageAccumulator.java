package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up which columns patterns use, and how. */
public final class ColumnUsageAccumulator {
  private static final Comparator<ColumnUsage> COSTLIEST_FIRST =
      Comparator.comparingLong(ColumnUsage::maxWorkMicros)
          .thenComparingLong(ColumnUsage::maxMicros)
          .reversed()
          .thenComparing(usage -> usage.table().map(TableName::toString).orElse("~"))
          .thenComparing(ColumnUsage::column)
          .thenComparing(usage -> usage.candidates().toString());

  private record Key(@Nullable TableName table, List<TableName> candidates, String column) {}

  private record KeyedRole(Key key, Role role) {}

  /** What is known of a column; most have one role. */
  private static final class Column {
    private @Nullable Evidence evidence;
    private @Nullable Role role;
    private @Nullable RoleUsage usage;
    private @Nullable Map<Role, RoleUsage> others;

    void add(Role itsRole, RoleUsage more) {
      if (role == null || usage == null) {
        role = itsRole;
        usage = more;
      } else if (role == itsRole) {
        usage = usage.plus(more);
      } else {
        Map<Role, RoleUsage> all = others == null ? new EnumMap<>(Role.class) : others;
        all.merge(itsRole, more, RoleUsage::plus);
        others = all;
      }
    }

    /** The weakest counts. */
    void found(Evidence by) {
      evidence = evidence == null || evidence.compareTo(by) < 0 ? by : evidence;
    }

    Map<Role, RoleUsage> roles() {
      if (role == null || usage == null) {
        return Map.of();
      }
      if (others == null) {
        return Map.of(role, usage);
      }
      Map<Role, RoleUsage> all = new EnumMap<>(others);
      all.put(role, usage);
      return all;
    }
  }

  private final Map<Key, Column> columns = new HashMap<>();
  private long uses;
  private long ambiguousUses;

  /** Starts empty. */
  public ColumnUsageAccumulator() {}

  /**
   * Adds a pattern.
   *
   * @param shape its columns
   * @param pattern its calls and time
   */
  public void add(QueryShape shape, Pattern pattern) {
    Set<KeyedRole> seen = new LinkedHashSet<>();
    shape.blocks().forEach(block -> block.uses().forEach(use -> seen.add(keyed(use))));
    add(seen, pattern);
  }

  /**
   * Adds a pattern whose shape is not at hand any more. By which evidence its columns are known is
   * to be told with {@link #found}.
   *
   * @param columns what {@link PatternColumns} made of its shape
   * @param pattern its calls and time
   */
  public void add(List<PatternColumn> columns, Pattern pattern) {
    Set<KeyedRole> seen = new LinkedHashSet<>();
    for (PatternColumn use : columns) {
      Key key = new Key(use.table().orElse(null), use.candidates(), use.column());
      seen.add(new KeyedRole(key, use.role()));
    }
    add(seen, pattern);
  }

  private void add(Set<KeyedRole> seen, Pattern pattern) {
    uses += seen.size();
    ambiguousUses += seen.stream().filter(keyed -> keyed.key().table() == null).count();
    RoleUsage one = new RoleUsage(1, pattern.calls(), pattern.executionMicros());
    seen.forEach(keyed -> column(keyed.key()).add(keyed.role(), one));
  }

  private Column column(Key key) {
    return columns.computeIfAbsent(key, k -> new Column());
  }

  /**
   * Tells by which evidence a column was attributed to its table elsewhere.
   *
   * @param usage of the column; its uses are not added
   */
  public void found(ColumnUsage usage) {
    column(new Key(usage.table().orElse(null), usage.candidates(), usage.column()))
        .found(usage.evidence());
  }

  private KeyedRole keyed(ColumnUse use) {
    Key key = key(use.column());
    Evidence found =
        use.column() instanceof ColumnRef.Resolved known ? known.evidence() : Evidence.STATEMENT;
    column(key).found(found);
    return new KeyedRole(key, use.role());
  }

  private static Key key(ColumnRef column) {
    if (column instanceof ColumnRef.Resolved known) {
      return new Key(known.table().table(), List.of(), known.column());
    }
    List<TableName> candidates =
        column instanceof ColumnRef.Ambiguous ambiguous ? ambiguous.candidates() : List.of();
    return new Key(null, candidates, column.column());
  }

  /**
   * How much time compares a column for equality, or joins by it.
   *
   * @param table its table
   * @param column its name
   * @return microseconds
   */
  public long equalityMicros(TableName table, String column) {
    Column known = columns.get(new Key(table, List.of(), column));
    Map<Role, RoleUsage> roles = known == null ? Map.of() : known.roles();
    return roles.entrySet().stream()
        .filter(
            e -> e.getKey() == Role.EQUALITY || e.getKey() == Role.IN || e.getKey() == Role.JOIN)
        .mapToLong(e -> e.getValue().micros())
        .sum();
  }

  /**
   * How many columns patterns use; in each role and pattern a column counts once.
   *
   * @return number of uses
   */
  public long uses() {
    return uses;
  }

  /**
   * How many of the uses are of a column whose table is not known.
   *
   * @return number of uses
   */
  public long ambiguousUses() {
    return ambiguousUses;
  }

  /**
   * What was added so far.
   *
   * @return the columns that cost most time first
   */
  public List<ColumnUsage> toUsages() {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().role != null)
        .map(entry -> usage(entry.getKey(), entry.getValue()))
        .sorted(COSTLIEST_FIRST)
        .toList();
  }

  private static ColumnUsage usage(Key key, Column column) {
    return new ColumnUsage(
        Optional.ofNullable(key.table()),
        key.candidates(),
        key.column(),
        column.evidence == null ? Evidence.STATEMENT : column.evidence,
        column.roles());
  }
}
