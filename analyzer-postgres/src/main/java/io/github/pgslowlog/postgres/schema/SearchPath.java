package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.postgres.schema.DumpToken.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** The search_path that a dump sets for the statements that follow. */
final class SearchPath {
  private static final String DEFAULT = "public";

  private String current = DEFAULT;

  String current() {
    return current;
  }

  /**
   * {@code SET search_path = a, b}, or {@code SELECT pg_catalog.set_config('search_path', ...)}.
   */
  void set(DumpStatement statement) {
    List<DumpToken> tokens = statement.tokens();
    if (tokens.get(0).isWord("select")) {
      List<String> strings =
          tokens.stream().filter(t -> t.kind() == Kind.STRING).map(DumpToken::text).toList();
      if (strings.size() == 2 && strings.get(0).equals("search_path")) {
        current = strings.get(1);
      }
      return;
    }
    int name = 0;
    while (!tokens.get(name).isWord("search_path")) {
      name++;
    }
    String path =
        tokens.stream()
            .skip(name + 2L)
            .filter(t -> t.isName() || t.kind() == Kind.STRING)
            .map(DumpToken::text)
            .filter(schema -> !schema.isEmpty())
            .map(Identifier::quoted)
            .collect(Collectors.joining(", "));
    current = path.equals("\"default\"") ? DEFAULT : path;
  }
}
