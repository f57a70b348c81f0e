package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks a column up among relations, as the server does: in the innermost query first, and there in
 * all relations at once.
 *
 * <p>Where the columns of a table are not known, every such table could have the column, unless
 * something else of the same query is known to have it: then the name would be ambiguous, and the
 * statement an error.
 */
final class ColumnSearch {
  /** Every table has them (manual: System Columns); no index can. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "tableoid", "xmin", "xmax", "cmin", "cmax");

  private final String column;
  private final List<TableRef> tables = new ArrayList<>();
  private final List<List<TableRef>> behind = new ArrayList<>();
  private boolean open;
  private boolean decided;
  private Optional<ColumnRef> decision = Optional.empty();

  private ColumnSearch(String column) {
    this.column = column;
  }

  /** The column that a name without qualifier means; the innermost level comes first. */
  static Optional<ColumnRef> find(List<List<Relation>> levels, String column) {
    List<List<TableRef>> candidates = new ArrayList<>();
    boolean open = false;
    for (List<Relation> level : levels) {
      ColumnSearch found = new ColumnSearch(column);
      level.forEach(found::look);
      if (found.decided) {
        return decide(candidates, open, column, found.decision);
      }
      if (level.stream().anyMatch(relation -> isWholeRow(relation, column))) {
        return Optional.empty();
      }
      open |= found.open;
      found.levels().forEach(candidates::add);
    }
    return choose(candidates, column, open);
  }

  /** The column of a relation, if it is a column of a table. */
  static Optional<ColumnRef> in(Relation relation, String column) {
    if (relation instanceof Relation.Base base) {
      return isSystemColumn(column)
          ? Optional.empty()
          : Optional.of(new ColumnRef.Resolved(base.table(), column, Evidence.STATEMENT));
    }
    ColumnSearch found = new ColumnSearch(column);
    found.look(relation);
    return found.decided ? found.decision : choose(found.levels(), column, found.open);
  }

  /** Whether one of some relations is known to have a column. */
  static boolean isCertain(List<Relation> relations, String column) {
    ColumnSearch found = new ColumnSearch(column);
    relations.forEach(found::look);
    return found.decided;
  }

  private static boolean isSystemColumn(String column) {
    return SYSTEM_COLUMNS.contains(column);
  }

  /** A table without alias may have a column of its own name, and then that is meant. */
  private static boolean isWholeRow(Relation relation, String column) {
    if (!relation.alias().equals(column)) {
      return false;
    }
    return !(relation instanceof Relation.Base base)
        || !base.isByItsName()
        || base.definition().isPresent();
  }

  private static Optional<ColumnRef> decide(
      List<List<TableRef>> candidates, boolean open, String column, Optional<ColumnRef> decision) {
    if (candidates.isEmpty() && !open) {
      return decision;
    }
    List<List<TableRef>> all = new ArrayList<>(candidates);
    boolean same =
        decision.isPresent()
            && decision.get() instanceof ColumnRef.Resolved known
            && known.column().equals(column);
    if (same) {
      all.add(List.of(((ColumnRef.Resolved) decision.get()).table()));
    }
    return choose(all, column, open || !same);
  }

  private static Optional<ColumnRef> choose(
      List<List<TableRef>> candidates, String column, boolean open) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (candidates.size() == 1 && candidates.get(0).size() == 1 && !open) {
      TableRef only = candidates.get(0).get(0);
      return Optional.of(new ColumnRef.Resolved(only, column, Evidence.STATEMENT));
    }
    return Optional.of(new ColumnRef.Ambiguous(column, candidates, open));
  }

  private List<List<TableRef>> levels() {
    List<List<TableRef>> levels = new ArrayList<>();
    if (!tables.isEmpty()) {
      levels.add(tables);
    }
    levels.addAll(behind);
    return levels;
  }

  // --- one level

  private void look(Relation relation) {
    if (relation instanceof Relation.Base base) {
      base(base);
    } else if (relation instanceof Relation.Derived derived) {
      if (derived.columns().containsKey(column)) {
        decide(derived.columns().getOrDefault(column, Optional.empty()));
      } else {
        derived.outputs().rests().forEach(this::look);
      }
    } else if (relation instanceof Relation.Joined join) {
      joined(join);
    } else {
      open = true;
    }
  }

  private void base(Relation.Base base) {
    if (isSystemColumn(column)) {
      decide(Optional.empty());
    } else if (base.definition().isEmpty()) {
      tables.add(base.table());
      open |= base.isByItsName() && base.alias().equals(column);
    } else if (base.definition().get().column(column).isPresent()) {
      decide(Optional.of(new ColumnRef.Resolved(base.table(), column, Evidence.CATALOG)));
    }
  }

  private void joined(Relation.Joined join) {
    if (join.merged().containsKey(column)) {
      decide(join.merged().getOrDefault(column, Optional.empty()));
      return;
    }
    join.parts().forEach(this::look);
    for (List<Relation> side : join.behind()) {
      ColumnSearch other = new ColumnSearch(column);
      side.forEach(other::look);
      open |= other.open;
      if (other.decided) {
        decide(other.decision);
      }
      behind.addAll(other.levels());
    }
  }

  private void decide(Optional<ColumnRef> found) {
    if (!decided) {
      decided = true;
      decision = found;
    }
  }
}
