package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import java.util.List;

/**
 * A foreign table: on the private server an ordinary table takes its place, so that statements that
 * use it can be planned.
 */
final class ForeignTable {
  private ForeignTable() {}

  /** {@code CREATE FOREIGN TABLE t (a integer OPTIONS (...)) SERVER s} as a table. */
  static String ordinary(DumpStatement statement) {
    String sql = statement.sql();
    StringBuilder text = new StringBuilder();
    int copied = 0;
    int skipTo = -1;
    List<DumpToken> tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      DumpToken token = tokens.get(i);
      if (i < skipTo) {
        continue;
      }
      if (i == 1) {
        text.append(sql, copied, token.start());
        copied = token.end();
      } else if (token.depth() == 0 && token.isWord("server")) {
        return text.append(sql, copied, token.start()).toString();
      } else if (token.depth() == 1
          && token.isWord("options")
          && i + 1 < tokens.size()
          && tokens.get(i + 1).isSymbol('(')) {
        text.append(sql, copied, token.start());
        skipTo = closing(tokens, i + 1) + 1;
        copied = tokens.get(skipTo - 1).end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** Index of the parenthesis that closes the one at an index; the last token if none does. */
  static int closing(List<DumpToken> tokens, int open) {
    int depth = tokens.get(open).depth();
    for (int i = open + 1; i < tokens.size(); i++) {
      if (tokens.get(i).depth() == depth && tokens.get(i).isSymbol(')')) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** Its name; a name without schema is in the first of the path. */
  static TableName name(DumpStatement statement, String path) {
    List<DumpToken> tokens = statement.tokens();
    int at = 3;
    if (tokens.size() > at + 3 && tokens.get(at).isWord("if")) {
      at += 3;
    }
    String first = tokens.get(at).text();
    if (tokens.size() > at + 2 && tokens.get(at + 1).isSymbol('.')) {
      return new TableName(first, tokens.get(at + 2).text());
    }
    List<DumpToken> schemas = DumpTokenizer.of(path, 1);
    return new TableName(schemas.isEmpty() ? "public" : schemas.get(0).text(), first);
  }
}
