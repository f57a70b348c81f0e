package io.github.pgslowlog.select;

import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the costs of one statement under sets of candidates.
 *
 * <p>Each plan that was made tells two things: it could be had, at its cost, with any other set
 * that has the candidates in it; and no set that is part of the visible ones gives a cheaper plan.
 * So for any set there are an upper and a lower bound of the cost, and often they meet.
 */
final class StatementCosts {
  /** After so many failures the statement is not planned any more with other indexes. */
  private static final int MAX_FAILURES = 3;

  /** Bounds that are remembered until the next plan; they are cheap to find again. */
  private static final int MAX_BOUNDS = 10_000;

  /**
   * A plan.
   *
   * @param visible the candidates on the tables of the statement that could be used
   * @param used those in the plan
   * @param whole those of which the plan reads all in place of the table
   * @param cost its cost
   */
  record Answer(IndexSet visible, IndexSet used, IndexSet whole, double cost) {}

  /**
   * What is known of a cost.
   *
   * @param atMost it is this or less
   * @param atLeast it is this or more
   */
  record Bounds(double atMost, double atLeast) {}

  private final PlannableStatement statement;
  private final List<TableName> tables;
  private final double before;
  private final List<Answer> answers = new ArrayList<>();
  private final Map<IndexSet, Answer> exact = new HashMap<>();
  private final Set<IndexSet> failed = new HashSet<>();
  private final Map<IndexSet, Bounds> bounds = new HashMap<>();

  /**
   * Starts with the plan of the database as it is.
   *
   * @param before its cost, above 0
   */
  StatementCosts(PlannableStatement statement, List<TableName> tables, double before) {
    this.statement = statement;
    this.tables = tables;
    this.before = before;
    add(new Answer(IndexSet.EMPTY, IndexSet.EMPTY, IndexSet.EMPTY, before));
  }

  PlannableStatement statement() {
    return statement;
  }

  List<TableName> tables() {
    return tables;
  }

  double before() {
    return before;
  }

  void add(Answer answer) {
    answers.add(answer);
    exact.put(answer.visible(), answer);
    bounds.clear();
  }

  /**
   * What is known of the cost with a set.
   *
   * @param visible the part of the set that is on tables of the statement
   */
  Bounds bounds(IndexSet visible) {
    if (bounds.size() > MAX_BOUNDS) {
      bounds.clear();
    }
    return bounds.computeIfAbsent(visible, this::newBounds);
  }

  private Bounds newBounds(IndexSet visible) {
    Answer answer = exact.get(visible);
    return answer == null
        ? new Bounds(best(visible).cost(), atLeast(visible))
        : new Bounds(answer.cost(), answer.cost());
  }

  /** The plan with just these candidates, if it was made. */
  Optional<Answer> exactly(IndexSet visible) {
    return Optional.ofNullable(exact.get(visible));
  }

  /** The cost with just these candidates; if no such plan was made, what is known at most. */
  double cost(IndexSet visible) {
    return bounds(visible).atMost();
  }

  List<Answer> answers() {
    return answers;
  }

  void addFailure(IndexSet visible) {
    failed.add(visible);
  }

  /** Whether nothing more is learned by planning with a set. */
  boolean isHopeless(IndexSet visible) {
    return failed.size() >= MAX_FAILURES || failed.contains(visible);
  }

  /** The cheapest plan known that a set allows. */
  Answer best(IndexSet set) {
    Answer best = answers.get(0);
    for (Answer answer : answers) {
      if (answer.cost() < best.cost() && answer.used().isSubsetOf(set)) {
        best = answer;
      }
    }
    return best;
  }

  private double atLeast(IndexSet visible) {
    double least = 0;
    for (Answer answer : answers) {
      if (answer.cost() > least && visible.isSubsetOf(answer.visible())) {
        least = answer.cost();
      }
    }
    return least;
  }
}
