package io.github.pgslowlog.postgres.schema;

import java.util.List;

/** Statements that cannot be run as they are in a dump. */
final class Rewriting {
  private static final String NO_DATA = " WITH NO DATA";

  /** Behind {@code CREATE RULE "_RETURN" AS ON SELECT TO}. */
  private static final int VIEW_AT = 7;

  private Rewriting() {}

  /** What to run first. */
  static String of(DumpStatement statement) {
    return switch (statement.kind()) {
      case FOREIGN_TABLE -> ForeignTable.ordinary(statement);
      case MATERIALIZED_VIEW -> withoutRows(statement);
      case VIEW_RULE -> view(statement);
      default -> statement.sql();
    };
  }

  /** {@code CREATE RULE "_RETURN" AS ON SELECT TO a.v DO INSTEAD SELECT ...}. */
  private static String view(DumpStatement statement) {
    List<DumpToken> tokens = statement.tokens();
    int instead = VIEW_AT;
    while (!tokens.get(instead).isWord("instead")) {
      instead++;
    }
    String name =
        statement
            .sql()
            .substring(tokens.get(VIEW_AT).start(), tokens.get(instead - 1).start())
            .strip();
    String query = statement.sql().substring(tokens.get(instead).end());
    return "DROP TABLE " + name + "; CREATE VIEW " + name + " AS " + query;
  }

  private static String withoutRows(DumpStatement statement) {
    List<DumpToken> tokens = statement.tokens();
    int count = tokens.size();
    if (count < 4 || !tokens.get(count - 1).isWord("data")) {
      return statement.sql() + NO_DATA;
    }
    if (tokens.get(count - 2).isWord("no")) {
      return statement.sql();
    }
    return tokens.get(count - 2).isWord("with")
        ? statement.sql().substring(0, tokens.get(count - 2).start()) + NO_DATA
        : statement.sql() + NO_DATA;
  }
}
