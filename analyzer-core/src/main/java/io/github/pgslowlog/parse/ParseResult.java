package io.github.pgslowlog.parse;

import java.util.List;
import net.sf.jsqlparser.statement.Statement;

/** What the SQL parser made of a pattern. */
public sealed interface ParseResult {
  /**
   * Statements that read or change tables. The trees are large: take what is needed and drop them.
   *
   * @param statements the trees of all commands of the text that are not utility commands
   */
  record Parsed(List<Statement> statements) implements ParseResult {
    /** Copies the list. */
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
   */
  record Unparsed(String reason) implements ParseResult {}
}
