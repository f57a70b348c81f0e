package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.JoinPredicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import io.github.pgslowlog.workload.JoinEdge.ColumnPair;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds up which tables patterns join, and by what. */
public final class JoinEdgeAccumulator {
  private static final Comparator<JoinEdge> COSTLIEST_FIRST =
      Comparator.comparingLong(JoinEdge::micros)
          .reversed()
          .thenComparing(JoinEdge::left)
          .thenComparing(JoinEdge::right)
          .thenComparing(JoinEdge::columns, JoinEdgeAccumulator::compare);

  private record Edge(TableName left, TableName right, List<ColumnPair> columns) {}

  /** Two uses of tables; the one with the smaller number is left. */
  private record References(TableRef left, TableRef right) {}

  private final Map<Edge, RoleUsage> usages = new HashMap<>();

  /** Starts empty. */
  public JoinEdgeAccumulator() {}

  /**
   * Adds a pattern.
   *
   * @param shape its joins
   * @param pattern its calls and time
   */
  public void add(QueryShape shape, Pattern pattern) {
    Set<Edge> seen = new LinkedHashSet<>();
    shape.blocks().forEach(block -> seen.addAll(edges(block)));
    RoleUsage one = new RoleUsage(1, pattern.calls(), pattern.executionMicros());
    seen.forEach(edge -> usages.merge(edge, one, RoleUsage::plus));
  }

  private static Collection<Edge> edges(QueryBlock block) {
    Map<References, SortedSet<ColumnPair>> pairs = new LinkedHashMap<>();
    for (JoinPredicate join : block.joins()) {
      if (join.left() instanceof ColumnRef.Resolved left
          && join.right() instanceof ColumnRef.Resolved right) {
        add(left, right, pairs);
      }
    }
    Set<Edge> edges = new LinkedHashSet<>();
    pairs.forEach((references, columns) -> edges.add(edge(references, columns)));
    return edges;
  }

  private static void add(
      ColumnRef.Resolved one,
      ColumnRef.Resolved other,
      Map<References, SortedSet<ColumnPair>> pairs) {
    int order = Integer.compare(one.table().number(), other.table().number());
    if (order > 0) {
      add(other, one, pairs);
    } else if (order < 0) {
      pairs
          .computeIfAbsent(new References(one.table(), other.table()), r -> new TreeSet<>())
          .add(new ColumnPair(one.column(), other.column()));
    }
  }

  /** The same edge whichever table the statement names first. */
  private static Edge edge(References references, SortedSet<ColumnPair> columns) {
    TableName left = references.left().table();
    TableName right = references.right().table();
    List<ColumnPair> straight = List.copyOf(columns);
    List<ColumnPair> turned = columns.stream().map(ColumnPair::turned).sorted().toList();
    int order = left.compareTo(right);
    boolean turn = order == 0 ? compare(turned, straight) < 0 : order > 0;
    return turn ? new Edge(right, left, turned) : new Edge(left, right, straight);
  }

  private static int compare(List<ColumnPair> one, List<ColumnPair> other) {
    return Arrays.compare(one.toArray(new ColumnPair[0]), other.toArray(new ColumnPair[0]));
  }

  /**
   * Adds what was added up elsewhere.
   *
   * @param edge a join; a pattern that was added, too, counts twice
   */
  public void add(JoinEdge edge) {
    usages.merge(
        new Edge(edge.left(), edge.right(), edge.columns()),
        new RoleUsage(edge.patterns(), edge.calls(), edge.micros()),
        RoleUsage::plus);
  }

  /**
   * What was added so far.
   *
   * @return the joins that cost most time first
   */
  public List<JoinEdge> toEdges() {
    return usages.entrySet().stream()
        .map(e -> joinEdge(e.getKey(), e.getValue()))
        .sorted(COSTLIEST_FIRST)
        .toList();
  }

  private static JoinEdge joinEdge(Edge edge, RoleUsage usage) {
    return new JoinEdge(
        edge.left(), edge.right(), edge.columns(), usage.patterns(), usage.calls(), usage.micros());
  }
}
