package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.Term;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what a statement computes from columns as the key of an index. */
final class ExpressionKeys {
  /** What the text of an expression has in place of its values, besides strings and names. */
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"]|\"\")*+\"|\\$(\\d{1,5})|\\.\\.\\.|\\?\\(|\\(SELECT ");

  private static final Set<Sargability> KINDS =
      Set.of(
          Sargability.FUNCTION,
          Sargability.EXPLICIT_CAST,
          Sargability.IMPLICIT_CAST,
          Sargability.OPERATOR,
          Sargability.EXPRESSION);

  private ExpressionKeys() {}

  /**
   * The key; empty if the values in the expression are not the same in all statements, or if it has
   * a list or a sub-select.
   */
  static Optional<IndexKey> of(Term.Computed term, SampleConstants constants) {
    if (!KINDS.contains(term.cause()) || term.columns().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder sql = new StringBuilder();
    Matcher token = TOKEN.matcher(term.text());
    while (token.find()) {
      Optional<String> written = written(token, term, constants);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      token.appendReplacement(sql, Matcher.quoteReplacement(written.get()));
    }
    token.appendTail(sql);
    return Optional.of(IndexKey.ofExpression(sql.toString()));
  }

  private static Optional<String> written(
      Matcher token, Term.Computed term, SampleConstants constants) {
    if (token.group(1) == null) {
      return Optional.of(token.group()).filter(name -> name.startsWith("\""));
    }
    int place = Integer.parseInt(token.group(1));
    return place < 1 || place > term.values().size()
        ? Optional.empty()
        : constants.only(term.values().get(place - 1)).map(SampleConstants.Constant::sql);
  }
}
