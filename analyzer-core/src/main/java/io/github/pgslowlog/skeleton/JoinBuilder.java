package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.FromItem.JoinKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Builds a chain of joins: an ON belongs to the last join that has none. Mutable. */
final class JoinBuilder {
  private record Open(FromItem left, JoinKind kind) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private FromItem item;
  private Optional<Expression> spare = Optional.empty();

  JoinBuilder(FromItem first) {
    item = first;
  }

  void join(FromItem right, JoinKind kind, boolean natural) {
    if (natural || kind == JoinKind.CROSS) {
      item = new FromItem.Join(item, right, kind, natural, Optional.empty(), List.of(), Alias.NONE);
      return;
    }
    open.push(new Open(item, kind));
    item = right;
  }

  void on(Expression condition) {
    if (open.isEmpty()) {
      spare = Optional.of(condition);
    } else {
      close(Optional.of(condition), List.of(), Alias.NONE);
    }
  }

  void using(List<String> columns, Alias alias) {
    if (!open.isEmpty()) {
      close(Optional.empty(), columns, alias);
    }
  }

  private void close(Optional<Expression> on, List<String> using, Alias alias) {
    Open join = open.pop();
    item = new FromItem.Join(join.left(), item, join.kind(), false, on, using, alias);
  }

  /** The condition that belongs to no join, as that of MERGE. */
  Optional<Expression> spare() {
    return spare;
  }

  FromItem toItem() {
    while (!open.isEmpty()) {
      close(Optional.empty(), List.of(), Alias.NONE);
    }
    return item;
  }
}
