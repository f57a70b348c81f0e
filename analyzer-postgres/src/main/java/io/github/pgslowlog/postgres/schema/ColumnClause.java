package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes off the clause of a column or table that the server does not accept, so that the table is
 * there: a default that calls a function of an extension, a storage parameter, a tablespace.
 */
record ColumnClause(LoadNotes notes) implements Remedy {
  /** Words that begin a clause behind the type of a column. */
  private static final Set<String> CLAUSES =
      Set.of("default", "generated", "check", "collate", "constraint", "references", "compression");

  private static final Set<String> TAILS = Set.of("with", "tablespace", "using");

  @Override
  public Optional<String> apply(Failure failure) {
    DumpStatement statement = failure.statement();
    boolean table =
        statement.kind() == DumpStatement.Kind.TABLE
            || statement.kind() == DumpStatement.Kind.FOREIGN_TABLE;
    boolean index = statement.title().endsWith(" INDEX");
    if (!table && !index) {
      return Optional.empty();
    }
    List<DumpToken> tokens = DumpTokenizer.of(failure.sql(), DumpStatement.MAX_TOKENS);
    int position = failure.error().position();
    return table && position > 0
        ? withoutClause(failure, tokens, position - 1)
        : withoutTail(failure, tokens, table);
  }

  private Optional<String> withoutClause(Failure failure, List<DumpToken> tokens, int position) {
    int from = -1;
    for (int i = 0; i < tokens.size() && tokens.get(i).start() <= position; i++) {
      DumpToken token = tokens.get(i);
      if (token.depth() == 1 && token.isSymbol(',')) {
        from = -1;
      } else if (token.depth() == 1 && CLAUSES.contains(token.text()) && from < 0) {
        from = i;
      }
    }
    if (from < 1) {
      return Optional.empty();
    }
    int to = from;
    while (to < tokens.size() && !endsElement(tokens.get(to))) {
      to++;
    }
    boolean element = tokens.get(from - 1).isSymbol(',') || tokens.get(from - 1).isSymbol('(');
    int start = element ? tokens.get(from - 1).end() : tokens.get(from).start();
    int end = tokens.get(Math.min(to, tokens.size() - 1)).start();
    note(failure, tokens.get(from).text());
    String notNull = isNotNull(tokens, from, to) ? " NOT NULL" : "";
    if (element && to < tokens.size() && tokens.get(to).isSymbol(',')) {
      end = tokens.get(to).end();
    } else if (element && tokens.get(from - 1).isSymbol(',')) {
      start = tokens.get(from - 1).start();
    }
    return Optional.of(
        failure.sql().substring(0, start)
            + (element ? "" : notNull)
            + failure.sql().substring(end));
  }

  private static boolean endsElement(DumpToken token) {
    return token.depth() == 1 && token.isSymbol(',') || token.depth() == 0;
  }

  private static boolean isNotNull(List<DumpToken> tokens, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (tokens.get(i).depth() == 1 && tokens.get(i).isWord("not")) {
        return tokens.get(i + 1).isWord("null");
      }
    }
    return false;
  }

  /** {@code WITH (...)}, {@code TABLESPACE x}, and {@code USING columnar} of a table. */
  private Optional<String> withoutTail(Failure failure, List<DumpToken> tokens, boolean table) {
    String message = failure.error().message();
    String word =
        message.startsWith("unrecognized parameter")
            ? "with"
            : message.startsWith("tablespace ")
                ? "tablespace"
                : table && message.startsWith("access method ") ? "using" : "";
    for (int i = 3; i + 1 < tokens.size(); i++) {
      if (TAILS.contains(word) && tokens.get(i).depth() == 0 && tokens.get(i).isWord(word)) {
        int last = tokens.get(i + 1).isSymbol('(') ? ForeignTable.closing(tokens, i + 1) : i + 1;
        return Optional.of(
            failure.sql().substring(0, tokens.get(i).start())
                + failure.sql().substring(tokens.get(last).end()));
      }
    }
    return Optional.empty();
  }

  private void note(Failure failure, String clause) {
    if (!clause.equals("default")) {
      notes.add(
          Problem.Severity.NOTICE,
          failure.statement().source().line(),
          "a " + clause.toUpperCase(Locale.ROOT) + " clause",
          failure.error().message(),
          "the table is planned without it");
    }
  }
}
