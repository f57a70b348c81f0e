package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.CommonTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The common table expressions that names can mean at a place: those of the WITH nearest to it come
 * first.
 *
 * <p>An element of WITH sees those before it; under RECURSIVE it sees all of them, itself included,
 * so they are walked when they are first asked for.
 */
final class CommonTables {
  /** No WITH. */
  static final CommonTables NONE = new CommonTables(null);

  /** Elements of WITH RECURSIVE that refer to later ones; real statements have two or three. */
  static final int MAX_FORWARD_REFERENCES = 64;

  private final @Nullable CommonTables outer;
  private final Map<String, Relation.Derived> known = new HashMap<>();
  private final Map<String, CommonTable> waiting = new LinkedHashMap<>();
  private final Set<String> walking = new HashSet<>();
  private final Set<String> recursive = new HashSet<>();
  private BiFunction<CommonTables, CommonTable, Relation.Derived> walk =
      (with, table) -> opaque(table.name());
  private int depth;

  private CommonTables(@Nullable CommonTables outer) {
    this.outer = outer;
  }

  /**
   * Walks the elements of a WITH.
   *
   * @param walk gives the columns of an element, given what it sees
   * @return what can be seen behind it
   */
  CommonTables with(
      List<CommonTable> tables,
      boolean recursive,
      BiFunction<CommonTables, CommonTable, Relation.Derived> walk) {
    if (tables.isEmpty()) {
      return this;
    }
    CommonTables inner = new CommonTables(this);
    inner.walk = walk;
    if (recursive) {
      tables.forEach(table -> inner.waiting.putIfAbsent(table.name(), table));
    }
    for (CommonTable table : tables) {
      if (!recursive) {
        inner.define(table.name(), walk.apply(inner, table));
      } else if (inner.waiting.containsKey(table.name())) {
        inner.walkNow(table);
      }
    }
    return inner;
  }

  /** Tells what a name means from now on. */
  void define(String name, Relation.Derived table) {
    known.put(name, table);
  }

  Optional<Relation.Derived> find(String name) {
    for (CommonTables with = this; with != null; with = with.outer) {
      CommonTable table = with.waiting.get(name);
      if (table != null && with.depth < MAX_FORWARD_REFERENCES) {
        with.walkNow(table);
      }
      Relation.Derived found = with.known.get(name);
      if (found != null) {
        if (with.walking.contains(name)) {
          with.recursive.add(name);
        }
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private void walkNow(CommonTable table) {
    waiting.remove(table.name());
    known.put(table.name(), opaque(table.name()));
    walking.add(table.name());
    depth++;
    known.put(table.name(), walk.apply(this, table));
    depth--;
    walking.remove(table.name());
  }

  /** Whether an element, which is just walked, has referred to itself. */
  boolean refersToItself(String name) {
    return recursive.contains(name);
  }

  /** Something of which no columns are known. */
  private static Relation.Derived opaque(String name) {
    return new Relation.Derived(
        name, new Outputs(List.of(new Outputs.Rest(new Relation.Opaque(name)))));
  }
}
