package io.github.pgslowlog.postgres.schema;

import java.util.List;
import java.util.Optional;

/**
 * Gives a function of a language that is not at hand a body that does nothing, so that indexes and
 * generated columns that call it can be planned: {@code LANGUAGE plv8 AS '...'}.
 */
record StandInRoutine() implements Remedy {
  private static final String BODY = "'BEGIN RETURN NULL; END'";

  @Override
  public Optional<String> apply(Failure failure) {
    String title = failure.statement().title();
    String message = failure.error().message();
    boolean language =
        message.startsWith("language ") || message.startsWith("permission denied for language ");
    if (!language || !title.startsWith("CREATE FUNCTION")) {
      return Optional.empty();
    }
    List<DumpToken> tokens = DumpTokenizer.of(failure.sql(), DumpStatement.MAX_TOKENS);
    StringBuilder sql = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).depth() > 0) {
        continue;
      }
      int last = i + 1;
      String instead = "";
      if (tokens.get(i).isWord("language")) {
        instead = "LANGUAGE plpgsql";
      } else if (tokens.get(i).isWord("as") && tokens.get(last).kind() == DumpToken.Kind.STRING) {
        instead = "AS " + BODY;
        last += isSecond(tokens, last) ? 2 : 0;
      }
      if (!instead.isEmpty()) {
        sql.append(failure.sql(), copied, tokens.get(i).start()).append(instead);
        copied = tokens.get(last).end();
      }
    }
    return Optional.of(sql.append(failure.sql(), copied, failure.sql().length()).toString());
  }

  /** {@code AS 'file', 'symbol'}. */
  private static boolean isSecond(List<DumpToken> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at + 1).isSymbol(',')
        && tokens.get(at + 2).kind() == DumpToken.Kind.STRING;
  }
}
