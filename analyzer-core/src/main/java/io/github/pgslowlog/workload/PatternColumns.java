package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.workload.PatternColumn.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together what the parts of a shape say of each use of a column. */
public final class PatternColumns {
  /** A column in a role, where predicates and sort keys are looked up by. */
  private record Place(Term term, Role role) {}

  private final Map<Place, List<Predicate>> predicates = new HashMap<>();
  private final Map<Term, SortKey> sortKeys = new HashMap<>();
  private final Set<PatternColumn> found;

  private PatternColumns(Set<PatternColumn> found) {
    this.found = found;
  }

  /**
   * The uses of a pattern.
   *
   * @param shape what it does
   * @return each distinct use once, in the order of the shape
   */
  public static List<PatternColumn> of(QueryShape shape) {
    Set<PatternColumn> found = new LinkedHashSet<>();
    shape.blocks().forEach(block -> new PatternColumns(found).read(block));
    return List.copyOf(found);
  }

  private void read(QueryBlock block) {
    for (Predicate predicate : BlockConditions.of(block).predicates()) {
      Role role = predicate.term().plainColumn().isPresent() ? predicate.role() : Role.EXPRESSION;
      predicates
          .computeIfAbsent(new Place(predicate.term(), role), p -> new ArrayList<>())
          .add(predicate);
    }
    block.orderBy().forEach(key -> sortKeys.putIfAbsent(key.term(), key));
    block.uses().forEach(this::read);
  }

  private void read(ColumnUse use) {
    Term term = use.within().isPresent() ? use.within().get() : new Term.Column(use.column());
    List<Predicate> compared = predicates.getOrDefault(new Place(term, use.role()), List.of());
    SortKey key = isSorting(use) ? sortKeys.get(term) : null;
    compared.forEach(predicate -> found.add(compared(use, predicate)));
    if (key != null) {
      found.add(use(use, Optional.of(new Order(key.descending(), key.nulls()))));
    } else if (compared.isEmpty()) {
      found.add(use(use, Optional.empty()));
    }
  }

  private static boolean isSorting(ColumnUse use) {
    return use.role() == Role.ORDER_BY
        || use.role() == Role.DISTANCE
        || use.role() == Role.EXPRESSION && use.within().isPresent();
  }

  private static PatternColumn compared(ColumnUse use, Predicate predicate) {
    Optional<ColumnRef> partner =
        predicate.comparand() instanceof Comparand.Columns columns
            ? columns.term().plainColumn()
            : Optional.empty();
    return column(
        use,
        Optional.of(predicate.operator()),
        Optional.of(predicate.sargability()),
        partner,
        Optional.empty());
  }

  private static PatternColumn use(ColumnUse use, Optional<Order> order) {
    boolean joined = use.role() == Role.JOIN && use.partner().isPresent();
    return column(
        use,
        joined ? Optional.of("=") : Optional.empty(),
        joined ? Optional.of(Sargability.SARGABLE) : Optional.empty(),
        use.partner(),
        order);
  }

  private static PatternColumn column(
      ColumnUse use,
      Optional<String> operator,
      Optional<Sargability> sargability,
      Optional<ColumnRef> partner,
      Optional<Order> order) {
    return new PatternColumn(
        table(use.column()),
        candidates(use.column()),
        use.column().column(),
        use.role(),
        use.within().map(Term.Computed::text),
        operator.filter(text -> !text.isEmpty()),
        sargability,
        partner.map(PatternColumns::name),
        order);
  }

  private static Optional<TableName> table(ColumnRef column) {
    return column instanceof ColumnRef.Resolved known
        ? Optional.of(known.table().table())
        : Optional.empty();
  }

  private static List<TableName> candidates(ColumnRef column) {
    return column instanceof ColumnRef.Ambiguous ambiguous ? ambiguous.candidates() : List.of();
  }

  private static String name(ColumnRef column) {
    return table(column).map(table -> table + ".").orElse("") + column.column();
  }
}
