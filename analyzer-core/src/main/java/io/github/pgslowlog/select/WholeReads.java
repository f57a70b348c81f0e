package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Indexes that a plan reads from end to end in place of the table, because they are narrower: an
 * Index Only Scan without Index Cond.
 */
final class WholeReads {
  private WholeReads() {}

  /** Those among the indexes of a plan that it does not search in anywhere. */
  static IndexSet of(PlanNode plan, IndexSet used, OfferedIndexes offered) {
    IndexSet whole = IndexSet.EMPTY;
    for (int id : used.ids()) {
      if (isNeverSearched(plan, offered.index(id))) {
        whole = whole.with(id);
      }
    }
    return whole;
  }

  private static boolean isNeverSearched(PlanNode plan, CandidateIndex index) {
    String name = new IndexDefinition(index).name();
    boolean read = false;
    Deque<PlanNode> open = new ArrayDeque<>();
    open.add(plan);
    while (!open.isEmpty()) {
      PlanNode node = open.remove();
      open.addAll(node.children());
      if (node.index().filter(name::equals).isPresent()) {
        if (!node.type().equals("Index Only Scan") || !node.condition().isEmpty()) {
          return false;
        }
        read = true;
      }
    }
    return read;
  }
}
