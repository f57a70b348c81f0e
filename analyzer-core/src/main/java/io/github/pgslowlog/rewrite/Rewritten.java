package io.github.pgslowlog.rewrite;

import java.util.List;

/**
 * A command as JSqlParser can read it, and what its text does not say any more.
 *
 * <p>What JSqlParser cannot read stands in the text as a quoted identifier whose name begins with
 * {@code #}; every identifier of the statement that begins so, or that JSqlParser would take apart
 * (dots, quotes), is written as such a name itself, so that the two cannot be mixed up:
 *
 * <table>
 *   <caption>Marks</caption>
 *   <tr><th>PostgreSQL</th><th>text</th></tr>
 *   <tr><td>{@code a @> b}: operator k of {@code operators}</td><td>{@code a || "#op k" || b}</td></tr>
 *   <tr><td>{@code @ a}</td><td>{@code "#op k" || a}</td></tr>
 *   <tr><td>{@code THEN DO NOTHING} of MERGE</td><td>{@code THEN INSERT VALUES ("#op k")}</td></tr>
 *   <tr><td>{@code "we.ird"}: name k of {@code identifiers}</td><td>{@code "#id k"}</td></tr>
 *   <tr><td>{@code $n} where only a string may stand</td><td>{@code '$n'}</td></tr>
 *   <tr><td>{@code $n} where only a number may stand</td><td>{@code 1000000000 + n}</td></tr>
 *   <tr><td>{@code ...}, the k-th folded list</td><td>{@code "#list k"}</td></tr>
 * </table>
 *
 * <p>All operators that are neither arithmetic nor comparisons have one precedence in PostgreSQL
 * (manual: Operator Precedence), which {@code ||} has in JSqlParser; so a chain of {@code ||},
 * taken from left to right, has the meaning that PostgreSQL gives it.
 *
 * @param text what JSqlParser gets
 * @param operators the operators behind {@code #op}, as PostgreSQL writes them
 * @param identifiers the names behind {@code #id}, folded
 */
public record Rewritten(String text, List<String> operators, List<String> identifiers) {
  /** Copies the lists. */
  public Rewritten {
    operators = List.copyOf(operators);
    identifiers = List.copyOf(identifiers);
  }
}
