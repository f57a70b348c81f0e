package io.github.pgslowlog.advice;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/**
 * Advice.
 *
 * @param recommendations what to do: indexes to create first, the one that saves most first
 * @param unhelped slow patterns that no index will help, those that cost most time first
 * @param problems what could not be considered
 * @param basis what all of it rests on, for people: {@code PostgreSQL 18.6, private server}; empty
 *     for the statements alone
 */
public record Advice(
    List<Recommendation> recommendations,
    List<Unhelped> unhelped,
    List<Problem> problems,
    String basis) {
  /** Copies the lists. */
  public Advice {
    recommendations = List.copyOf(recommendations);
    unhelped = List.copyOf(unhelped);
    problems = List.copyOf(problems);
  }
}
