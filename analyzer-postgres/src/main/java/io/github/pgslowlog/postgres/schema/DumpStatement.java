package io.github.pgslowlog.postgres.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement of a dump and what to do with it. Only statements that shape tables, indexes, views
 * and what these need are run; what a dump says of owners, rights, rows and triggers is passed
 * over, and so is everything that is not known.
 *
 * @param source the statement
 * @param tokens its first tokens
 * @param kind what to do with it
 */
record DumpStatement(SourceStatement source, List<DumpToken> tokens, Kind kind) {
  /** Enough for the head of any statement, and for tables of some hundred columns. */
  static final int MAX_TOKENS = 100_000;

  private static final int HEAD_TOKENS = 60;

  /** What to do with a statement. */
  enum Kind {
    /** Run it. */
    RUN,
    /** A table: run it, and count it. */
    TABLE,
    /** A foreign table: an ordinary one takes its place. */
    FOREIGN_TABLE,
    /** Run it without rows. */
    MATERIALIZED_VIEW,
    /** A rule that makes a table a view: the view takes its place. */
    VIEW_RULE,
    /** The superuser does it, if the extension is known. */
    EXTENSION,
    /** It says where the names that follow are looked up. */
    SEARCH_PATH,
    /** It says what backslashes in strings mean. */
    STRINGS,
    /** It says what is in the tables. */
    STATISTICS,
    /** It changes nothing that counts here. */
    PASS_OVER,
    /** It writes rows. */
    DATA,
    /** It is not known. */
    UNKNOWN
  }

  static DumpStatement of(SourceStatement source) {
    List<DumpToken> tokens = DumpTokenizer.of(source.text(), MAX_TOKENS);
    return new DumpStatement(source, tokens, kind(tokens));
  }

  private static Kind kind(List<DumpToken> tokens) {
    Kind kind = StatementRule.kind(head(tokens));
    boolean query = tokens.stream().anyMatch(t -> t.depth() == 0 && t.isWord("as"));
    return kind == Kind.TABLE && query ? Kind.DATA : kind;
  }

  /** The first tokens as {@link StatementRule} wants them. */
  static String head(List<DumpToken> tokens) {
    return tokens.stream()
        .limit(HEAD_TOKENS)
        .map(DumpStatement::shape)
        .collect(Collectors.joining(" ", "", " "));
  }

  private static String shape(DumpToken token) {
    return switch (token.kind()) {
      case NAME -> "\"";
      case STRING -> "'";
      default -> token.text();
    };
  }

  String sql() {
    return source.text();
  }

  /** The first words, for messages: {@code CREATE UNIQUE INDEX}. */
  String title() {
    return StatementRule.title(tokens);
  }
}
