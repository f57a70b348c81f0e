package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.Command;
import io.github.pgslowlog.rewrite.ParameterForm;
import io.github.pgslowlog.rewrite.Rewritten;
import io.github.pgslowlog.rewrite.TokenRewriter;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * JSqlParser for PostgreSQL.
 *
 * <p>Always the PostgreSQL dialect and never "complex parsing", which builds wrong trees for JSON
 * arrows; a fresh parser for each statement; never text with values, only canonical text,
 * rewritten.
 *
 * <p>For one pattern; another thread may stop it.
 */
final class TreeParser {
  private volatile boolean stopped;
  private volatile @Nullable CCJSqlParser running;

  /**
   * Parses a command.
   *
   * @param command the command, whose tokens are used up
   * @return its syntax, empty if JSqlParser does not understand it; errors of the machine are
   *     thrown
   */
  Optional<SqlStatement> parse(Command command) {
    try {
      Rewritten rewritten = TokenRewriter.rewrite(command);
      return TreeConverter.convert(parse(rewritten.text()), rewritten);
    } catch (ParseException | RuntimeException | StackOverflowError rejected) {
      return Optional.empty();
    }
  }

  /** Ends parsing soon, from another thread. */
  void stop() {
    stopped = true;
    CCJSqlParser parser = running;
    if (parser != null) {
      parser.interrupted = true;
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** A parameter is tried first; where only a literal may stand, a string or number does. */
  private Statement parse(String text) throws ParseException {
    ParseException first = new ParseException("stopped");
    for (ParameterForm form : ParameterForm.values()) {
      try {
        return attempt(form.write(text));
      } catch (ParseException rejected) {
        if (stopped) {
          throw rejected;
        }
        first = form == ParameterForm.MARK ? rejected : first;
      }
    }
    throw first;
  }

  private Statement attempt(String text) throws ParseException {
    CCJSqlParser parser =
        CCJSqlParserUtil.newParser(text)
            .withDialect(Dialect.POSTGRESQL)
            .withAllowComplexParsing(false);
    running = parser;
    parser.interrupted = stopped;
    Statement statement = parser.Statement();
    if (statement == null) {
      throw new ParseException("no statement");
    }
    return statement;
  }
}
