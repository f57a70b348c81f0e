package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.FromItem.JoinKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks FROM: puts into a scope what is there. */
final class FromWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final StatementWalker statements;

  FromWalker(
      Scope scope,
      BlockAccumulator block,
      ExpressionWalker expressions,
      StatementWalker statements) {
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
    this.statements = statements;
  }

  void item(FromItem item) {
    if (item instanceof FromItem.Table table) {
      table(table);
    } else if (item instanceof FromItem.Join join) {
      joins(join);
    } else if (item instanceof FromItem.Derived derived) {
      Scope seen = derived.lateral() ? scope : scope.outer();
      Outputs outputs = statements.select(derived.query(), seen, scope.with());
      scope.add(
          new Relation.Derived(derived.alias().name(), outputs.renamed(derived.alias().columns())));
    } else if (item instanceof FromItem.Function function) {
      function.arguments().forEach(argument -> expressions.walk(argument, Role.EXPRESSION));
      scope.add(FunctionColumns.relation(function, scope));
    }
  }

  private void table(FromItem.Table table) {
    List<String> names = table.alias().columns();
    Optional<Outputs> query =
        statements.commonTable(table, scope.with()).or(() -> statements.view(table));
    if (query.isPresent()) {
      scope.add(new Relation.Derived(table.qualifier(), query.get().renamed(names)));
      return;
    }
    Relation.Base base = statements.tables().use(table);
    block.table(base.table());
    scope.add(Tables.renamed(base, names));
  }

  // --- joins

  /** A chain of joins is deep on its left side, so that is no recursion. */
  private void joins(FromItem.Join last) {
    Deque<FromItem.Join> chain = new ArrayDeque<>();
    FromItem first = last;
    while (first instanceof FromItem.Join join) {
      chain.push(join);
      first = join.left();
    }
    Scope.Mark start = scope.mark();
    item(first);
    chain.forEach(join -> join(join, start));
  }

  private void join(FromItem.Join join, Scope.Mark start) {
    Scope.Mark middle = scope.mark();
    item(join.right());
    List<Relation> all = scope.relations();
    List<Relation> left =
        List.copyOf(
            all.subList(start.relations(), Math.max(start.relations(), middle.relations())));
    List<Relation> right = List.copyOf(all.subList(middle.relations(), all.size()));
    Set<TableRef> kept = outer(join.kind(), left, right);
    join.on().ifPresent(on -> statements.condition(on, scope.since(start), block, kept));
    block.nullable().addAll(outer(turned(join.kind()), left, right));
    if (join.natural() || !join.using().isEmpty() || !join.alias().name().isEmpty()) {
      scope.join(start, renamed(join, merged(join, left, right)));
    }
  }

  /** The tables of the sides whose rows a join keeps without a partner. */
  private static Set<TableRef> outer(JoinKind kind, List<Relation> left, List<Relation> right) {
    List<Relation> kept = new ArrayList<>();
    if (kind == JoinKind.LEFT || kind == JoinKind.FULL) {
      kept.addAll(left);
    }
    if (kind == JoinKind.RIGHT || kind == JoinKind.FULL) {
      kept.addAll(right);
    }
    return OuterJoins.tables(kept);
  }

  private static JoinKind turned(JoinKind kind) {
    return switch (kind) {
      case LEFT -> JoinKind.RIGHT;
      case RIGHT -> JoinKind.LEFT;
      default -> kind;
    };
  }

  private Relation.Joined merged(FromItem.Join join, List<Relation> left, List<Relation> right) {
    boolean known = isKnown(left) && isKnown(right);
    List<String> names = join.natural() && known ? common(left, right) : join.using();
    Map<String, Optional<ColumnRef>> merged = new LinkedHashMap<>();
    names.forEach(name -> merged.put(name, merged(join.kind(), left, right, name)));
    List<Relation> parts = new ArrayList<>();
    List<List<Relation>> behind = new ArrayList<>();
    for (Relation relation : left) {
      if (relation instanceof Relation.Joined inner && inner.alias().isEmpty()) {
        inner.merged().forEach(merged::putIfAbsent);
        parts.addAll(inner.parts());
        behind.addAll(inner.behind());
      } else {
        parts.add(relation);
      }
    }
    if (join.natural() && !known) {
      behind.add(right);
    } else {
      parts.addAll(right);
    }
    return new Relation.Joined(join.alias().name(), merged, parts, behind);
  }

  private static boolean isKnown(List<Relation> relations) {
    return relations.stream()
        .flatMap(relation -> relation.items().stream())
        .allMatch(Outputs.Named.class::isInstance);
  }

  private static List<String> common(List<Relation> left, List<Relation> right) {
    List<String> names = new ArrayList<>();
    for (Relation relation : left) {
      for (Outputs.Item item : relation.items()) {
        if (item instanceof Outputs.Named named && ColumnSearch.isCertain(right, named.name())) {
          names.add(named.name());
        }
      }
    }
    return names;
  }

  /** {@code JOIN t USING (c)}: c of t equals c of one of the relations before. */
  private Optional<ColumnRef> merged(
      JoinKind kind, List<Relation> left, List<Relation> right, String name) {
    Optional<ColumnRef> one = ColumnSearch.find(List.of(left), name);
    Optional<ColumnRef> other = ColumnSearch.find(List.of(right), name);
    if (one.isPresent() && other.isPresent()) {
      block.join(one.get(), other.get());
    } else {
      one.or(() -> other).ifPresent(column -> equalsComputed(column, name));
    }
    if (kind == JoinKind.INNER) {
      return one.or(() -> other);
    }
    if (kind == JoinKind.FULL) {
      return one.isPresent() && other.isPresent()
          ? Optional.of(block.merged(one.get(), other.get()))
          : Optional.empty();
    }
    return kind == JoinKind.RIGHT ? other : one;
  }

  /** The other side is computed, or a column of a function. */
  private void equalsComputed(ColumnRef column, String name) {
    Term other = new Term.Computed(name, List.of(), List.of(), Sargability.EXPRESSION);
    Predicate equality =
        new Predicate(
            new Term.Column(column),
            Role.EQUALITY,
            "=",
            new Comparand.Columns(other),
            Sargability.SARGABLE,
            LikeForm.UNKNOWN,
            List.of());
    block.predicate(equality);
    block.condition(new Condition.Test(equality));
    block.use(column, Role.EQUALITY);
  }

  private static Relation.Joined renamed(FromItem.Join join, Relation.Joined merged) {
    List<String> names = join.alias().columns();
    if (names.isEmpty()) {
      return merged;
    }
    Outputs outputs = new Outputs(merged.items()).renamed(names);
    Relation all = new Relation.Derived("", outputs);
    return new Relation.Joined(merged.alias(), Map.of(), List.of(all), List.of());
  }
}
