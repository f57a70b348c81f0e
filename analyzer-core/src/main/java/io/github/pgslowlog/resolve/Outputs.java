package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a query, a view or a function gives, in their order. */
final class Outputs {
  /** The server's own limit (MaxTupleAttributeNumber): no statement that ran gives more. */
  static final int MAX_COLUMNS = 1664;

  /** None. */
  static final Outputs NONE = new Outputs(List.of());

  private final List<Item> items;
  private final Map<String, Optional<ColumnRef>> byName = new LinkedHashMap<>();
  private final List<Relation> rests = new ArrayList<>();

  Outputs(List<Item> items) {
    this.items = items.size() > MAX_COLUMNS ? items.subList(0, MAX_COLUMNS) : items;
    for (Item item : this.items) {
      if (item instanceof Named named) {
        byName.putIfAbsent(named.name(), named.column());
      } else if (item instanceof Rest rest) {
        rests.add(rest.relation());
      }
    }
  }

  /** Columns that are no columns of a table. */
  static Outputs computed(List<String> names) {
    return new Outputs(
        names.stream().<Item>map(name -> new Named(name, Optional.empty())).toList());
  }

  /** A column, or what is not known of the columns of a table. */
  sealed interface Item {}

  /**
   * A column.
   *
   * @param name its name
   * @param column the column of a table that it is, empty if it is computed
   */
  record Named(String name, Optional<ColumnRef> column) implements Item {}

  /**
   * All columns of something whose columns are not known.
   *
   * @param relation a table or a function
   */
  record Rest(Relation relation) implements Item {}

  List<Item> items() {
    return items;
  }

  /** The columns that have a name; those that are computed have no reference. */
  Map<String, Optional<ColumnRef>> byName() {
    return byName;
  }

  /** Where columns can come from that are not known. */
  List<Relation> rests() {
    return rests;
  }

  /** The column at a position from 1, empty if something unknown stands before it. */
  Optional<Named> at(int position) {
    boolean known =
        position >= 1
            && position <= items.size()
            && items.subList(0, position).stream().allMatch(Named.class::isInstance);
    return known ? Optional.of((Named) items.get(position - 1)) : Optional.empty();
  }

  /** All columns of tables. */
  List<ColumnRef> columns() {
    return items.stream()
        .filter(Named.class::isInstance)
        .flatMap(item -> ((Named) item).column().stream())
        .toList();
  }

  /** The same columns under the names that follow an alias: {@code AS t (a, b)}. */
  Outputs renamed(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<Item> renamed = new ArrayList<>();
    int next = 0;
    for (Item item : items) {
      if (item instanceof Named named) {
        String name = next < names.size() ? names.get(next++) : named.name();
        renamed.add(new Named(name, named.column()));
      } else {
        for (; next < names.size(); next++) {
          renamed.add(new Named(names.get(next), Optional.empty()));
        }
        renamed.add(item);
      }
    }
    return new Outputs(renamed);
  }
}
