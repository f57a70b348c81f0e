package io.github.pgslowlog.postgres.schema;

import java.util.List;
import java.util.Optional;

/** Takes off the modifiers of a type whose stand-in has none: {@code geometry(Point,4326)}. */
record TypeModifier() implements Remedy {
  @Override
  public Optional<String> apply(Failure failure) {
    ServerError error = failure.error();
    if (!error.message().startsWith("type modifier is not allowed for type")) {
      return Optional.empty();
    }
    List<DumpToken> tokens = DumpTokenizer.of(failure.sql(), DumpStatement.MAX_TOKENS);
    int at = 0;
    while (at < tokens.size() && tokens.get(at).start() < error.position() - 1) {
      at++;
    }
    while (at < tokens.size() && (tokens.get(at).isName() || tokens.get(at).isSymbol('.'))) {
      at++;
    }
    if (at >= tokens.size() || !tokens.get(at).isSymbol('(')) {
      return Optional.empty();
    }
    int close = ForeignTable.closing(tokens, at);
    return Optional.of(
        failure.sql().substring(0, tokens.get(at).start())
            + failure.sql().substring(tokens.get(close).end()));
  }
}
