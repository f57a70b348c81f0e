package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.SqlStatement;
import java.util.List;

/** What the SQL parser made of a pattern. */
public sealed interface ParseResult {
  /**
   * Statements that read or change tables.
   *
   * @param statements all commands of the text that are not utility commands
   * @param skeleton whether only clauses, tables and simple conditions are known of a statement,
   *     which JSqlParser does not understand
   */
  record Parsed(List<SqlStatement> statements, boolean skeleton) implements ParseResult {
    /** Copies the lists. */
    public Parsed {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Nothing but commands such as BEGIN, SET or CREATE TABLE, which say nothing about columns in
   * use.
   *
   * @param command the first word, upper case
   */
  record Utility(String command) implements ParseResult {}

  /**
   * The parser does not understand the text.
   *
   * @param reason why, in one line, without values of the statement
   * @param position where the parser stopped: characters of canonical text before it, -1 if that is
   *     not known
   */
  record Unparsed(String reason, int position) implements ParseResult {
    /**
     * Makes one of which the place is not known.
     *
     * @param reason why
     */
    public Unparsed(String reason) {
      this(reason, -1);
    }
  }
}
